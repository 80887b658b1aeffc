/** J_phi at 1 and at 0, and the sanity check that the identity's kernel is 2c. */
import { theorem } from "../../theorem.js";
import { rightSide } from "../ways/formula.js";
import { homogeneousKernelByAngle } from "../ways/gaussianKernel.js";
import { identityNamed } from "../ways/identityNamed.js";
import { kernelParameters } from "../ways/parameters.js";
import { exactly } from "../ways/proofNamed.js";

const parameters = {
  alpha: { set: "real", min: 0.01, max: 8, doc: "degree" },
  a: { set: "real", min: 0.1, max: 3, doc: "phi(1)" },
  b: { set: "real", min: -3, max: 3, doc: "-phi(-1)" },
} as const;
const why = "values up to 36, each kernel to 1e-13";

const one = identityNamed("I.5/one").claim;
const atOneTheorem = theorem({
  id: "batchnorm/proposition-i-5-one",
  kind: "proposition",
  title: "J_phi(1) = a^2 + b^2",
  notation: { a: "phi(1)", b: "-phi(-1)" },
  parameters,
  assumptions: [],
  claim: one,
  source: [{ key: "yang2019", at: "Proposition I.5" }],
  uses: ["batchnorm/definition-i-4", "batchnorm/proposition-h-6-one", "batchnorm/proposition-h-6-minus-one"],
  proof: { kind: "steps", file: "proofs/batchnorm/kernelIdentities.ts" },
  checks: [
    exactly("kernel-i-5-one"),
    {
      kind: "routes",
      left: {
        name: "the four quadrants at correlation 1, by an angle",
        evaluate: ({ alpha, a, b }) => homogeneousKernelByAngle(alpha, a, b, 1),
      },
      right: rightSide(one),
      tolerance: { unit: "abs", limit: 2e-11, why },
    },
  ],
});

const zero = identityNamed("I.5/zero").claim;
const atZeroTheorem = theorem({
  id: "batchnorm/proposition-i-5-zero",
  kind: "proposition",
  title: "J_phi(0) = (a-b)^2 J_alpha(0)",
  notation: { a: "phi(1)", b: "-phi(-1)" },
  parameters,
  assumptions: [],
  claim: zero,
  source: [{ key: "yang2019", at: "Proposition I.5" }],
  uses: ["batchnorm/definition-i-4", "batchnorm/proposition-h-6-zero"],
  proof: { kind: "steps", file: "proofs/batchnorm/kernelIdentities.ts" },
  checks: [
    exactly("kernel-i-5-zero"),
    {
      kind: "routes",
      left: {
        name: "the four quadrants of two independent normals, by an angle",
        evaluate: ({ alpha, a, b }) => homogeneousKernelByAngle(alpha, a, b, 0),
      },
      right: rightSide(zero),
      tolerance: { unit: "abs", limit: 2e-11, why },
    },
  ],
});

const identity = identityNamed("I.5/identity").claim;
const identityTheorem = theorem({
  id: "batchnorm/proposition-i-5-identity",
  kind: "remark",
  title: "The kernel of the identity is 2c",
  parameters: { c: kernelParameters.c },
  assumptions: [],
  claim: identity,
  source: [{ key: "yang2019", at: "after Proposition I.5" }],
  uses: ["batchnorm/definition-i-4", "batchnorm/closed-form-j1"],
  proof: { kind: "steps", file: "proofs/batchnorm/kernelIdentities.ts" },
  checks: [
    exactly("kernel-i-5-identity"),
    {
      kind: "routes",
      left: {
        name: "the four quadrants of phi(x) = x, by an angle",
        evaluate: ({ c }) => homogeneousKernelByAngle(1, 1, 1, c),
      },
      right: rightSide(identity),
      tolerance: { unit: "abs", limit: 1e-13, why: "rounding of values up to 2" },
    },
  ],
});

export const propositionI5 = [atOneTheorem, atZeroTheorem, identityTheorem];

import { findRoot } from "../../../numeric/root.js";
import { kernel } from "../../../theory/batchnorm/kernel.js";
import { theorem } from "../../theorem.js";
import { kernelByAngle } from "../ways/gaussianKernel.js";
import { identityNamed } from "../ways/identityNamed.js";
import { exactly } from "../ways/proofNamed.js";

/** The fixed point below 1: J_alpha(c) - c changes sign once in (0, 1), downwards. */
const claim = identityNamed("H.7/stable").claim;

const excess = (alpha: number) => (c: number) => kernelByAngle(alpha, c) - c;

/** Sign changes on a grid that is fine near 1, where the unstable fixed point is. */
function crossings(alpha: number): number {
  const grid = Array.from({ length: 60 }, (_, k) => 1 - 2 ** (-(k + 1) / 3));
  const signs = [0, ...grid].map((c) => excess(alpha)(c) > 0);
  return signs.filter((sign, k) => k > 0 && sign !== signs[k - 1]).length;
}

export const theoremH7Stable = theorem({
  id: "batchnorm/theorem-h-7-stable",
  kind: "theorem",
  title: "For 1/2 <= alpha < 1 the only other fixed point of J_alpha lies in (0, 1) and attracts",
  notation: {
    alpha: "the claim, J_alpha(0) > 0, leaves one fixed point below 1 because J_alpha is convex and J_alpha'(1) > 1",
  },
  parameters: {
    alpha: { set: "real", min: 0.5, max: 0.98, doc: "degree; the fixed point merges with 1 at alpha = 1" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Theorem H.7" }],
  uses: ["batchnorm/proposition-h-6-convex", "batchnorm/theorem-h-7-unstable"],
  proof: { kind: "steps", file: "proofs/batchnorm/kernelIdentities.ts" },
  checks: [
    exactly("kernel-h-7-stable"),
    {
      kind: "routes",
      left: {
        name: "sign changes of J_alpha(c) - c below 1, and one at 1",
        evaluate: ({ alpha }) => crossings(alpha) + 1,
      },
      right: { name: "two fixed points", evaluate: () => 2 },
      tolerance: { unit: "abs", limit: 0, why: "a count" },
    },
    {
      kind: "routes",
      relation: "Less",
      left: {
        name: "J_alpha' at the root of J_alpha(c) = c",
        evaluate: ({ alpha }) => kernel(alpha, findRoot(excess(alpha), 0, 1 - 1e-5).root).derivative,
      },
      right: { name: "one", evaluate: () => 1 },
      tolerance: { unit: "abs", limit: 0, why: "strict" },
    },
  ],
});

import { plus, times } from "../../../symbolic/build.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { applyTensor } from "../ways/orbitTensor.js";
import { bsb1, cyclePattern, differencePattern, entriesOf } from "../ways/patterns.js";
import { proofNamed } from "../ways/proofNamed.js";
import { applyBlock, cycleEigenvalue, standardBlock, trivialBlock } from "./blocks.js";
import { batch, coefficients, real, rounding } from "./settings.js";

export const theorem1 = theorem({
  id: "batchnorm/theorem-1",
  kind: "theorem",
  title:
    "An ultrasymmetric operator maps BSB1 matrices, L-shaped matrices and M each to itself, so that its spectrum on symmetric matrices is that of two 2 x 2 blocks and one number.",
  notation: {
    "a', b'": "T{BSB1(a, b)} = BSB1(a', b') or T{L(a, b)} = L(a', b')",
    "x, y": "weights of the two coordinates",
    lambda: "a root of the block's characteristic polynomial; (a, b) = (lambda - s, r) for the block (p, q; r, s)",
    t: "the nine coefficients of T",
  },
  parameters: { B: batch, t: coefficients, a: real("First coordinate."), b: real("Second coordinate.") },
  assumptions: [],
  claim: equation(plus(times("x", "a'"), times("y", "b'")), times("lambda", plus(times("x", "a"), times("y", "b")))),
  source: paper("Theorem 1"),
  uses: ["batchnorm/lemma-b-37"],
  proof: { kind: "steps", file: "proofs/batchnorm/theorem1.ts" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the B x B x B x B array applied to BSB1(a, b), L(a, b) and a matrix of M",
        evaluate: ({ B, t, a, b }) => [
          ...entriesOf(applyTensor(t, bsb1(B, a, b))),
          ...entriesOf(applyTensor(t, differencePattern(B, a, b))),
          ...entriesOf(applyTensor(t, cyclePattern(B))),
        ],
      },
      right: {
        name: "the 2 x 2 blocks applied to (a, b), and lambda_M",
        evaluate: ({ B, t, a, b }) => [
          ...entriesOf(bsb1(B, ...applyBlock(trivialBlock(t, B), a, b))),
          ...entriesOf(differencePattern(B, ...applyBlock(standardBlock(t, B), a, b))),
          ...entriesOf(cyclePattern(B).mul(cycleEigenvalue(t))),
        ],
      },
      tolerance: rounding,
    },
    {
      kind: "exact",
      proofs: [
        proofNamed("theorem-1-bsb1"),
        proofNamed("theorem-1-l"),
        proofNamed("theorem-1-m"),
        proofNamed("theorem-1-dimensions"),
      ],
    },
  ],
});

import { Matrix } from "ml-matrix";
import { minus, over, plus, power, times } from "../../../symbolic/build.js";
import type { Expression } from "../../../symbolic/expression.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { logDeterminant, spectralBound } from "../ways/determinant.js";
import { applyTensor, type Coefficients, denseOnSymmetric } from "../ways/orbitTensor.js";
import { proofNamed } from "../ways/proofNamed.js";
import {
  type Block,
  coefficientNotation,
  cycleEigenvalue,
  cycleTerm,
  standardBlock,
  standardTerms,
  trivialBlock,
  trivialTerms,
} from "./blocks.js";
import { batch, coefficients } from "./settings.js";

const characteristic = ({ p, q, r, s }: Block<Expression>) =>
  plus(minus(power("x", 2), times(plus(p, s), "x")), minus(times(p, s), times(q, r)));

const blockLog = ({ p, q, r, s }: Block<number>, x: number): number => Math.log(Math.abs((x - p) * (x - s) - q * r));

/** x above every eigenvalue, by the factor 1 + gap. */
function shifted(t: Coefficients, B: number, gap: number): { matrix: Matrix; x: number } {
  const matrix = denseOnSymmetric(B, (sigma) => applyTensor(t, sigma));
  return { matrix, x: (1 + gap) * spectralBound(matrix) };
}

export const lemmaB37 = theorem({
  id: "batchnorm/lemma-b-37",
  kind: "lemma",
  title:
    "On symmetric matrices an ultrasymmetric operator has two eigenvalues of multiplicity 1, two of multiplicity B-1 and one of multiplicity B(B-3)/2, B(B+1)/2 in all.",
  notation: {
    ...coefficientNotation,
    P: "the characteristic polynomial of T on symmetric matrices, at x",
  },
  parameters: {
    B: { ...batch, max: 7 },
    t: coefficients,
    gap: {
      set: "real",
      min: 0.1,
      max: 3,
      doc: "Where the polynomials are compared: x = (1 + gap) times a bound of the spectrum.",
    },
  },
  assumptions: [],
  claim: equation(
    symbol("P"),
    times(
      characteristic(trivialTerms),
      power(characteristic(standardTerms), minus("B", 1)),
      power(minus("x", cycleTerm), over(times("B", minus("B", 3)), 2)),
    ),
  ),
  source: paper("Lemma B.37"),
  uses: ["batchnorm/definition-b-30", "batchnorm/definition-b-35"],
  proof: { kind: "steps", file: "proofs/batchnorm/theorem1.ts" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "log det(x - T) of the dense B(B+1)/2 x B(B+1)/2 matrix by elimination",
        evaluate: ({ B, t, gap }) => {
          const { matrix, x } = shifted(t, B, gap);
          return logDeterminant(Matrix.sub(Matrix.eye(matrix.rows).mul(x), matrix));
        },
      },
      right: {
        name: "the same from the two blocks and lambda_M with their multiplicities",
        evaluate: ({ B, t, gap }) => {
          const { x } = shifted(t, B, gap);
          return (
            blockLog(trivialBlock(t, B), x) +
            (B - 1) * blockLog(standardBlock(t, B), x) +
            ((B * (B - 3)) / 2) * Math.log(Math.abs(x - cycleEigenvalue(t)))
          );
        },
      },
      tolerance: {
        unit: "abs",
        limit: 1e-11,
        why: "a logarithm of a product of at most 45 pivots, each to a few units of rounding",
      },
    },
    {
      kind: "exact",
      proofs: [
        proofNamed("theorem-1-bsb1"),
        proofNamed("theorem-1-l"),
        proofNamed("theorem-1-m"),
        proofNamed("theorem-1-dimensions"),
      ],
      because: "the blocks on BSB1 and on L, the number on M and the dimensions are the factors of the polynomial",
    },
  ],
  printed: {
    claim: equation(power("B", 2), plus(2, times(2, minus("B", 1)), over(times("B", minus("B", 3)), 2))),
    says: "It is stated for operators on all B x B matrices: the eigenspaces found fill the symmetric ones only, B(B+1)/2 of B^2 dimensions.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { B: 4, t: [1, 0, 0, 0, 0, 0.5, 0, 0, 0], gap: 1 },
      left: { name: "the dimension of all B x B matrices", evaluate: ({ B }) => B * B },
      right: {
        name: "the dimensions listed: 1 + 1 + (B-1) + (B-1) + B(B-3)/2",
        evaluate: ({ B }) => 2 * B + (B * (B - 3)) / 2,
      },
      tolerance: { unit: "abs", limit: 0, why: "whole numbers" },
    },
  },
});

import type { Matrix } from "ml-matrix";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { applyTensor } from "../ways/orbitTensor.js";
import { centring, cyclePattern, differencePattern, doublyCentred, frobenius } from "../ways/patterns.js";
import { proofNamed } from "../ways/proofNamed.js";
import { coefficientNotation, cycleEigenvalue, standardBlock, trivialBlock } from "./blocks.js";
import { batch, coefficients, rounding } from "./settings.js";

/** <E, G T{E} G>/<E, E> and what is left of G T{E} G without it. */
function rayleigh(image: Matrix, matrix: Matrix): readonly [number, number] {
  const value = frobenius(image, matrix) / frobenius(matrix, matrix);
  return [value, image.clone().sub(matrix.clone().mul(value)).norm()];
}

export const lemmaB38 = theorem({
  id: "batchnorm/lemma-b-38",
  kind: "lemma",
  title: "After centring, an ultrasymmetric operator has one eigenvalue on span(G), one on L and one on M.",
  notation: {
    ...coefficientNotation,
    alpha_11:
      "T_1111 + (B-1) T_1122, the first block's entries by rows: T{BSB1(a, b)} = BSB1(alpha_11 a + alpha_12 b, ..)",
    alpha_12: "2 (B-1) T_1112 + (B-1)(B-2) T_1123",
    alpha_21: "2 T_1211 + (B-2) T_1233",
    alpha_22: "2 T_1212 + 4 (B-2) T_1213 + (B-2)(B-3) T_1234",
    lambda_G:
      "the eigenvalue of Sigma -> G T{Sigma} G on span(G); those on L and M are (B-2) beta_11 + beta_12 + 2 (B-2) beta_21 + 2 beta_22 over B, and lambda_M of B.37",
  },
  parameters: { B: batch, t: coefficients },
  assumptions: [],
  claim: proofNamed("lemma-b38-g").claim,
  source: paper("Lemma B.38"),
  uses: ["batchnorm/lemma-b-37", "batchnorm/lemma-b-15", "batchnorm/lemma-b-36"],
  proof: { kind: "steps", file: "proofs/batchnorm/centredEigenvalues.ts" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "Rayleigh quotients and residues of the dense array on G, L(B-2, 1) and a cycle",
        evaluate: ({ B, t }) =>
          [centring(B), differencePattern(B, B - 2, 1), cyclePattern(B)].flatMap((matrix) =>
            rayleigh(doublyCentred(applyTensor(t, matrix)), matrix),
          ),
      },
      right: {
        name: "the three formulas, residue zero",
        evaluate: ({ B, t }) => {
          const [alpha, beta] = [trivialBlock(t, B), standardBlock(t, B)];
          const onG = ((B - 1) * (alpha.p - alpha.r) - (alpha.q - alpha.s)) / B;
          const onL = ((B - 2) * beta.p + beta.q + 2 * (B - 2) * beta.r + 2 * beta.s) / B;
          return [onG, 0, onL, 0, cycleEigenvalue(t), 0];
        },
      },
      tolerance: { ...rounding, unit: "abs", limit: 1e-11 },
    },
    { kind: "exact", proofs: [proofNamed("lemma-b38-g"), proofNamed("lemma-b38-l"), proofNamed("lemma-b38-m")] },
  ],
});

import { EigenvalueDecomposition, Matrix, SingularValueDecomposition } from "ml-matrix";
import { minus, over, times } from "../../../symbolic/build.js";
import { integer, symbol } from "../../../symbolic/expression.js";
import { compare, equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { symmetricUnits } from "../ways/orbitTensor.js";
import { permuted, starPattern } from "../ways/patterns.js";
import { real } from "./settings.js";

const withoutDiagonal = (B: number) => symmetricUnits(B).filter((unit) => unit.trace() === 0);

/** The span of the renamed underlined L(a, b). */
function starRank(B: number, a: number, b: number): number {
  const rows = Array.from({ length: B }, (_, i) => {
    const order = Array.from({ length: B }, (_, k) => (k === 0 ? i : k === i ? 0 : k));
    return permuted(starPattern(B, a, b), order).to1DArray();
  });
  const { diagonal } = new SingularValueDecomposition(new Matrix(rows), { autoTranspose: true });
  return diagonal.filter((value) => value > 1e-9 * diagonal[0]!).length;
}

export const definitionB61 = theorem({
  id: "batchnorm/definition-b-61",
  kind: "definition",
  title:
    "The underlined M = { S symmetric : Diag S = 0 } has dimension B(B-1)/2, and the underlined L(a, b), renamed in every way, span B dimensions when a is not 0.",
  notation: {
    dim: "the dimension of the symmetric matrices without diagonal",
    dim_S: "the dimension of the span of the positive semi-definite ones among them",
  },
  parameters: {
    B: { set: "integer", min: 3, max: 10, doc: "Batch size B." },
    a: { set: "real", min: 0.1, max: 2, doc: "Diagonal entry of the underlined L(a, b)." },
    b: real("Minus its off-diagonal entries."),
  },
  assumptions: [compare("NotEqual", symbol("a"), integer(0))],
  claim: equation(symbol("dim"), over(times("B", minus("B", 1)), 2)),
  source: paper("Definition B.61"),
  uses: ["batchnorm/definition-b-33"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "units without diagonal counted; singular values of the renamed underlined L(a, b) above 1e-9",
        evaluate: ({ B, a, b }) => [withoutDiagonal(B).length, starRank(B, a, b)],
      },
      right: { name: "B(B-1)/2 and B", evaluate: ({ B }) => [(B * (B - 1)) / 2, B] },
      tolerance: { unit: "abs", limit: 0, why: "whole numbers" },
    },
  ],
  printed: {
    claim: equation(symbol("dim_S"), over(times("B", minus("B", 1)), 2)),
    says: "It takes S from the positive semi-definite matrices S_B; of those only 0 has no diagonal. H_B, the symmetric ones, is meant.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { B: 4, a: 1, b: 1 },
      left: {
        name: "units without diagonal that are positive semi-definite, by their least eigenvalue",
        evaluate: ({ B }) =>
          withoutDiagonal(B).filter((unit) => Math.min(...new EigenvalueDecomposition(unit).realEigenvalues) > -1e-12)
            .length,
      },
      right: { name: "B(B-1)/2", evaluate: ({ B }) => (B * (B - 1)) / 2 },
      tolerance: { unit: "abs", limit: 0, why: "whole numbers" },
    },
  },
});

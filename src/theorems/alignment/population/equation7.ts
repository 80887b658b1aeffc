import { pairMatrixAcross, pairMatrixPlane } from "../../../../proofs/alignment/population.js";
import { symmetricEigenvalues } from "../../../numeric/linearAlgebra/symmetricEigenvalues.js";
import { minus, over, pi, plus, times } from "../../../symbolic/build.js";
import { call, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { gatedMoment } from "../../../theory/alignment/population/gatedMoment.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { gramInPlane, momentInPlane } from "./planeMean.js";
import { gatedPair, notation, rounding } from "./settings.js";

export const equation7 = theorem({
  id: "alignment/equation-7",
  kind: "formula",
  title: "E[x z_k f_j] = G w_j with G = E[x x^T z_k z_j], whose eigenvalues depend on the angle of the two nodes only.",
  notation: {
    ...notation,
    lambda_max: "the largest eigenvalue of G; the smallest has minus sin t, the d - 2 others have no sine",
  },
  parameters: gatedPair,
  assumptions: [],
  claim: equation(
    symbol("lambda_max"),
    over(times("s2", plus(minus(pi, "t"), call("Sin", symbol("t")))), times(2, pi)),
  ),
  source: paper("eq. (7); the eigenvalues are ours"),
  uses: ["alignment/theorem-6"],
  proof: { kind: "steps", file: "proofs/alignment/population.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [pairMatrixAcross, pairMatrixPlane],
      because:
        "one ends in the characteristic polynomial in the plane of the two weights, the other in the eigenvalue across it",
    },
    {
      kind: "routes",
      left: {
        name: "the closed eigenvalues, ascending",
        evaluate: ({ d, s2, w_k, w_j }) => {
          const { planeEigenvalues, outsideEigenvalue } = gatedMoment(w_k, w_j, { variance: s2 });
          return [planeEigenvalues[0], ...new Array<number>(d - 2).fill(outsideEigenvalue), planeEigenvalues[1]];
        },
      },
      right: {
        name: "eigenvalues of the matrix whose entries are means by sectors",
        evaluate: ({ d, s2, w_k, w_j }) => {
          gatedMoment(w_k, w_j);
          const entries = Float64Array.from(gramInPlane(w_k, w_j).flat(), (entry) => s2 * entry);
          return [...symmetricEigenvalues(entries, d)].sort((a, b) => a - b);
        },
      },
      tolerance: rounding,
    },
    {
      kind: "routes",
      left: {
        name: "the closed matrix G times w_j",
        evaluate: ({ w_k, w_j }) =>
          gatedMoment(w_k, w_j).G.map((row) => row.reduce((sum, entry, i) => sum + entry * w_j[i]!, 0)),
      },
      right: { name: "E[x z_k f_j] by sectors", evaluate: ({ w_k, w_j }) => momentInPlane(w_k, w_j) },
      tolerance: rounding,
    },
  ],
});

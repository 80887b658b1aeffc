import { fullRowRankKeepsVertices } from "../../../../proofs/ladder/allVert.js";
import { multiply } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { productVertices } from "../../../theory/ladder/expressibility/productVertices.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { hullDistance } from "../ways/hullDistance.js";
import { type FactorsPoint, factorsAt, present, sizes } from "./settings.js";

function fullRank(point: FactorsPoint) {
  const { P, F } = factorsAt(point);
  const found = productVertices(P, F, { tolerance: 0 });
  return present("full row rank", found.fullRowRank ? { P, F, found } : null);
}

export const theorem7 = theorem({
  id: "ladder/theorem-7-1",
  kind: "theorem",
  title: "If F has full row rank, P F has the vertices of P.",
  notation: {
    "p_1, p_2": "entries of a row of P",
    "q_1, q_2": "the same, recovered from the row of P F by F^T (F F^T)^-1",
    "x, y": "any numbers: both entries at once",
  },
  parameters: { ...sizes, k: { set: "integer", min: 1, max: 5, doc: "Columns of F." } },
  assumptions: [],
  claim: fullRowRankKeepsVertices.claim,
  source: paper("Theorem 7 (1)"),
  uses: ["ladder/definition-2"],
  proof: { kind: "steps", file: "proofs/ladder/allVert.ts" },
  checks: [
    { kind: "exact", proofs: [fullRowRankKeepsVertices] },
    {
      kind: "routes",
      left: {
        name: "vertices of P F, by linear programs and exact certificates",
        evaluate: (point) => fullRank(point).found.PF.rows.map(({ verdict }) => Number(verdict === "vertex")),
      },
      right: {
        name: "rows of P at a positive distance from the hull of the others",
        evaluate: (point) => {
          const { P } = fullRank(point);
          return P.map((_, i) => Number(hullDistance(P, i) > 1e-6));
        },
      },
      tolerance: { unit: "abs", limit: 0, why: "verdicts" },
    },
    {
      kind: "routes",
      left: {
        name: "vertices of P, by linear programs and exact certificates",
        evaluate: (point) => fullRank(point).found.P.rows.map(({ verdict }) => Number(verdict === "vertex")),
      },
      right: {
        name: "rows of P F at a positive distance from the hull of the others",
        evaluate: (point) => {
          const { P, F } = fullRank(point);
          const product = multiply(P, F);
          return product.map((_, i) => Number(hullDistance(product, i) > 1e-6));
        },
      },
      tolerance: { unit: "abs", limit: 0, why: "verdicts" },
    },
  ],
});

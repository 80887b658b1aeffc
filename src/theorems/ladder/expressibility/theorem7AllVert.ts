import { theorem7Erratum } from "../../../../proofs/ladder/allVert.js";
import { multiply } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { productVertices } from "../../../theory/ladder/expressibility/productVertices.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { hullDistance } from "../ways/hullDistance.js";
import { type FactorsPoint, factorsAt, sizes } from "./settings.js";

const verticesOfProduct = {
  name: "vertices of P F, by linear programs and exact certificates",
  evaluate: (point: FactorsPoint) => {
    const { P, F } = factorsAt(point);
    return productVertices(P, F, { tolerance: 0 }).PF.rows.map(({ verdict }) => Number(verdict === "vertex"));
  },
};

const isVertex = (rows: readonly (readonly number[])[]) => rows.map((_, i) => Number(hullDistance(rows, i) > 1e-6));

export const theorem7AllVert = theorem({
  id: "ladder/theorem-7-2",
  kind: "theorem",
  title: "If P F is all-vert then P is, for any F; the converse needs F of full row rank.",
  notation: { v_PF: "1 if row i of P F is a vertex, else 0", v_P: "the same of P" },
  parameters: { ...sizes, k: { set: "integer", min: 1, max: 4, doc: "Columns of F." } },
  assumptions: [],
  claim: compare("LessEqual", symbol("v_PF"), symbol("v_P")),
  source: paper("Theorem 7 (2)"),
  uses: ["ladder/theorem-7-1"],
  proof: { kind: "open", reason: "p_i = sum_j a_j p_j gives p_i F = sum_j a_j p_j F; not written as steps." },
  checks: [
    {
      kind: "routes",
      relation: "LessEqual",
      left: verticesOfProduct,
      right: {
        name: "rows of P at a positive distance from the hull of the others",
        evaluate: (point) => isVertex(factorsAt(point).P),
      },
      tolerance: { unit: "abs", limit: 0, why: "verdicts" },
    },
    {
      kind: "routes",
      left: verticesOfProduct,
      right: {
        name: "rows of P F at a positive distance from the hull of the others",
        evaluate: (point) => {
          const { P, F } = factorsAt(point);
          return isVertex(multiply(P, F));
        },
      },
      tolerance: { unit: "abs", limit: 0, why: "verdicts" },
    },
  ],
  printed: {
    claim: theorem7Erratum.printed,
    says: "'PF is all-vert iff P is' is printed for any F, and derived from (1), which needs full row rank: P = I and F = ((1, 0), (0, 1), (1/2, 1/2)) refute it.",
    damaged: false,
    refutation: { kind: "exact", erratum: theorem7Erratum },
  },
});

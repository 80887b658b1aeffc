import { dot } from "../../../numeric/linearAlgebra/vectors.js";
import { symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { hullVertices } from "../../../theory/ladder/expressibility/hullVertices.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";

type Rows = readonly (readonly number[])[];

/** P^T a: the combination of the rows. */
const combination = (P: Rows, a: readonly number[]) =>
  P[0]!.map((_, k) => P.reduce((sum, row, i) => sum + a[i]! * row[k]!, 0));
const support = (P: Rows, w: readonly number[]) => Math.max(...P.map((row) => dot(w, row)));

/** Of equal rows one: of several none is a vertex. */
const distinct = (P: Rows): Rows => [
  ...new Map(P.map((row) => [row.map((entry) => entry + 0).join(" "), row])).values(),
];

export const definition1 = theorem({
  id: "ladder/definition-1",
  kind: "definition",
  title: "The convex hull of the m rows of P is the set of P^T a, a in the simplex with m entries.",
  notation: {
    h_x: "w.x for a point x = P^T a of the hull",
    h_P: "the largest w.p_i over the rows: the hull is what no functional w tells from them",
  },
  parameters: {
    m: { set: "integer", min: 1, max: 5, doc: "Rows of P." },
    n: { set: "integer", min: 1, max: 5, doc: "Columns of P." },
    P: { set: "matrix", rows: "m", columns: "n", min: -2, max: 2, doc: "The points, one a row." },
    a: { set: "stochastic", rows: 1, columns: "m", doc: "Weights of the rows." },
    w: { set: "vector", length: "n", min: -2, max: 2, doc: "A functional." },
  },
  assumptions: [],
  claim: compare("LessEqual", symbol("h_x"), symbol("h_P")),
  source: paper("Definition 1"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      relation: "LessEqual",
      left: { name: "w at the point P^T a", evaluate: ({ P, a, w }) => dot(w, combination(P, a[0]!)) },
      right: { name: "the largest value of w on the rows", evaluate: ({ P, w }) => support(P, w) },
      tolerance: { unit: "abs", limit: 1e-14, why: "rounding of 25 products up to 4" },
    },
    {
      kind: "routes",
      left: {
        name: "the largest value of w on the vertices that hullVertices finds among the distinct rows",
        evaluate: ({ P, w }) => {
          const rows = distinct(P);
          return support(
            hullVertices(rows).vertices.map((i) => rows[i]!),
            w,
          );
        },
      },
      right: { name: "the largest value of w on the rows", evaluate: ({ P, w }) => support(P, w) },
      tolerance: { unit: "abs", limit: 1e-14, why: "the same products" },
    },
    {
      kind: "routes",
      left: {
        name: "whether hullVertices finds P^T a in the hull of the rows",
        evaluate: ({ P, a }) => {
          const { rows } = hullVertices([...P, combination(P, a[0]!)], { tolerance: 1e-9 });
          return Number(rows.at(-1)!.verdict === "inside");
        },
      },
      right: { name: "1", evaluate: () => 1 },
      tolerance: { unit: "abs", limit: 0, why: "truth values" },
    },
  ],
  printed: {
    claim: compare("LessEqual", symbol("h_Pa"), symbol("h_P")),
    says: "Conv(P) = {P a, a in the simplex with n entries} is printed for m rows in R^n: P a has m entries, and weighs columns where rows are meant; it is outside the hull even where m = n.",
    damaged: false,
    refutation: {
      kind: "point",
      at: {
        m: 2,
        n: 2,
        P: [
          [1, 1],
          [0, 0],
        ],
        a: [[1, 0]],
        w: [1, -1],
      },
      relation: "LessEqual",
      left: {
        name: "w at P a, the combination of the columns",
        evaluate: ({ P, a, w }) =>
          dot(
            w,
            P.map((row) => dot(row, a[0]!)),
          ),
      },
      right: { name: "the largest value of w on the rows", evaluate: ({ P, w }) => support(P, w) },
      tolerance: { unit: "abs", limit: 1e-14, why: "whole numbers" },
    },
  },
});

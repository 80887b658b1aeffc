/** Both hypergeometric forms of c_k, each with its own sign. */
import { gegenbauerNormalised } from "../../../numeric/special/gegenbauer.js";
import { type Expression, symbol } from "../../../symbolic/expression.js";
import { gegenbauerGapHypergeometric } from "../../../symbolic/kernels/gegenbauerGap.js";
import { toNumber } from "../../../symbolic/precise/decimal.js";
import { evaluateBall } from "../../../symbolic/precise/evaluateBall.js";
import { equation } from "../../../symbolic/proposition.js";
import { rational } from "../../../symbolic/rational.js";
import { theorem } from "../../theorem.js";
import { sides } from "../ways/formula.js";
import { exactly } from "../ways/proofNamed.js";

const [B, k] = [symbol("B"), symbol("k")];
const claim = equation(symbol("c_k"), gegenbauerGapHypergeometric(k, B, true));
const other = gegenbauerGapHypergeometric(k, B);

/** With 40 digits: the terms of the series grow to 1e20 and cancel. */
const precisely = (expression: Expression) => (values: { readonly B: number; readonly k: number }) =>
  toNumber(evaluateBall(expression, { B: rational(values.B), k: rational(values.k) }, 20));

export const theorem9Gap = theorem({
  id: "batchnorm/theorem-9-gap",
  kind: "formula",
  title: "c_k by a hypergeometric series in (B-2)/(2(B-1)) with the sign (-1)^k",
  notation: { c_k: "1 - C_k(-1/(B-1))/C_k(1), C_k the Gegenbauer polynomial of index (B-3)/2" },
  parameters: {
    B: { set: "integer", min: 4, max: 1_000_000, doc: "batch size" },
    k: { set: "integer", min: 1, max: 60, doc: "degree" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Theorem 9" }],
  uses: ["batchnorm/theorem-9-basis"],
  proof: { kind: "steps", file: "proofs/batchnorm/theorem9.ts" },
  checks: [
    {
      ...exactly("theorem-9-gap", ...[1, 2, 3, 4, 5, 6].map((degree) => `theorem-9-gap-${degree}`)),
      because: "C_k(x)/C_k(1) is the series in (1-x)/2, to which the first is equal; the others are k = 1 .. 6",
    },
    {
      kind: "routes",
      left: {
        name: "the three-term recurrence",
        evaluate: ({ B, k }) => 1 - gegenbauerNormalised(B - 1, k, -1 / (B - 1))[k]!,
      },
      right: { name: "the printed series with enclosures", evaluate: precisely(sides(claim).right) },
      tolerance: { unit: "abs", limit: 1e-13, why: "rounding of the recurrence" },
    },
    {
      kind: "routes",
      left: {
        name: "the three-term recurrence",
        evaluate: ({ B, k }) => 1 - gegenbauerNormalised(B - 1, k, -1 / (B - 1))[k]!,
      },
      right: { name: "the series in B/(2(B-1)) without sign, with enclosures", evaluate: precisely(other) },
      tolerance: { unit: "abs", limit: 1e-13, why: "rounding of the recurrence" },
    },
    {
      kind: "reference",
      at: { B: 8, k: 2 },
      value: "1.14285714285714285714",
      origin: "test/reference/batchnorm.json: recurrence for C_k(x)/C_k(1) (mpmath)",
      way: { name: "the printed series with enclosures", evaluate: precisely(sides(claim).right) },
      tolerance: { unit: "abs", limit: 1e-15, why: "20 digits, rounded to a double" },
    },
    {
      kind: "reference",
      at: { B: 16, k: 5 },
      value: "1.00421530864197530864",
      origin: "test/reference/batchnorm.json: recurrence for C_k(x)/C_k(1) (mpmath)",
      way: { name: "the printed series with enclosures", evaluate: precisely(sides(claim).right) },
      tolerance: { unit: "abs", limit: 1e-15, why: "20 digits, rounded to a double" },
    },
  ],
});

import { domainError } from "../../../numeric/domain.js";
import { integer, symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { backwardGradient } from "../../../theory/ladder/disentanglement/backwardGradient.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { type FactorisedPoint, factorised, ladderAt, rounding, sizesAt } from "./settings.js";

/** The gradient one layer below a disentangled one, where some run has two factors of beta or more. */
function below(point: FactorisedPoint) {
  if (sizesAt(point).every((size) => size === 1)) {
    throw domainError("sizes", "1", "a run of two factors or more", "Take another seed.");
  }
  const ladder = ladderAt(point);
  return backwardGradient(ladder, ladder);
}

export const gradientEntangles = theorem({
  id: "ladder/gradient-entangles",
  kind: "proposition",
  title:
    "One layer below, a disentangled gradient is disentangled no more: for random tables its distance from Definition 4 is positive as soon as one run has two factors.",
  notation: { r: "largest entry of the difference to p_1 x .. g~_k .. x p_n with the marginals of beta's factors" },
  parameters: factorised,
  assumptions: [],
  claim: compare("Greater", symbol("r"), integer(0)),
  source: paper("Section 7.7.1"),
  uses: ["ladder/equation-101", "ladder/definition-4"],
  proof: {
    kind: "open",
    reason: "True for almost all tables: neither P^T g~ nor p_beta[S] has reason to be a product.",
  },
  checks: [
    {
      kind: "routes",
      relation: "Less",
      left: { name: "1e-9, above all rounding", evaluate: () => 1e-9 },
      right: { name: "the distance from Definition 4", evaluate: (point) => below(point).residual },
      tolerance: { unit: "abs", limit: 0, why: "strict" },
    },
    {
      kind: "routes",
      relation: "Less",
      left: { name: "1e-9, above all rounding", evaluate: () => 1e-9 },
      right: {
        name: "the largest distance of a column from any tensor of rank 1",
        evaluate: (point) => Math.max(...below(point).rankOneResiduals),
      },
      tolerance: { unit: "abs", limit: 0, why: "strict" },
    },
    {
      kind: "routes",
      left: {
        name: "the distance where every run has one factor, plus 1",
        evaluate: (point) => {
          const ladder = ladderAt({ ...point, most: 1 });
          return 1 + backwardGradient(ladder, ladder).residual;
        },
      },
      right: { name: "1: then it stays disentangled", evaluate: () => 1 },
      tolerance: rounding,
    },
  ],
});

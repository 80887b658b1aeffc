import type { Parameters } from "../theorems/domain.js";
import type { RoutesCheck } from "../theorems/theorem.js";
import { type ComparedRelation, compareSides } from "./compare.js";
import { evaluateWay } from "./evaluateWay.js";
import type { Point } from "./point.js";
import { printComputed } from "./print.js";

/** What one point says about a check of two sides. */
export type Examination =
  | { readonly outcome: "agree"; readonly ratio: number; readonly left: string; readonly right: string }
  | { readonly outcome: "differ"; readonly ratio: number; readonly left: string; readonly right: string }
  | { readonly outcome: "skip"; readonly says: string }
  | { readonly outcome: "unevaluable"; readonly says: string; readonly left: string; readonly right: string };

const reasons = {
  close: "the sides are closer than their errors",
  unconverged: "an estimate did not reach its accuracy",
};

type Sides<P extends Parameters> = Pick<RoutesCheck<P>, "left" | "right" | "tolerance"> & {
  readonly relation?: ComparedRelation;
};

/** Evaluates both sides at the point and compares them. */
export function examine<P extends Parameters>(sides: Sides<P>, point: Point): Examination {
  const left = evaluateWay(sides.left, point);
  if (left.outcome === "skip") return left;
  const right = left.outcome === "broken" ? left : evaluateWay(sides.right, point);
  if (right.outcome === "skip") return right;
  if (left.outcome === "broken") {
    return { outcome: "unevaluable", says: left.says, left: "no value", right: "not computed" };
  }
  const texts = (entry = 0) => ({
    left: printComputed(left.computed, entry),
    right: right.outcome === "value" ? printComputed(right.computed, entry) : "no value",
  });
  if (right.outcome === "broken") return { outcome: "unevaluable", says: right.says, ...texts() };
  const { relation = "Equal", tolerance } = sides;
  const found = compareSides(relation, left.computed, right.computed, tolerance);
  switch (found.outcome) {
    case "agree":
    case "differ":
      return { outcome: found.outcome, ratio: found.ratio, ...texts(found.entry) };
    case "unevaluable":
      return { ...found, ...texts() };
    default:
      return { outcome: "skip", says: reasons[found.outcome] };
  }
}

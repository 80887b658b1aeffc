import { type CallExpression, comparisonHeads, type Expression, type HeadName } from "../expression.js";
import { compareOrders, largerOrder, type Order, unit } from "./order.js";
import type { Series } from "./series.js";

/** Heads whose values are bounded on the whole line: even where their argument is not settled, they are O(1). */
const boundedHeads: ReadonlySet<HeadName> = new Set<HeadName>([
  "Sin",
  "Cos",
  "Tanh",
  "Sech",
  "Asin",
  "Acos",
  "Atan",
  "Erf",
  "Erfc",
  "Sigmoid",
  "Sign",
  "Step",
  ...comparisonHeads,
  "And",
  "Or",
  "Not",
]);

/**
 * A bound for a call at infinity whose arguments have no limit there (sin x): what is bounded stays bounded, an absolute
 * value, a maximum or a branch is no larger than the larger of its arguments. Null when nothing can be said.
 */
export function boundOfUndecided(
  { head, args }: CallExpression,
  boundOf: (arg: Expression) => Order | null,
): Series | null {
  const bounded: Series = { terms: [], rest: unit };
  if (boundedHeads.has(head)) return bounded;
  const largest = (from: number) =>
    args.slice(from).reduce<Order | null>((most, arg) => largerOrder(most, boundOf(arg)), unit);
  if (head === "Abs" || head === "Min" || head === "Max") return { terms: [], rest: largest(0) };
  if (head === "Conditional") return { terms: [], rest: largest(1) };
  if (head === "Exp" || head === "Expm1" || head === "Cosh" || head === "Sinh") {
    const size = boundOf(args[0]!);
    return size === null || compareOrders(size, unit) <= 0 ? bounded : null;
  }
  return null;
}

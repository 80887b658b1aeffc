import { freeSymbols } from "../symbolic/integrals/freeSymbols.js";
import { verifyProposition } from "../symbolic/precise/verify.js";
import type { Proposition } from "../symbolic/proposition.js";
import { type Rational, rationalFromNumber } from "../symbolic/rational.js";
import type { Parameters } from "../theorems/domain.js";
import type { Point } from "./point.js";

const DIGITS = 20;

const symbolsOf = (proposition: Proposition): readonly string[] => [
  ...freeSymbols(proposition.left),
  ...(proposition.relation === "Element" ? [] : freeSymbols(proposition.right)),
];

const isNumeric = (parameters: Parameters, name: string): boolean =>
  Object.hasOwn(parameters, name) && ["integer", "real"].includes(parameters[name]!.set);

/** Assumptions in numeric parameters alone can be tested at a point; those about an activation are the domain's business. */
export const isTestable = (parameters: Parameters, assumption: Proposition): boolean =>
  symbolsOf(assumption).every((name) => isNumeric(parameters, name));

/** Whether a statement in numeric parameters holds at a point, by enclosures; false too where it has no value there. */
function holdsAt(proposition: Proposition, point: Point): boolean {
  const names = symbolsOf(proposition);
  const at: Record<string, Rational> = Object.fromEntries(
    names.map((name) => [name, rationalFromNumber(point[name] as number)]),
  );
  try {
    return verifyProposition(proposition, [at], DIGITS).status === "verified";
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Whether every testable assumption holds at the point. */
export const areMet = (parameters: Parameters, assumptions: readonly Proposition[], point: Point): boolean =>
  assumptions.every((assumption) => !isTestable(parameters, assumption) || holdsAt(assumption, point));

import type { PrintedPoint, PrintedValue } from "../verification/print.js";
import type { Counterexample, Verdict } from "../verification/verdict.js";

/** Numbers of a matrix at most this many, others are in the JSON. */
const MOST = 16;

function valueText(value: PrintedValue): string {
  if (typeof value !== "object") return String(value);
  const count = value.flat().length;
  return count > MOST ? `(${value.length} rows or numbers, see --json)` : JSON.stringify(value);
}

/** "B = 8, phi = tanh". */
export const pointText = (at: PrintedPoint): string =>
  Object.entries(at)
    .map(([name, value]) => `${name} = ${valueText(value)}`)
    .join(", ");

/** "refuted", "undecided: vacuous". */
export const statusText = ({ status, why }: Pick<Verdict, "status" | "why">): string =>
  why === undefined ? status : `${status}: ${why}`;

export const counterexampleText = ({ check, at, left, right }: Counterexample): string => {
  const where = pointText(at);
  return `${check}: at ${where === "" ? "its only point" : where} the left side is ${left}, the right side ${right}`;
};

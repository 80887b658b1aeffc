import type { PrintedPoint, PrintedValue } from "../verification/print.js";
import type { Counterexample, Verdict } from "../verification/verdict.js";

/** Longer vectors and larger matrices stand in the JSON output only. */
const MOST = 64;

const short = (x: number) => Number(x.toPrecision(6));

function valueText(value: PrintedValue): string {
  if (typeof value !== "object") return String(value);
  const numbers = value.flat();
  if (numbers.length > MOST) return `${numbers.length} numbers, see --json`;
  return JSON.stringify(value.map((row) => (typeof row === "number" ? short(row) : row.map(short))));
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

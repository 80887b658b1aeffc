import type { Computed } from "../theorems/theorem.js";
import type { ParameterValue, Point } from "./point.js";

/** A parameter's value as JSON has it: an activation is its text. */
export type PrintedValue = number | string | readonly number[] | readonly (readonly number[])[];

export type PrintedPoint = Readonly<Record<string, PrintedValue>>;

export const printValue = (value: ParameterValue): PrintedValue =>
  typeof value === "object" && "text" in value ? value.text : value;

export const printPoint = (point: Point): PrintedPoint =>
  Object.fromEntries(Object.entries(point).map(([name, value]) => [name, printValue(value)]));

const MOST = 6;

/** "1.25", "1.25 ± 1e-12", "[1, 2, ...]": a computed side for people. */
export function printComputed(computed: Computed): string {
  if (typeof computed === "number") return String(computed);
  if ("value" in computed) return `${computed.value} ± ${computed.error.toPrecision(1)}`;
  const shown = computed.slice(0, MOST).map(printComputed);
  return `[${[...shown, ...(computed.length > MOST ? ["..."] : [])].join(", ")}]`;
}

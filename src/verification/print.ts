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

/** "1.25", "1.25 ± 1e-12", "[1, 2, ...], entry 7: 3": a computed side for people. `entry` is the one that matters, from 0. */
export function printComputed(computed: Computed, entry = 0): string {
  if (typeof computed === "number") return String(computed);
  if ("value" in computed) return `${computed.value} ± ${computed.error.toPrecision(1)}`;
  if (computed.length <= MOST) return `[${computed.map((one) => printComputed(one)).join(", ")}]`;
  const shown = computed.slice(0, MOST / 2).map((one) => printComputed(one));
  return `[${shown.join(", ")}, ...], entry ${entry + 1}: ${printComputed(computed[entry]!)}`;
}

/** What is asserted of measured numbers: a claim fails when they contradict it by more than two standard errors. */
import type { Measured } from "../simulation/statistics/mean.js";
import type { Assertion } from "./experiment.js";
import { rounded } from "./statistics.js";

export interface Labelled {
  readonly label: string;
  readonly measured: Measured;
}

const errorOf = ({ standardError }: Measured): number => (Number.isFinite(standardError) ? standardError : 0);
const differenceError = (a: Measured, b: Measured): number => Math.hypot(errorOf(a), errorOf(b));
const listed = (values: readonly Labelled[]): string =>
  values.map(({ label, measured }) => `${label}: ${rounded(measured.value, 3)}`).join(", ");

/** No value lies below an earlier one (by more than two standard errors of their difference). */
export function assertRising(says: string, values: readonly Labelled[]): Assertion {
  const fall = values.some(({ measured: later }, k) =>
    values.slice(0, k).some(({ measured: former }) => later.value < former.value - 2 * differenceError(former, later)),
  );
  return { says, holds: !fall, detail: listed(values) };
}

/** No value lies above an earlier one, and the last lies below the first (by more than two standard errors). */
export function assertFalling(says: string, values: readonly Labelled[]): Assertion {
  const rise = values.some(({ measured: later }, k) =>
    values.slice(0, k).some(({ measured: former }) => later.value > former.value + 2 * differenceError(former, later)),
  );
  const [first, last] = [values[0]!.measured, values.at(-1)!.measured];
  const falls = last.value < first.value - 2 * differenceError(first, last);
  return { says, holds: !rise && falls, detail: listed(values) };
}

/** The first value is above every other one by more than `margin` and two standard errors. */
export function assertAbove(says: string, values: readonly Labelled[], margin: number): Assertion {
  const [first, ...rest] = values;
  const above = rest.every(
    ({ measured }) =>
      first!.measured.value - measured.value > Math.max(margin, 2 * differenceError(first!.measured, measured)),
  );
  return { says, holds: above, detail: listed(values) };
}

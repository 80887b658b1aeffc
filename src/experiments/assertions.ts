/** What is asserted of measured numbers: a claim fails when they contradict it by more than two standard errors. */
import type { Measured } from "../simulation/statistics/mean.js";
import type { Assertion, Findings } from "./experiment.js";
import { measure, rounded } from "./statistics.js";

export interface Labelled {
  readonly label: string;
  readonly measured: Measured;
  /** One number a repetition, in the same order for all labels: differences are then those of the pairs. */
  readonly paired?: readonly number[];
}

/** A claim that so few repetitions cannot judge: one has no standard error. */
export interface Unasserted {
  readonly says: string;
  readonly holds: null;
  readonly detail: string;
}

export type Claim = Assertion | Unasserted;

/** Claims that are judged, and a note that names the others. */
export function judged(claims: readonly Claim[]): Pick<Findings, "assertions" | "notes"> {
  const open = claims.filter(({ holds }) => holds === null);
  return {
    assertions: claims.filter((claim): claim is Assertion => claim.holds !== null),
    notes: open.map(({ says, detail }) => `Not asserted: ${says} (${detail}).`),
  };
}

const known = (values: readonly Labelled[]): boolean =>
  values.every(({ measured }) => Number.isFinite(measured.standardError));

const listed = (values: readonly Labelled[]): string =>
  values.map(({ label, measured }) => `${label}: ${rounded(measured.value, 3)}`).join(", ");

/** Judged where there are standard errors; `detail` has the numbers. */
export const claim = (
  says: string,
  values: readonly Labelled[],
  holds: () => boolean,
  detail = listed(values),
): Claim =>
  known(values)
    ? { says, holds: holds(), detail }
    : { says, holds: null, detail: `one seed has no standard error; ${detail}` };

/** Rounding of equal values is no difference. */
const ROUNDING = 1e-12;

/** a - b by more than two standard errors of the difference; 0 where it is less. */
function excess(a: Labelled, b: Labelled): number {
  const pairs = a.paired !== undefined && a.paired.length === b.paired?.length;
  const difference = pairs ? measure(a.paired!.map((value, k) => value - b.paired![k]!))! : null;
  const value = difference?.value ?? a.measured.value - b.measured.value;
  const error = difference?.standardError ?? Math.hypot(a.measured.standardError, b.measured.standardError);
  return value > 2 * error + ROUNDING ? value : 0;
}

/** Whether some value is above a later one. */
const falls = (values: readonly Labelled[]): boolean =>
  values.some((later, k) => values.slice(0, k).some((former) => excess(former, later) > 0));

/** No value lies below an earlier one. */
export const assertNotFalling = (says: string, values: readonly Labelled[]): Claim =>
  claim(says, values, () => !falls(values));

/** No value lies below an earlier one, and the last lies above the first. */
export const assertRising = (says: string, values: readonly Labelled[]): Claim =>
  claim(says, values, () => !falls(values) && excess(values.at(-1)!, values[0]!) > 0);

/** No value lies above an earlier one, and the last lies below the first. */
export function assertFalling(says: string, values: readonly Labelled[]): Claim {
  const reversed = [...values].reverse();
  return claim(says, values, () => !falls(reversed) && excess(reversed.at(-1)!, reversed[0]!) > 0);
}

/** The first value is above every other one by more than `margin`, and by more than two standard errors. */
export const assertAbove = (says: string, values: readonly Labelled[], margin: number): Claim =>
  claim(says, values, () => values.slice(1).every((other) => excess(values[0]!, other) > margin));

/** The value is above 0 by more than two standard errors. */
export const assertPositive = (says: string, value: Labelled): Claim =>
  claim(says, [value], () => value.measured.value > 2 * value.measured.standardError + ROUNDING);

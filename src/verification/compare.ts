import type { Computed, Tolerance } from "../theorems/theorem.js";

export type ComparedRelation = "Equal" | "LessEqual" | "Less";

/**
 * agree, differ: decided, `ratio` = |difference| / (errors + tolerance), of the `entry` where it is largest. close: a strict inequality within the errors.
 * unconverged: an estimate that did not reach its accuracy. unevaluable: NaN, or lists that do not match.
 */
export type Comparison =
  | { readonly outcome: "agree" | "differ"; readonly ratio: number; readonly entry: number }
  | { readonly outcome: "close" | "unconverged" }
  | { readonly outcome: "unevaluable"; readonly says: string };

interface Entry {
  readonly value: number;
  readonly error: number;
  readonly converged: boolean;
}

const entriesOf = (computed: Computed): readonly Entry[] => {
  if (typeof computed === "number") return [{ value: computed, error: 0, converged: true }];
  if ("value" in computed) return [computed];
  return computed.flatMap(entriesOf);
};

/** Infinite values agree with themselves only. */
function ratioOf(difference: number, allowed: number): number {
  if (Number.isNaN(difference)) return 0;
  if (allowed > 0) return difference / allowed;
  return difference === 0 ? 0 : difference > 0 ? Infinity : -Infinity;
}

/** left < right by more than the errors: how much of the gap they take; null where they take it all. */
function strictRatio(left: Entry, right: Entry): number | null {
  const errors = left.error + right.error;
  const gap = right.value - left.value;
  if (gap > errors) return errors / gap;
  return gap <= -errors ? Infinity : null;
}

function sizeOf(entries: readonly Entry[]): number {
  const sizes = entries.map(({ value }) => Math.abs(value)).filter(Number.isFinite);
  return sizes.reduce((largest, size) => Math.max(largest, size), 0);
}

/** NaN is never within a tolerance. */
function defect(left: readonly Entry[], right: readonly Entry[]): string | null {
  if (left.length !== right.length) return `${left.length} values on the left, ${right.length} on the right`;
  if (left.length === 0) return "no values";
  const all = [...left, ...right];
  if (all.some(({ value, error }) => !(error >= 0) || Number.isNaN(value))) return "a value is NaN";
  return null;
}

/** Compares two sides entry by entry. A relative tolerance refers to the largest entry of both sides. */
export function compareSides(
  relation: ComparedRelation,
  left: Computed,
  right: Computed,
  tolerance: Tolerance,
): Comparison {
  const [a, b] = [entriesOf(left), entriesOf(right)];
  const says = defect(a, b);
  if (says !== null) return { outcome: "unevaluable", says };
  if ([...a, ...b].some(({ converged, error }) => !converged || error === Infinity)) return { outcome: "unconverged" };
  const scale = tolerance.unit === "rel" ? Math.max(sizeOf(a), sizeOf(b)) : 1;
  let worst = { ratio: Number.NEGATIVE_INFINITY, entry: 0 };
  for (const [i, own] of a.entries()) {
    const other = b[i]!;
    const difference = own.value - other.value;
    const allowed = own.error + other.error + tolerance.limit * scale;
    const signed = relation === "Equal" ? Math.abs(difference) : difference;
    const ratio = relation === "Less" ? strictRatio(own, other) : ratioOf(signed, allowed);
    if (ratio === null) return { outcome: "close" };
    if (ratio > worst.ratio) worst = { ratio, entry: i };
  }
  return { outcome: worst.ratio <= 1 ? "agree" : "differ", ...worst };
}

/** Both ways of a check at one point, as numbers: what a reader compares. */
import type { Computed, RoutesCheck, Tolerance } from "../theorems/theorem.js";
import { type ComparedRelation, type Comparison, compareSides } from "./compare.js";
import { type Evaluated, evaluateWay } from "./evaluateWay.js";
import type { Point } from "./point.js";

export interface SideValue {
  readonly value: number;
  /** 0: exact, or rounding that the tolerance has. */
  readonly error: number;
}

export interface ComparedValue {
  readonly left: SideValue;
  readonly right: SideValue;
  /** left - right. */
  readonly difference: number;
  /** Both errors and the tolerance together. */
  readonly allowed: number;
}

export interface TwoSides {
  /** As `examine` has them; "close": a strict inequality within its errors, "unconverged": an estimate without its accuracy. */
  readonly outcome: Comparison["outcome"] | "skip";
  /** Why there is no comparison. */
  readonly says: string;
  /** Entry by entry; empty where a side has no value. */
  readonly values: readonly ComparedValue[];
  /** The entry that is nearest to failing, from 0. */
  readonly worst: number;
  /** |difference| / allowed there; above 1 where the check fails. Null where nothing was compared. */
  readonly ratio: number | null;
}

const valuesOf = (computed: Computed): readonly SideValue[] => {
  if (typeof computed === "number") return [{ value: computed, error: 0 }];
  if ("value" in computed) return [{ value: computed.value, error: computed.error }];
  return computed.flatMap(valuesOf);
};

const sizeOf = (values: readonly SideValue[]) =>
  values.reduce((largest, { value }) => (Number.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest), 0);

function comparedValues(left: Computed, right: Computed, { unit, limit }: Tolerance): readonly ComparedValue[] {
  const [a, b] = [valuesOf(left), valuesOf(right)];
  if (a.length !== b.length) return [];
  const slack = limit * (unit === "rel" ? Math.max(sizeOf(a), sizeOf(b)) : 1);
  return a.map((own, i) => {
    const other = b[i]!;
    // infinite values agree with themselves
    const difference = own.value === other.value ? 0 : own.value - other.value;
    return { left: own, right: other, difference, allowed: own.error + other.error + slack };
  });
}

const nothing = (outcome: TwoSides["outcome"], says: string): TwoSides => ({
  ...{ outcome, says, values: [], worst: 0, ratio: null },
});

const reasons = {
  close: "the sides are closer than their errors: the strict inequality is not decided here",
  unconverged: "an estimate did not reach its accuracy here",
};

function compared(left: Computed, right: Computed, relation: ComparedRelation, tolerance: Tolerance): TwoSides {
  const found = compareSides(relation, left, right, tolerance);
  const values = comparedValues(left, right, tolerance);
  switch (found.outcome) {
    case "agree":
    case "differ":
      return { outcome: found.outcome, says: "", values, worst: found.entry, ratio: found.ratio };
    case "unevaluable":
      return { ...nothing("unevaluable", found.says), values };
    default:
      return { ...nothing(found.outcome, reasons[found.outcome]), values };
  }
}

const failed = (evaluated: Evaluated): TwoSides | null => {
  if (evaluated.outcome === "value") return null;
  return nothing(evaluated.outcome === "skip" ? "skip" : "unevaluable", evaluated.says);
};

/**
 * Evaluates both ways of a check at the point and compares them entry by entry. Each way may take long: `pause` is awaited
 * before each, and what it throws stops the comparison. Throws nothing of its own.
 */
export async function twoSides(
  { left, right, relation = "Equal", tolerance }: Pick<RoutesCheck<never>, "left" | "right" | "relation" | "tolerance">,
  point: Point,
  pause: () => Promise<void> = async () => {},
): Promise<TwoSides> {
  await pause();
  const first = evaluateWay(left, point);
  const early = failed(first);
  if (early !== null || first.outcome !== "value") return early!;
  await pause();
  const second = evaluateWay(right, point);
  if (second.outcome !== "value") return failed(second)!;
  return compared(first.computed, second.computed, relation, tolerance);
}

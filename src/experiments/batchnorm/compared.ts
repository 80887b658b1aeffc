/** A number of infinitely wide networks beside the same number of simulated ones, at two widths or more. */
import type { Estimate } from "../../numeric/estimate.js";
import { type Extrapolation, extrapolate } from "../../simulation/statistics/extrapolate.js";
import type { Measured } from "../../simulation/statistics/mean.js";
import { studentQuantile } from "../../simulation/statistics/studentQuantile.js";
import type { Claim } from "../assertions.js";
import type { TableCell } from "../experiment.js";
import { errorCell, measure, rounded } from "../statistics.js";

export interface AtWidth {
  readonly width: number;
  readonly measured: Measured;
}

export interface Compared {
  readonly label: string;
  readonly theory: Pick<Estimate, "value" | "error">;
  /** By rising width. */
  readonly widths: readonly AtWidth[];
  /** a of a + b/N; null without two widths and standard errors. */
  readonly limit: Extrapolation | null;
  /** (limit - theory) in standard errors. */
  readonly z: number | null;
}

/** Chance of a deviation that is not allowed, two-sided: four standard errors where they are known, since some figures compare forty numbers. */
const LEVEL = 6e-5;

/** Fewer networks do not tell their standard error. */
const FEWEST = 8;

const fewestOf = ({ widths }: Compared): number => Math.min(...widths.map(({ measured: { samples } }) => samples));

/** So many standard errors are allowed: Student's quantile, as they are estimated from the networks themselves. */
const allowedFor = (each: Compared): number => studentQuantile(LEVEL, fewestOf(each) - 1);

/** `values`: one number a network, by width. Widths without a number are left out. */
export function compare(
  label: string,
  theory: Compared["theory"],
  values: readonly { readonly width: number; readonly values: readonly number[] }[],
): Compared {
  const widths = values
    .flatMap(({ width, values: own }): AtWidth[] => (own.length === 0 ? [] : [{ width, measured: measure(own)! }]))
    .sort((a, b) => a.width - b.width);
  const points = widths.map(({ width, measured: { value, standardError } }) => ({ width, value, standardError }));
  const known = points.length > 1 && points.every(({ standardError: e }) => e > 0 && Number.isFinite(e));
  const limit = known ? extrapolate(points) : null;
  const z = limit === null ? null : (limit.value - theory.value) / Math.hypot(limit.standardError, theory.error);
  return { label, theory, widths, limit, z };
}

export const comparedColumns = (width: number): readonly string[] => [
  ...["theory", `N = ${width}`, "± s.e.", "N → ∞", "± s.e.", "z"],
];

export const comparedCells = ({ theory, widths, limit, z }: Compared): readonly TableCell[] => {
  const widest = widths.at(-1)?.measured ?? null;
  return [
    rounded(theory.value),
    ...(widest === null ? [null, null] : [rounded(widest.value, 4), errorCell(widest)]),
    ...(limit === null ? [null, null] : [rounded(limit.value, 4), rounded(limit.standardError, 2)]),
    z === null ? null : rounded(z, 2),
  ];
};

/** Every extrapolation to infinite width is within four of its standard errors of the theory, or a little more where few networks tell them. */
export function assertAgreement(says: string, all: readonly Compared[]): Claim {
  const judged = all.filter((each) => each.z !== null && fewestOf(each) >= FEWEST);
  if (judged.length < all.length) {
    return { says, holds: null, detail: `fewer than ${FEWEST} networks do not tell their standard error` };
  }
  const share = (each: Compared) => Math.abs(each.z!) / allowedFor(each);
  const worst = judged.reduce((a, b) => (share(b) > share(a) ? b : a));
  const allowed = `${rounded(allowedFor(worst), 2)} allowed`;
  return {
    says,
    holds: share(worst) <= 1,
    detail: `largest of ${judged.length} deviations: ${rounded(worst.z!, 2)} standard errors (${allowed}), ${worst.label}`,
  };
}

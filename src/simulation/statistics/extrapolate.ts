import { domainError } from "../../numeric/domain.js";
import { compensatedSum } from "../../numeric/sum.js";
import type { ConfidenceOptions } from "./mean.js";
import { studentQuantile } from "./studentQuantile.js";

export interface WidthPoint {
  readonly width: number;
  readonly value: number;
  readonly standardError: number;
}

export interface Extrapolation {
  /** At infinite width. */
  readonly value: number;
  readonly standardError: number;
  readonly interval: readonly [number, number];
  /** b of value(N) = a + b/N. */
  readonly slope: { readonly value: number; readonly standardError: number };
  /** sum of squared residuals over their standard errors; about `degrees` where the 1/N law fits. */
  readonly chiSquare: number;
  /** Points - 2. */
  readonly degrees: number;
}

/**
 * The limit a of value(N) = a + b/N, by least squares weighted with 1/standardError^2; two widths are joined by a line.
 * The points must be independent: give each width a seed of its own. The standard errors are taken as known (a Gaussian
 * interval). What of order 1/N^2 remains shows in chiSquare from
 * three widths on, and is not in the error.
 *
 * @throws TheoryError "domain" without two different widths, or without a positive standard error.
 */
export function extrapolate(
  points: readonly WidthPoint[],
  { confidence = 0.95 }: ConfidenceOptions = {},
): Extrapolation {
  if (new Set(points.map(({ width }) => width)).size < 2) {
    throw domainError(
      "widths",
      points.map(({ width }) => width).join(),
      "at least two widths",
      "Simulate another width.",
    );
  }
  for (const { standardError, value, width } of points) {
    if (!(standardError > 0 && Number.isFinite(standardError) && Number.isFinite(value) && width >= 1)) {
      throw domainError("standardError", standardError, "a finite number above 0", "Simulate two networks or more.");
    }
  }
  const weigh = (f: (point: WidthPoint) => number) =>
    compensatedSum(points.map((point) => f(point) / point.standardError ** 2));
  const total = weigh(() => 1);
  const centre = weigh(({ width }) => 1 / width) / total;
  const spread = weigh(({ width }) => (1 / width - centre) ** 2);
  const slope = weigh(({ width, value }) => (1 / width - centre) * value) / spread;
  const value = weigh((point) => point.value - slope / point.width) / total;
  const standardError = Math.sqrt(1 / total + centre ** 2 / spread);
  const reach = studentQuantile(1 - confidence, Number.POSITIVE_INFINITY) * standardError;
  return Object.freeze({
    value,
    standardError,
    interval: [value - reach, value + reach] as const,
    slope: { value: slope, standardError: 1 / Math.sqrt(spread) },
    chiSquare: weigh((point) => (point.value - value - slope / point.width) ** 2),
    degrees: points.length - 2,
  });
}

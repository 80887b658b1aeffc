/** What the theorems of information geometry compute in several places. */

import type { Estimate } from "../../../numeric/estimate.js";
import { largestEntry } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { familyDivergences } from "../../../theory/grouping/geometry/familyDivergences.js";
import { informationMonotonicity } from "../../../theory/grouping/geometry/informationMonotonicity.js";
import { legendreDual } from "../../../theory/grouping/geometry/legendreDual.js";
import { bruteMember, type ChannelValues, type FamilyValues, familyOf, lawsOf } from "./settings.js";

export const both = (values: FamilyValues) => familyDivergences(familyOf(values), values.theta, values.theta_2);

/** v^T G v from D(theta : theta + s v) + D(theta : theta - s v) over s^2, extrapolated in s^2. */
export function secondOrder(D: (s: number) => number): number {
  let row: number[] = [];
  for (let k = 0; k < 6; k++) {
    const s = 0.25 / 2 ** k;
    const next = [(D(s) + D(-s)) / s ** 2];
    for (let j = 1; j <= k; j++) next.push(next[j - 1]! + (next[j - 1]! - row[j - 1]!) / (4 ** j - 1));
    row = next;
  }
  return row.at(-1)!;
}

/** Values that rounding of means moves by so much: the dual metric is large for points that are nearly on a hyperplane. */
export const moved = (values: readonly number[], error: number): readonly Estimate[] =>
  values.map((value) => ({ value, error, method: "with the rounding of the mean", evals: 0, converged: true }));

/** theta by Newton's method from the mean of the law at theta, by sums of exponentials. */
export function thetaOfMean(values: FamilyValues): readonly Estimate[] {
  const { theta } = legendreDual(familyOf(values), bruteMember(values, values.theta).mean);
  return moved(theta, 1e-14 * largestEntry(both(values).members[0].dualMetric));
}

export const conditioned = {
  unit: "abs",
  limit: 1e-10,
  why: "rounding beyond that of the mean, which is stated",
} as const;

export const orders = ({ printed, reversed }: { readonly printed: number; readonly reversed: number }) => [
  printed,
  reversed,
];

/** sum_h pK(h) KL(p given h || q given h). */
export const averaged = (values: ChannelValues): number => {
  const [p, q] = lawsOf(values);
  return informationMonotonicity(p, q, values.K).averaged;
};

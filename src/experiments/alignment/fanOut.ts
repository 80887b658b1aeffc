/** Fan-out of students that are aligned with a teacher, and of the others (Figures 7 and 9). */
import type { Assertion } from "../experiment.js";
import type { Mark, Point } from "../plot.js";
import { pooledMean, withError } from "../statistics.js";
import { MATCHED } from "./matched.js";

/** By student: its largest correlation with a teacher, and its fan-out. */
export interface Students {
  readonly correlation: readonly number[];
  readonly fanOut: readonly number[];
}

/** Fewer students of a kind have no mean worth comparing. */
const FEW = 10;

/** The mean fan-out over the seeds of the students that are aligned with a teacher, or of the others, and how many there are. */
export function fanOutOf(seeds: readonly Students[], aligned: boolean) {
  const values = seeds.map(({ correlation, fanOut }) => fanOut.filter((_, k) => correlation[k]! > MATCHED === aligned));
  return { mean: pooledMean(values), count: values.flat().length };
}

/** That those without a teacher have the smaller mean; nothing where there are few of a kind. `where` begins the sentence. */
export function assertSmaller(where: string, seeds: readonly Students[]): Assertion[] {
  const [aligned, others] = [fanOutOf(seeds, true), fanOutOf(seeds, false)];
  if (aligned.count < FEW || others.count < FEW) return [];
  const [large, small] = [aligned.mean!, others.mean!];
  return [
    {
      says: `${where}: students without a teacher have the smaller mean fan-out`,
      holds: small.value < large.value,
      detail: `${withError(small)} (${others.count} students) against ${withError(large)} (${aligned.count})`,
    },
  ];
}

/** A dot a student of all seeds, at correlation and fan-out; correlations below 0 stand at 0. `others` labels those that are not aligned. */
export function studentDots(seeds: readonly Students[], others: string): Mark[] {
  const points = (aligned: boolean): Point[] =>
    seeds.flatMap(({ correlation, fanOut }) =>
      correlation.flatMap((each, k): Point[] => (each > MATCHED === aligned ? [[Math.max(0, each), fanOut[k]!]] : [])),
    );
  const dots = { kind: "points", symbol: "dot", size: 3, opacity: 0.55 } as const;
  return [
    { ...dots, colour: 0, label: others, points: points(false) },
    { ...dots, colour: 1, label: `correlation above ${MATCHED}`, points: points(true) },
  ];
}

import { type Grouping, groupingOf } from "./grouping.js";

/** The batch after some layers. */
export interface PathPoint {
  readonly layer: number;
  /** Sizes of the groups on both sides of the widest gap between the samples' centred variances. */
  readonly groups: readonly [number, number];
  /** Mean centred variance of both groups over that of all samples. */
  readonly variance: readonly [number, number];
  /** Largest over smallest centred variance of a sample. */
  readonly ratio: number;
}

/** A look at a path between two layers. */
export interface Look {
  readonly point: PathPoint;
  readonly grouping: Grouping;
  readonly profile: Float64Array;
}

/** Centred variances of the samples over their mean. */
export function profileOf(centred: Float64Array, size: number): Float64Array {
  const variances = Float64Array.from({ length: size }, (_, i) => centred[i * (size + 1)]!);
  const mean = variances.reduce((sum, value) => sum + value, 0) / size;
  return variances.map((value) => value / mean);
}

export function lookAt(centred: Float64Array, profile: Float64Array, layer: number): Look {
  const grouping = groupingOf(centred, profile.length);
  const mean = (members: readonly number[]) => members.reduce((total, i) => total + profile[i]!, 0) / members.length;
  const [one, two] = grouping.members;
  const point: PathPoint = {
    layer,
    groups: [one.length, two.length],
    variance: [mean(one), mean(two)],
    ratio: grouping.ratio,
  };
  return { point, grouping, profile };
}

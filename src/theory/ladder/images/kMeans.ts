/**
 * k-means: Lloyd's iteration from k-means++ centres (Arthur and Vassilvitskii 2007). A point's cluster is the nearest centre, the first
 * of several: equal points share a cluster. Ours: nothing.
 */
import { assertInteger, domainError } from "../../../numeric/domain.js";
import { Chance } from "../random/chance.js";

export interface KMeansOptions {
  /** Integer in [0, 2^53). */
  readonly seed: number;
  /** Most Lloyd steps; default 100. */
  readonly steps?: number;
}

export interface KMeans {
  /** At most as many as were asked for: no more than there are distinct points. */
  readonly centres: readonly (readonly number[])[];
  /** The cluster of each point. */
  readonly cluster: readonly number[];
  /** Sum of squared distances to the centres. */
  readonly inertia: number;
  /** False where the step limit came first; the clusters are then those of the last centres. */
  readonly converged: boolean;
}

/** Clusters points into at most `count` groups. Throws TheoryError for ragged or empty lists and counts that are not positive integers. */
export function kMeans(
  points: readonly (readonly number[])[],
  count: number,
  { seed, steps = 100 }: KMeansOptions,
): KMeans {
  assertInteger("count", count, 1, 10_000);
  assertInteger("steps", steps, 1, 10_000);
  const size = points[0]?.length ?? 0;
  if (size === 0 || points.some((point) => point.length !== size || !point.every(Number.isFinite))) {
    throw domainError(
      "points",
      "an empty, ragged or infinite list",
      "finite points of one size >= 1",
      "Pass such points.",
    );
  }
  let centres = seeded(points, count, new Chance(seed, 3));
  let near = nearest(points, centres);
  for (let step = 0; step < steps; step++) {
    centres = means(points, near.cluster, centres);
    const next = nearest(points, centres);
    const settled = next.cluster.every((cluster, at) => cluster === near.cluster[at]);
    near = next;
    if (settled) return { centres, ...near, converged: true };
  }
  return { centres, ...near, converged: false };
}

/** k-means++: each centre is a point, drawn with probability proportional to its squared distance to the centres before. */
function seeded(points: readonly (readonly number[])[], count: number, chance: Chance): readonly (readonly number[])[] {
  const centres = [points[chance.integer(0, points.length - 1)]!];
  const distances = points.map((point) => squaredDistance(point, centres[0]!));
  while (centres.length < count) {
    const total = distances.reduce((sum, distance) => sum + distance, 0);
    if (total === 0) break;
    let left = chance.uniform() * total;
    // rounding may leave a remainder after the last: the farthest point then
    let chosen = distances.indexOf(distances.reduce((a, b) => Math.max(a, b)));
    for (const [at, distance] of distances.entries()) {
      left -= distance;
      if (left < 0) {
        chosen = at;
        break;
      }
    }
    const centre = points[chosen]!;
    centres.push(centre);
    for (const [at, point] of points.entries())
      distances[at] = Math.min(distances[at]!, squaredDistance(point, centre));
  }
  return centres;
}

function nearest(points: readonly (readonly number[])[], centres: readonly (readonly number[])[]) {
  let inertia = 0;
  const cluster = points.map((point) => {
    let [best, least] = [0, Number.POSITIVE_INFINITY];
    for (let at = 0; at < centres.length; at++) {
      const distance = squaredDistance(point, centres[at]!);
      if (distance < least) [best, least] = [at, distance];
    }
    inertia += least;
    return best;
  });
  return { cluster, inertia };
}

/** A cluster that lost its points keeps its centre. */
function means(
  points: readonly (readonly number[])[],
  cluster: readonly number[],
  before: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  const sums = before.map((centre) => new Float64Array(centre.length));
  const counts = before.map(() => 0);
  for (const [at, point] of points.entries()) {
    const sum = sums[cluster[at]!]!;
    counts[cluster[at]!]! += 1;
    for (let i = 0; i < point.length; i++) sum[i]! += point[i]!;
  }
  return sums.map((sum, at) => (counts[at] === 0 ? before[at]! : Array.from(sum, (value) => value / counts[at]!)));
}

function squaredDistance(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i]! - b[i]!) ** 2;
  return sum;
}

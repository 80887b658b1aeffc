import { assertInteger, domainError } from "../../numeric/domain.js";
import { GaussianStream } from "../../numeric/random/gaussianStream.js";

const MOST_ROUNDS = 100;

/**
 * The cluster, 0 .. clusters - 1, of each row (count x dimension, row-major): Lloyd's iteration until nothing changes, at most 100 rounds, from centres
 * drawn in proportion to the squared distance to those before (Arthur and Vassilvitskii 2007). A cluster that loses all rows keeps its centre.
 * @throws TheoryError "domain" for fewer rows than clusters.
 */
export function kMeans(rows: Float32Array, dimension: number, clusters: number, seed: number): Uint8Array {
  const count = rows.length / dimension;
  assertInteger("clusters", clusters, 1, 256);
  if (!(count >= clusters)) throw domainError("rows", count, `at least ${clusters}`, "Ask for fewer clusters.");
  const row = (k: number) => rows.subarray(k * dimension, (k + 1) * dimension);
  const centres = startingCentres(row, count, clusters, new GaussianStream({ seed, sample: 0, draw: 0 }));
  const nearest = new Uint8Array(count);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let changed = round === 0;
    for (let k = 0; k < count; k++) {
      const distances = centres.map((centre) => squaredDistance(row(k), centre));
      const best = distances.indexOf(Math.min(...distances));
      changed ||= best !== nearest[k];
      nearest[k] = best;
    }
    if (!changed) break;
    for (const [c, centre] of centres.entries())
      moveToMean(centre, [...nearest.keys()].filter((k) => nearest[k] === c).map(row));
  }
  return nearest;
}

function squaredDistance(a: Float32Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < b.length; i++) sum += (a[i]! - b[i]!) ** 2;
  return sum;
}

function startingCentres(
  row: (k: number) => Float32Array,
  count: number,
  clusters: number,
  stream: GaussianStream,
): readonly Float64Array[] {
  const centres = [Float64Array.from(row(Math.floor(stream.uniform() * count)))];
  const distances = Array.from({ length: count }, () => Number.POSITIVE_INFINITY);
  while (centres.length < clusters) {
    for (let k = 0; k < count; k++) distances[k] = Math.min(distances[k]!, squaredDistance(row(k), centres.at(-1)!));
    let left = stream.uniform() * distances.reduce((sum, distance) => sum + distance, 0);
    // all rows equal: any is as good
    const chosen = distances.findIndex((distance) => {
      left -= distance;
      return left < 0;
    });
    centres.push(Float64Array.from(row(Math.max(0, chosen))));
  }
  return centres;
}

function moveToMean(centre: Float64Array, members: readonly Float32Array[]): void {
  if (members.length === 0) return;
  centre.fill(0);
  for (const member of members) for (let i = 0; i < centre.length; i++) centre[i]! += member[i]! / members.length;
}

/** Combinations of nodes some of which nearly share the hyperplane of the first one. */
import { type Misalignment, misalignment } from "../../../theory/alignment/noisyRecovery/misalignment.js";
import type { NoisyRecoveryConstants } from "../../../theory/alignment/noisyRecovery/noisyRecoveryConstants.js";
import { centralRow, gaussians, streamOf } from "../ways/randomObjects.js";

/** Moves a row by about `size`, in direction and bias, after turning it over or not and rescaling it. */
export function movedRow(row: readonly number[], size: number, sign: number, draw: () => number): number[] {
  const length = Math.hypot(...row.slice(0, -1));
  const factor = sign * Math.exp(draw() / 2);
  return row.map((entry) => factor * (entry + size * length * draw()));
}

/** K rows with |w~| of order 1: the first cuts the box near its middle, the others are anything from copies of it (turned or not) to unrelated. */
export function nearlyAligned(seed: number, d: number, K: number, nearest: number): readonly (readonly number[])[] {
  const stream = streamOf(seed, 19);
  const own = centralRow(stream, d);
  const others = Array.from({ length: K - 1 }, (_, i) => {
    if (i > 0 && stream.uniform() < 0.5) return [...gaussians(stream, d), stream.next()];
    const sign = stream.uniform() < 0.5 ? -1 : 1;
    return movedRow(own, nearest * stream.uniform(), sign, () => stream.next());
  });
  return [own, ...others];
}

/** |w~| = 1. */
export const unitRows = (rows: readonly (readonly number[])[]): readonly (readonly number[])[] =>
  rows.map((row) => row.map((entry) => entry / Math.hypot(...row.slice(0, -1))));

/** How far the nearest other node is from the bounds: at most 1 where some node meets both. */
export function distanceFromBounds(
  rows: readonly (readonly number[])[],
  { sineBound, biasBound }: Pick<NoisyRecoveryConstants, "sineBound" | "biasBound">,
  bias: (each: Misalignment) => number,
): number {
  const all = rows.slice(1).map((row) => misalignment(rows[0]!, row));
  return all.reduce(
    (least, each) => Math.min(least, Math.max(each.sine / sineBound, bias(each) / biasBound)),
    Infinity,
  );
}

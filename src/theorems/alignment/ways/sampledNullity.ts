/** Linear dependence of ReLU nodes from their values at points, by singular values: it knows no hyperplanes. */
import { singularValues } from "../../../numeric/linearAlgebra/singularValues.js";
import { pointInBox, streamOf } from "./randomObjects.js";

/** Singular values below this part of the largest are zeros: nodes of the theorems have no weaker features than 1e-4. */
const NOISE = 1e-10;

const cornersOf = (d: number): number[][] =>
  Array.from({ length: 2 ** d }, (_, bits) => Array.from({ length: d }, (_, i) => (bits & (1 << i) ? 1 : -1)));

/** Points of the box [-1,1]^d: its corners, some close to them, where a node may be active only, and points all over it. */
function samplePoints(d: number, count: number, seed: number): readonly (readonly number[])[] {
  const stream = streamOf(seed, 4);
  const near = cornersOf(d).flatMap((corner) =>
    Array.from({ length: 4 * d }, () => corner.map((entry) => entry * (1 - stream.uniform() / 4))),
  );
  return [...cornersOf(d), ...near, ...Array.from({ length: count }, () => pointInBox(stream, d))];
}

/** Dimension of the combinations of the nodes with rows [w~, b] (and of 1 and the inputs, with `affine`) that vanish on the points of the box. */
export function sampledNullity(rows: readonly (readonly number[])[], seed: number, affine: boolean): number {
  const d = rows[0]!.length - 1;
  const values = samplePoints(d, 40 * rows.length, seed).map((x) => [
    ...rows.map((row) =>
      Math.max(
        0,
        x.reduce((sum, entry, i) => sum + entry * row[i]!, row[d]!),
      ),
    ),
    ...(affine ? [...x, 1] : []),
  ]);
  const lengths = values[0]!.map((_, column) => Math.hypot(...values.map((line) => line[column]!)));
  const scaled = values.map((line) =>
    line.map((entry, column) => (lengths[column]! > 0 ? entry / lengths[column]! : 0)),
  );
  const sizes = singularValues(scaled);
  return sizes.filter((size) => size <= NOISE * sizes[0]!).length;
}

/** Rows of small integers with biases in halves, so that two hyperplanes are the same or far apart; some are multiples of others, of either sign. */
export function integerRows(seed: number, d: number, K: number): number[][] {
  const stream = streamOf(seed, 5);
  const whole = (most: number) => Math.floor(stream.uniform() * (2 * most + 1)) - most;
  const rows: number[][] = [];
  while (rows.length < K) {
    const weights = Array.from({ length: d }, () => whole(2));
    if (weights.every((w) => w === 0)) continue;
    const fresh = [...weights, whole(3) / 2];
    const factor = [-2, -1, 1, 2][Math.floor(stream.uniform() * 4)]!;
    const old = rows[Math.floor(stream.uniform() * rows.length)];
    rows.push(old !== undefined && stream.uniform() < 0.4 ? old.map((entry) => factor * entry) : fresh);
  }
  return rows;
}

/** Those of the rows whose hyperplanes no earlier row has, by exact minors. */
export const distinctHyperplanes = (rows: readonly (readonly number[])[]): readonly (readonly number[])[] =>
  rows.filter((row, k) => rows.slice(0, k).every((other) => !parallel(row, other)));

/** Whether all 2 x 2 minors are zero: exact for rows of small integers and halves. */
export const parallel = (a: readonly number[], b: readonly number[]): boolean =>
  a.every((p, i) => a.every((q, j) => p * b[j]! - q * b[i]! === 0));

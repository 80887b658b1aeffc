import type { Vector } from "../../../numeric/linearAlgebra/vectors.js";

/** w~.x + b of a node row [w~, b] at a point x without the constant channel. */
export function preactivation(row: Vector, x: Vector): number {
  let sum = row[x.length]!;
  for (let i = 0; i < x.length; i++) sum += row[i]! * x[i]!;
  return sum;
}

import { newtonLegendre } from "./newtonLegendre.js";
import { type DenseActivation, SphereSums } from "./sphereSums.js";

/**
 * The sphere cut by all walls x_i = 0. In the cell with positive set P (p samples) and negative set N (m samples),
 * x ~ (u, -v) with u, v in the simplices sum u = sum v = 1: each cell is a product of two simplices and the uniform
 * measure is |(u, v)|^-n du dv with one constant for all cells. phi is analytic inside, so Gauss rules converge fast.
 * Cells of equal p differ by the names of the samples only: one is integrated, the others are renamed copies.
 */
export function sumSignCells(activation: DenseActivation, batch: number, count: number): SphereSums {
  const rule = newtonLegendre(count);
  const all = new SphereSums(activation, batch);
  const samples = Array.from({ length: batch }, (_, i) => i);
  const x = new Float64Array(batch);
  const unit = new Float64Array(batch);
  for (let p = 1; p < batch; p++) {
    const cell = new SphereSums(activation, batch);
    visitSimplex(samples.slice(0, p), 1, rule, x, 1, (weightP) =>
      visitSimplex(samples.slice(p), -1, rule, x, weightP, (weight) => {
        let square = 0;
        for (let i = 0; i < batch; i++) square += x[i]! * x[i]!;
        const norm = Math.sqrt(square);
        for (let i = 0; i < batch; i++) unit[i] = x[i]! / norm;
        cell.add(unit, weight * norm ** (1 - batch));
      }),
    );
    for (let pattern = 1; pattern < 2 ** batch - 1; pattern++) {
      const positive = samples.filter((i) => (pattern >> i) & 1);
      if (positive.length !== p) continue;
      all.absorb(cell, [...positive, ...samples.filter((i) => !((pattern >> i) & 1))]);
    }
  }
  return all;
}

/** Collapsed (Duffy) coordinates: writes sign * u at `places` of x, u running over the simplex. */
export function visitSimplex(
  places: readonly number[],
  sign: number,
  rule: { nodes: Float64Array; weights: Float64Array },
  x: Float64Array,
  start: number,
  visit: (weight: number) => void,
): void {
  const descend = (level: number, left: number, weight: number): void => {
    const remaining = places.length - 1 - level;
    const place = places[level]!;
    if (remaining === 0) {
      x[place] = sign * left;
      visit(weight);
      return;
    }
    for (let k = 0; k < rule.nodes.length; k++) {
      const share = (1 + rule.nodes[k]!) / 2;
      x[place] = sign * left * share;
      // What is left is a simplex of dimension remaining - 1 and side left (1 - share): its own volume element follows.
      descend(level + 1, left * (1 - share), weight * (rule.weights[k]! / 2) * left);
    }
  };
  descend(0, 1, start);
}

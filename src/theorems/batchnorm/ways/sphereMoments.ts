/**
 * E[f(z)] for vector-valued f of a normalised batch z = sqrt(B) x, x uniform on the unit sphere of mean zero, B = 4 or 5: the
 * sphere cut into sign cells, Gauss rules inside, f piecewise analytic between the walls z_i = 0.
 */
import { newtonLegendre } from "./newtonLegendre.js";
import { visitSimplex } from "./signCells.js";

export function sphereMoments(B: number, nodes: number, f: (z: Float64Array) => readonly number[]): number[] {
  const rule = newtonLegendre(nodes);
  const point = new Float64Array(B);
  const z = new Float64Array(B);
  const sums: number[] = [];
  let mass = 0;
  for (let pattern = 1; pattern < 2 ** B - 1; pattern++) {
    const positive: number[] = [];
    const negative: number[] = [];
    for (let i = 0; i < B; i++) ((pattern >> i) & 1 ? positive : negative).push(i);
    visitSimplex(positive, 1, rule, point, 1, (first) =>
      visitSimplex(negative, -1, rule, point, first, (weight) => {
        let square = 0;
        for (const entry of point) square += entry * entry;
        const norm = Math.sqrt(square);
        for (let i = 0; i < B; i++) z[i] = (Math.sqrt(B) * point[i]!) / norm;
        const density = weight * norm ** (1 - B);
        mass += density;
        f(z).forEach((value, k) => {
          sums[k] = (sums[k] ?? 0) + density * value;
        });
      }),
    );
  }
  return sums.map((sum) => sum / mass);
}

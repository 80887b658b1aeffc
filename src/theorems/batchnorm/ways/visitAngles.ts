import { helmert } from "./helmert.js";
import { newtonLegendre } from "./newtonLegendre.js";
import type { Visit } from "./sphereSums.js";

/** Product rule in hyperspherical angles of a Helmert basis: Gauss-Legendre in the polar angles, equal steps round. */
export function visitAngles(batch: number, count: number, visit: Visit): void {
  const dimension = batch - 1;
  const { nodes, weights } = newtonLegendre(count);
  const frame = helmert(batch);
  const point = new Float64Array(dimension);
  const x = new Float64Array(batch);
  const around = 2 * count;
  const descend = (level: number, radius: number, weight: number): void => {
    if (level === dimension - 2) {
      for (let k = 0; k < around; k++) {
        const angle = (2 * Math.PI * (k + 0.5)) / around;
        point[level] = radius * Math.cos(angle);
        point[level + 1] = radius * Math.sin(angle);
        for (let i = 0; i < batch; i++) {
          let sum = 0;
          for (let j = 0; j < dimension; j++) sum += frame[j * batch + i]! * point[j]!;
          x[i] = sum;
        }
        visit(x, weight / around);
      }
      return;
    }
    for (let k = 0; k < count; k++) {
      const angle = (Math.PI / 2) * (1 + nodes[k]!);
      point[level] = radius * Math.cos(angle);
      descend(level + 1, radius * Math.sin(angle), weight * weights[k]! * Math.sin(angle) ** (dimension - 2 - level));
    }
  };
  descend(0, 1, 1);
}

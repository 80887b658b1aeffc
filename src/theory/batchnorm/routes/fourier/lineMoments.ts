/** Means over the sphere |z|^2 = n of functions of one sample, at one resolution (see planeMoments.ts). */
import { logCos } from "../../../../numeric/special/logCos.js";
import { visitArc } from "./arc.js";
import { BromwichWeight } from "./bromwich.js";
import { cutsOf, outerMarks, type Setting } from "./marks.js";

/** Means over one sample; f = phi - E phi, s = phi', P = G - x x^T. */
export interface LineMoments {
  mean: number;
  square: number;
  /** E |phi|: the size of what was subtracted. */
  size: number;
  /** E z phi. */
  linear: number;
  /** E f^2 (z1^2 - z2^2): phi1^2 under v = e1 - e2. */
  forwardL: number;
  /** E s^2 (1 - z^2/n) and E s^2 (P_11^2 - P_12^2). */
  backwardG: number;
  backwardL: number;
}

/** phi' where a cut at b != 0 swallows the distance to it: a node within a rounding of b counts nothing. */
export const finite = (slope: number): number => (Number.isFinite(slope) ? slope : 0);

export function lineMoments(setting: Setting, points: number, spacing: number): LineMoments & { evals: number } {
  const { psi, n } = setting;
  const weight = new BromwichWeight((n - 1) / 2, spacing);
  const z: number[] = [];
  const w: number[] = [];
  const phi: number[] = [];
  let total = 0;
  visitArc(
    outerMarks(setting, cutsOf(setting), false),
    Math.sqrt(n),
    points,
    { graded: false, deep: true },
    (angle, node, width) => {
      const value = width * Math.cos(angle) * weight.at(2 * logCos(angle));
      if (!(value > 0)) return;
      z.push(node);
      w.push(value);
      phi.push(psi.value(node));
      total += value;
    },
  );
  const out = { mean: 0, square: 0, size: 0, linear: 0, forwardL: 0, backwardG: 0, backwardL: 0, evals: 2 * z.length };
  for (let i = 0; i < z.length; i++) out.mean += (w[i] / total) * phi[i];
  const batch = n + 1;
  for (let i = 0; i < z.length; i++) {
    const p = w[i] / total;
    const y = z[i] * z[i];
    const f = phi[i] - out.mean;
    const slope = finite(psi.derivative(z[i])) ** 2;
    const own = (n - y) / batch; // P_11
    const other = (1 - (2 * y) / n + (y * (batch - y)) / n) / (batch * batch); // E[P_12^2 | z1]
    out.square += p * f * f;
    out.size += p * Math.abs(phi[i]);
    out.linear += p * z[i] * f;
    out.forwardL += p * f * f * (y - (batch - y) / n);
    out.backwardG += p * slope * (1 - y / n);
    out.backwardL += p * slope * (own * own - other);
  }
  return out;
}

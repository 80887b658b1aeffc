/**
 * Means over the sphere |z|^2 = n of what the quantities of BSB1 need, at one resolution: line integrals for one sample, plane
 * integrals for two. In the plane of two samples with correlation rho = -1/n,
 *
 *   z1 = sqrt(n) sin(alpha),   z2 = rho z1 + sqrt((1-rho^2) n) cos(alpha) sin(omega),   n - u = n cos^2(alpha) cos^2(omega),
 *   E f = C int int f k(n - u) cos^2(alpha) cos(omega) dalpha domega,   k from bromwich.ts,
 *
 * which is analytic up to the rim for every n >= 3, even where k ~ (n-u)^(-1/2). Ours: alpha is also cut where a kink of
 * phi(z2) meets the rim, since a piece of omega is born there.
 *
 * The weights of the eigenvalues come from test directions, v = e1 - e2 for L and the symmetrised (e1-e2)(e3-e4)^T for M, whose
 * quadratic forms are averaged over the samples that phi does not see:
 *
 *   E[z_k | z1, z2] = -s/(n-1),  E[z_k^2 | ..] = (B - z1^2 - z2^2)/(n-1),  E[z_k z_l | ..] = s^2/(n-1)^2 - r/((n-1)(n-2)),
 *   s = z1 + z2,   r = B - z1^2 - z2^2 - s^2/(n-1).
 */
import { logCos } from "../../../../numeric/special/logCos.js";
import { visitArc } from "./arc.js";
import { BromwichWeight } from "./bromwich.js";
import { finite } from "./lineMoments.js";
import { cutsOf, innerMarks, outerMarks, type Setting } from "./marks.js";

/** Means over two samples. */
export interface PlaneMoments {
  product: number;
  forwardL: number;
  forwardM: number;
  backwardG: number;
  backwardL: number;
  backwardM: number;
}

export function planeMoments(
  setting: Setting,
  mean: number,
  points: number,
  spacing: number,
): PlaneMoments & { evals: number } {
  const { psi, n, reach } = setting;
  const cuts = cutsOf(setting);
  const weight = new BromwichWeight((n - 2) / 2, spacing);
  const root = Math.sqrt(n);
  const across = Math.sqrt((1 - 1 / n) * (1 + 1 / n));
  const sum = new PlaneSum(n);
  const graded = cuts.length > 0 && reach * reach >= n;
  visitArc(outerMarks(setting, cuts, true), root, points, { graded, deep: false }, (alpha, z1, width) => {
    const cosine = Math.cos(alpha);
    const outerLog = 2 * logCos(alpha);
    const f1 = psi.value(z1) - mean;
    const s1 = finite(psi.derivative(z1));
    const scale = across * root * cosine;
    const marks = innerMarks(cuts, -z1 / n, scale, Math.min(1, reach / scale));
    visitArc(marks, scale, points, { graded: false, deep: false }, (omega, z2, inner) => {
      const value = width * inner * cosine * cosine * Math.cos(omega) * weight.at(outerLog + 2 * logCos(omega));
      if (!(value > 0)) return;
      sum.add(value, z1, z2, f1 * (psi.value(z2) - mean), s1 * finite(psi.derivative(z2)));
    });
    sum.flush();
  });
  return sum.result();
}

class PlaneSum {
  readonly #n: number;
  /** total, product, forwardL, forwardM, backwardG, backwardL, backwardM. */
  readonly #sums = new Float64Array(7);
  /** The part of one alpha: summed apart, so that roundings do not grow with the number of nodes. */
  readonly #part = new Float64Array(7);
  #evals = 0;

  constructor(n: number) {
    this.#n = n;
  }

  add(weight: number, z1: number, z2: number, values: number, slopes: number): void {
    const n = this.#n;
    const batch = n + 1;
    const x = z1 * z2;
    const squares = z1 * z1 + z2 * z2;
    const mean = -(z1 + z2) / (n - 1);
    const square = (batch - squares) / (n - 1);
    const pair = mean * mean - (batch - squares + mean * (z1 + z2)) / ((n - 1) * (n - 2));
    // (z1 - z_k)(z2 - z_l), and what (e1-e2)(e3-e4)^T leaves of P D P at the entry of the two samples.
    const test = x - (z1 + z2) * mean + pair;
    const twisted = 1 - (squares - (z1 + z2) * mean) / batch + (2 * x * test) / (batch * batch);
    // B^2 times P_11 P_12, then P_k1 P_k2 averaged over the other samples k.
    const own = -(1 + x) * (n - 0.5 * squares);
    const others = 1 + mean * (z1 + z2) + square * x;
    const s = this.#part;
    const v = weight * values;
    const d = weight * slopes;
    s[0] += weight;
    s[1] += v;
    s[2] += v * (0.5 * squares - square);
    s[3] += v * test;
    s[4] += d * (1 + x);
    s[5] += d * ((others - own) / (batch * batch));
    s[6] += d * twisted;
    this.#evals += 2;
  }

  flush(): void {
    for (let i = 0; i < 7; i++) {
      this.#sums[i] += this.#part[i];
      this.#part[i] = 0;
    }
  }

  result(): PlaneMoments & { evals: number } {
    const [total, ...rest] = this.#sums;
    const [product, forwardL, forwardM, backwardG, backwardL, backwardM] = rest.map((sum) => sum / total);
    return { product, forwardL, forwardM, backwardG, backwardL, backwardM, evals: this.#evals };
  }
}

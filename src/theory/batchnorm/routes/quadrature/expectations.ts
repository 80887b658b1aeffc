/**
 * The expectations of BSB1 at one radius, with the geometry of the two samples evaluated at every node.
 *
 * Sample i of the batch is the vector x_i = <e_i, x>, z_i = sqrt(B) x_i. In the plane of the two samples
 * x_p = a1 G e1 + a2 G e2, with a1 = sqrt(B) (n z1 + z2)/(B (B-2)) and a2 likewise, r^2 = |x_p|^2; out of it
 * E[x x^T] = (1-r^2)/(n-2) (I - P). Writing Delta for an element of L or M with Delta_ij as in the eigenvalue's entry:
 *
 *   x^T Delta x  ->  wL = a1^2 (B-2)/B - 2 a1 a2/B - (1-r^2)/(B-2)          (L, per v1 + v2, symmetrised)
 *   x^T Delta x  ->  wM = 2 (a1 a2 - (1-r^2)/((n-2)(B-2)))                   (M, per Delta_12)
 */
import { innerLine, outerLine, type PlaneGeometry, smoothInnerLine } from "./plane.js";

/** Indices of the expectations. f = psi(s z) - E psi(s z), d = psi'(s z), t = s^2. */
export const E = {
  mean: 0,
  second: 1,
  square: 2, // E f^2
  spread: 3, // E f^2 (z^2 - 1)
  slope: 4, // E z psi
  pair: 5, // E f1 f2
  pairL: 6, // n E f1 f2 wL
  pairM: 7, // n E f1 f2 wM
  gradG: 8,
  gradL: 9,
  gradM: 10,
} as const;
export const E_COUNT = 11;

export interface Sampled {
  readonly value: (x: number) => number;
  readonly derivative: (x: number) => number;
}

interface Sweep {
  readonly out: Float64Array;
  /** Sums of absolute values, for the rounding error. */
  readonly size: Float64Array;
  /** Sums over one inner line: a single sum over all nodes would round a hundred times more. */
  readonly row: Float64Array;
  evals: number;
}

function add(sweep: Sweep, index: number, term: number): void {
  sweep.row[index] += term;
  sweep.size[index] += Math.abs(term);
}

function closeRow({ out, row }: Sweep): void {
  for (let i = 0; i < E_COUNT; i++) out[i] += row[i];
  row.fill(0);
}

/** What one sample contributes alone. */
function addSelf(sweep: Sweep, n: number, z: number, w: number, f: number, d: number, t: number): void {
  const batch = n + 1;
  const y = (z * z) / n;
  const square = w * f * f;
  const gradient = w * d * d;
  add(sweep, E.square, square);
  add(sweep, E.spread, square * (z * z - 1));
  add(sweep, E.slope, w * z * f);
  add(sweep, E.gradG, (gradient * n * (1 - (2 * t - t * t) * y)) / batch);
  add(sweep, E.gradL, ((gradient * (batch - 2)) / batch) * (1 - 2 * t * y + (t * t * y * (n * y - 1)) / (n - 1)));
}

/** What two samples contribute together. */
function addPair(sweep: Sweep, n: number, z1: number, z2: number, ff: number, dd: number, t: number): void {
  const batch = n + 1;
  const root = Math.sqrt(batch);
  const a1 = (root * (n * z1 + z2)) / (batch * (batch - 2));
  const a2 = (root * (z1 + n * z2)) / (batch * (batch - 2));
  const x1 = z1 / root;
  const x2 = z2 / root;
  const outside = 1 - (x1 * a1 + x2 * a2);
  const wL = (a1 * a1 * (batch - 2)) / batch - (2 * a1 * a2) / batch - outside / (batch - 2);
  const wM = 2 * (a1 * a2 - outside / ((n - 2) * (batch - 2)));
  add(sweep, E.pair, ff);
  add(sweep, E.pairL, n * ff * wL);
  add(sweep, E.pairM, n * ff * wM);
  const radius = 1 - outside;
  add(sweep, E.gradG, (dd * (1 + (2 * t - t * t) * z1 * z2)) / batch);
  const offL = (t * radius - 1) / batch - (t * (batch - 2) * x1 * a2) / batch + t * t * x1 * x2 * wL;
  add(sweep, E.gradL, -2 * dd * offL);
  add(sweep, E.gradM, dd * (1 - t * radius + t * t * x1 * x2 * wM));
}

export interface Expectations {
  readonly values: Float64Array;
  readonly size: Float64Array;
  readonly evals: number;
}

/** All expectations of psi(s z) over the rule that `geometry` describes. */
export function expectations(psi: Sampled, s: number, geometry: PlaneGeometry): Expectations {
  const { n, rho } = geometry;
  const t = s * s;
  const root = Math.sqrt(n);
  const outer = outerLine(geometry);
  const smooth = smoothInnerLine(geometry);
  const sums = () => new Float64Array(E_COUNT);
  const sweep: Sweep = { out: sums(), size: sums(), row: sums(), evals: 0 };
  const values = Float64Array.from(outer.u, (u) => psi.value(s * root * Math.sin(u)));
  for (let i = 0; i < values.length; i++) {
    add(sweep, E.mean, outer.weights[i] * values[i]);
    add(sweep, E.second, outer.weights[i] * values[i] * values[i]);
  }
  closeRow(sweep);
  const mean = sweep.out[E.mean];
  const sine = Math.sqrt(1 - rho * rho);
  for (let i = 0; i < values.length; i++) {
    const u1 = outer.u[i];
    const z1 = root * Math.sin(u1);
    const d1 = psi.derivative(s * z1);
    const f1 = values[i] - mean;
    addSelf(sweep, n, z1, outer.weights[i], f1, d1, t);
    const inner = innerLine(geometry, u1, smooth);
    const across = sine * root * Math.cos(u1);
    for (let j = 0; j < inner.u.length; j++) {
      const z2 = rho * z1 + across * Math.sin(inner.u[j]);
      const w = outer.weights[i] * inner.weights[j];
      const d2 = psi.derivative(s * z2);
      addPair(sweep, n, z1, z2, w * f1 * (psi.value(s * z2) - mean), w * d1 * d2, t);
    }
    sweep.evals += inner.u.length;
    closeRow(sweep);
  }
  return { values: sweep.out, size: sweep.size, evals: sweep.evals + values.length };
}

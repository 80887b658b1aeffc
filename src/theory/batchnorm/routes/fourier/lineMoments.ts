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
  /** |z| beyond which neither f nor s counts in a mean over two samples. */
  reach: number;
}

/** phi' where a cut at b != 0 swallows the distance to it: a node within a rounding of b counts nothing. */
export const finite = (slope: number): number => (Number.isFinite(slope) ? slope : 0);

interface Nodes {
  readonly z: Float64Array;
  /** Probabilities. */
  readonly p: Float64Array;
  readonly phi: Float64Array;
  readonly slope: Float64Array;
}

function tabulate(setting: Setting, points: number, spacing: number): Nodes {
  const { psi, n } = setting;
  const weight = new BromwichWeight((n - 1) / 2, spacing);
  const z: number[] = [];
  const w: number[] = [];
  let total = 0;
  const marks = outerMarks(setting, cutsOf(setting), false);
  visitArc(marks, Math.sqrt(n), points, { graded: false, deep: true }, (angle, node, width) => {
    const value = width * Math.cos(angle) * weight.at(2 * logCos(angle));
    if (!(value > 0)) return;
    z.push(node);
    w.push(value);
    total += value;
  });
  return {
    z: Float64Array.from(z),
    p: Float64Array.from(w, (value) => value / total),
    phi: Float64Array.from(z, psi.value),
    slope: Float64Array.from(z, (node) => finite(psi.derivative(node))),
  };
}

/**
 * Where the tail of |g| (1 + z^2) falls to e^-41 of the root of E g^2, for g = f and s: what lies beyond changes no digit of a
 * mean of g(z1) g(z2), the two samples being all but independent for the n for which this is used.
 */
function effectiveReach({ z, p, phi, slope }: Nodes, mean: number, whole: number): number {
  const order = Array.from(z.keys()).sort((i, j) => Math.abs(z[j]) - Math.abs(z[i]));
  let [square, squareOfSlope] = [0, 0];
  for (let i = 0; i < z.length; i++) {
    square += p[i] * (phi[i] - mean) ** 2;
    squareOfSlope += p[i] * slope[i] ** 2;
  }
  const [least, leastSlope] = [NEGLIGIBLE * Math.sqrt(square), NEGLIGIBLE * Math.sqrt(squareOfSlope)];
  let [tail, tailOfSlope, reach] = [0, 0, whole];
  for (const i of order) {
    const weight = p[i] * (1 + z[i] * z[i]);
    tail += weight * Math.abs(phi[i] - mean);
    tailOfSlope += weight * Math.abs(slope[i]);
    if (tail > least || tailOfSlope > leastSlope) break;
    reach = Math.abs(z[i]);
  }
  return reach;
}

const NEGLIGIBLE = Math.exp(-41);
/** Below this the plane is cut at the rim, which must stay in reach. */
const SMALLEST_TRIMMED = 60;

export function lineMoments(setting: Setting, points: number, spacing: number): LineMoments & { evals: number } {
  const { n } = setting;
  const nodes = tabulate(setting, points, spacing);
  const { z, p, phi, slope } = nodes;
  const batch = n + 1;
  let mean = 0;
  for (let i = 0; i < z.length; i++) mean += p[i] * phi[i];
  const reach = n < SMALLEST_TRIMMED ? setting.reach : effectiveReach(nodes, mean, setting.reach);
  const out = { mean, square: 0, size: 0, linear: 0, forwardL: 0, backwardG: 0, backwardL: 0, reach };
  for (let i = 0; i < z.length; i++) {
    const y = z[i] * z[i];
    const f = phi[i] - mean;
    const square = p[i] * slope[i] ** 2;
    const own = (n - y) / batch; // P_11
    const other = (1 - (2 * y) / n + (y * (batch - y)) / n) / (batch * batch); // E[P_12^2 | z1]
    out.square += p[i] * f * f;
    out.size += p[i] * Math.abs(phi[i]);
    out.linear += p[i] * z[i] * f;
    out.forwardL += p[i] * f * f * (y - (batch - y) / n);
    out.backwardG += square * (1 - y / n);
    out.backwardL += square * (own * own - other);
  }
  return { ...out, evals: 2 * z.length };
}

/**
 * The weight of radialRule.ts on a grid of r = log s, in the variable v = log(1 + 2 s L):
 *
 *   m(v) dv = s^e det(I + 2 s S)^(-1/2) e^(-kappa s) (tr C(s))^a dr,   tr C = sum_k lambda_k / (1 + 2 s lambda_k).
 *
 * It is analytic in |Im r| < pi/2, so that the trapezoid sum at a step of 0.1 is exact to e^-98.
 */

export interface RadialMeasure {
  readonly s: Float64Array;
  readonly v: Float64Array;
  /** Adds up to 1. */
  readonly mass: Float64Array;
  readonly total: number;
}

/** Below e^-44 of the largest, mass changes no digit. */
const DROP = 44;
/** What no product brings back. */
const FAINT = 300;
/** Beyond this s the mass falls too slowly. */
const [LOWEST, HIGHEST] = [-4000, 600];

/** log det(I + 2 s S) and tr C(s); eigenvalues of 0 are left out. */
export function radialSums(eigenvalues: Float64Array, s: number): { readonly logDet: number; readonly trace: number } {
  let [det, logDet, trace] = [1, 0, 0];
  for (const lambda of eigenvalues) {
    if (!(lambda > 0)) continue;
    const y = 1 + 2 * s * lambda;
    trace += lambda / y;
    det *= y;
    if (det > 1e200) {
      logDet += Math.log(det);
      det = 1;
    }
  }
  return { logDet: logDet + Math.log(det), trace };
}

export interface RadialWeight {
  /** Of S; may contain zeros. */
  readonly eigenvalues: Float64Array;
  /** a. */
  readonly degree: number;
  /** e > 0, the power of s. Default a. */
  readonly exponent?: number;
  /** >= 0. */
  readonly kappa: number;
  /** The smallest eigenvalue l that counts: the grid goes on until (f_l/tr C)^a f_l/f_L times the mass, f = 1/(1 + 2 s lambda), has dropped too. */
  readonly least: number;
}

/** Undefined where the mass does not come to an end. */
export function radialMeasure(weight: RadialWeight, step: number): RadialMeasure | undefined {
  const { eigenvalues, degree, exponent = degree, kappa, least } = weight;
  const largest = eigenvalues.reduce((top, value) => Math.max(top, value), 0);
  const points: [number, number][] = [];
  const tops = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const direction of [1, -1]) {
    for (let r = direction === 1 ? 0 : -step; ; r += direction * step) {
      const s = Math.exp(r);
      const { logDet, trace } = radialSums(eigenvalues, s);
      const value = exponent * r - 0.5 * logDet - kappa * s + degree * Math.log(trace);
      const left = Math.log1p(2 * s * least);
      const steep = value - degree * (left + Math.log(trace)) - left + Math.log1p(2 * s * largest);
      tops[0] = Math.max(tops[0], value);
      tops[1] = Math.max(tops[1], steep);
      if (value < tops[0] - FAINT) break;
      points.push([s, value]);
      if (value < tops[0] - DROP && steep < tops[1] - DROP) break;
      if (r > HIGHEST || r < LOWEST) return undefined;
    }
  }
  points.sort(([a], [b]) => a - b);
  const s = Float64Array.from(points, ([x]) => x);
  const mass = Float64Array.from(points, ([, value]) => step * Math.exp(value - tops[0]));
  const total = mass.reduce((sum, value) => sum + value, 0);
  return {
    s,
    v: s.map((x) => Math.log1p(2 * x * largest)),
    mass: mass.map((m) => m / total),
    total: total * Math.exp(tops[0]),
  };
}

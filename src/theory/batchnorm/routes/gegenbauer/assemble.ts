/**
 * Eigenvalues of the forward and backward Jacobian at BSB1 from moments of two samples.
 *
 * Let x be uniform on the unit sphere of the zero-mean hyperplane of R^B (dimension n = B-1), z = sqrt(B) x, f = psi(s z)
 * centred, d = psi'(s z), s^2 = mu R^2/(mu R^2 + B eps), S^2 = mu R^2/B + eps, R^2 ~ chi^2_n. With Delta in L or M:
 *
 *   dV[Delta]_ij  = 1/(2 mu) E[R^2 f_i f_j x^T Delta x]                               (score of a Gaussian)
 *   B[Delta]_ij   = E[S^-2 d_i d_j ((I - s^2 x x^T) Delta (I - s^2 x x^T))_ij]        (adjoint of Pi -> E J^T Pi J)
 *
 * and conditioning on (z_i, z_j), E[x x^T | z_i, z_j] = x_p x_p^T + (1 - |x_p|^2)/(n-2) (I - P). Entry (1,2) gives the
 * eigenvalue on M; entries (1,1) and (1,2) give that on L after centring. The formulas below are these in powers of 1/n
 * (ours; the paper's B.47-B.49, B.53 are their special cases), so n = infinity needs no limit.
 */
import { zeros } from "../../../../numeric/zeros.js";
import { LINE } from "./lineMoments.js";

/** Indices of the radially averaged moments; `t` is s^2, "omega" the weight R^2/n, "chi" the weight S^-2 (see `assemble`). */
export const MEAN = {
  mean: 0,
  second: 1,
  variance: 2,
  pair: 3,
  /** omega-weighted */
  spread: 4,
  omegaPair: 5,
  pair11: 6,
  pair20: 7,
  /** E (R^2 - n) (f1^2 - f1 f2), or its limit */
  radial: 8,
  /** E (R/sqrt n) z psi */
  slope: 9,
  /** chi-weighted from here on; the digits are the powers of t */
  d0: 10,
  d2t: 11,
  d2tt: 12,
  d4tt: 13,
  g00: 14,
  g11t: 15,
  g20t: 16,
  g11tt: 17,
  g22tt: 18,
  g31tt: 19,
  gradientPair: 20,
} as const;
export const MEAN_COUNT = 21;

export interface RadialWeights {
  readonly s: number;
  readonly weight: number;
  /** R^2/n */
  readonly ratio: number;
  /** S^-2 over its scale */
  readonly chi: number;
}

/** Adds the moments at one radius, found from `line[from]` on, with its weights into the averages. */
export function accumulate(line: number[], from: number, at: RadialWeights, into: number[]): void {
  const { weight, ratio, chi, s } = at;
  const t = s * s;
  into[MEAN.mean] += weight * line[from + LINE.mean];
  into[MEAN.second] += weight * line[from + LINE.second];
  into[MEAN.variance] += weight * line[from + LINE.variance];
  into[MEAN.pair] += weight * line[from + LINE.pair];
  into[MEAN.spread] += weight * ratio * line[from + LINE.spread];
  into[MEAN.omegaPair] += weight * ratio * line[from + LINE.pair];
  into[MEAN.pair11] += weight * ratio * line[from + LINE.pair11];
  into[MEAN.pair20] += weight * ratio * line[from + LINE.pair20];
  into[MEAN.slope] += weight * Math.sqrt(ratio) * line[from + LINE.slope];
  const w = weight * chi;
  into[MEAN.d0] += w * line[from + LINE.d0];
  into[MEAN.d2t] += w * t * line[from + LINE.d2];
  into[MEAN.d2tt] += w * t * t * line[from + LINE.d2];
  into[MEAN.d4tt] += w * t * t * line[from + LINE.d4];
  into[MEAN.g00] += w * line[from + LINE.g00];
  into[MEAN.g11t] += w * t * line[from + LINE.g11];
  into[MEAN.g20t] += w * t * line[from + LINE.g20];
  into[MEAN.g11tt] += w * t * t * line[from + LINE.g11];
  into[MEAN.g22tt] += w * t * t * line[from + LINE.g22];
  into[MEAN.g31tt] += w * t * t * line[from + LINE.g31];
  into[MEAN.gradientPair] += w * line[from + LINE.gradientPair];
}

export interface AssembleContext {
  /** 1/n */
  readonly inverse: number;
  readonly weightVariance: number;
  /** mu at the fixed point; null for eps = 0, where it is the variance minus the pair. */
  readonly mu: number | null;
  /** (E[R]^2)/n for eps = 0, where slope is not yet weighted with R; 1 otherwise. */
  readonly slopeFactor: number;
}

/** Indices of the quantities that `assemble` returns. */
export const OUT = {
  q: 0,
  c: 1,
  mu: 2,
  fwdG: 3,
  fwdL: 4,
  fwdM: 5,
  bwdG: 6,
  bwdL: 7,
  bwdM: 8,
  crossC: 9,
  cross: 10,
} as const;
export const OUT_COUNT = 11;

function forwardL(m: number[], i: number): number {
  const a = m[MEAN.pair11];
  const q = m[MEAN.pair20];
  const onRadius = (2 * i * (q + i * a)) / (1 - i * i); // E f1 f2 |x_p|^2
  const squares = (q * (1 + i * i) + 2 * i * a) / ((1 + i) ** 2 * (1 - i));
  const products = (2 * i * (2 * i * q + (1 + i * i) * a)) / ((1 + i) ** 2 * (1 - i) ** 2);
  return 0.5 * m[MEAN.spread] - (squares - products - (m[MEAN.omegaPair] - onRadius) / (1 - i));
}

function forwardM(m: number[], i: number): number {
  const a = m[MEAN.pair11];
  const q = m[MEAN.pair20];
  const onRadius = (2 * i * (q + i * a)) / (1 - i * i);
  const inPlane = ((1 + i * i) * a + 2 * i * q) / ((1 + i) * (1 - i) ** 2);
  return inPlane - (i / ((1 - 2 * i) * (1 - i))) * (m[MEAN.omegaPair] - onRadius);
}

function backwardL(m: number[], i: number): number {
  const diagonal = m[MEAN.d0] - 2 * i * m[MEAN.d2t] + (i * i * (m[MEAN.d4tt] - m[MEAN.d2tt])) / (1 - i);
  const radius = (2 * i * (m[MEAN.g20t] + i * m[MEAN.g11t])) / (1 - i * i);
  const g31 = m[MEAN.g31tt];
  const g22 = m[MEAN.g22tt];
  const productRadius = (2 * i * (g31 + i * g22)) / (1 - i * i);
  const quartic =
    (g31 * (1 + i * i) + 2 * i * g22) / ((1 + i) ** 2 * (1 - i)) -
    (2 * i * (2 * i * g31 + (1 + i * i) * g22)) / ((1 + i) ** 2 * (1 - i) ** 2) -
    (m[MEAN.g11tt] - productRadius) / (1 - i);
  const offDiagonal =
    (i / (1 + i)) * (radius - m[MEAN.g00]) -
    (((1 - i) / (1 + i)) * i * (i * m[MEAN.g20t] + m[MEAN.g11t])) / (1 - i * i) +
    ((i * i) / (1 + i)) * quartic;
  return ((1 - i) / (1 + i)) * diagonal - 2 * offDiagonal;
}

function backwardM(m: number[], i: number): number {
  const radius = (2 * i * (m[MEAN.g20t] + i * m[MEAN.g11t])) / (1 - i * i);
  const g31 = m[MEAN.g31tt];
  const g22 = m[MEAN.g22tt];
  const productRadius = (2 * i * (g31 + i * g22)) / (1 - i * i);
  const quartic =
    (2 * i * g31 + (1 + i * i) * g22) / ((1 + i) * (1 - i) ** 2) -
    (i * (m[MEAN.g11tt] - productRadius)) / ((1 - 2 * i) * (1 - i));
  return m[MEAN.g00] - radius + ((2 * i * i) / (1 + i)) * quartic;
}

/** With eps > 0 the gradient pair carries kap = 2 t - t^2; with eps = 0 (t = 1) the coefficients of psi give it directly. */
function backwardG(m: number[], i: number, atZeroEpsilon: boolean): number {
  const self = m[MEAN.d0] - i * (2 * m[MEAN.d2t] - m[MEAN.d2tt]);
  const pair = atZeroEpsilon ? m[MEAN.gradientPair] : i * (m[MEAN.g00] + 2 * m[MEAN.g11t] - m[MEAN.g11tt]);
  return (self + pair) / (1 + i);
}

/** All quantities from the averaged moments, written to `out` and returned; algebra only, no errors. */
export function assemble(m: number[], context: AssembleContext, out = zeros(OUT_COUNT)): number[] {
  const { inverse: i, weightVariance: s2, slopeFactor } = context;
  const gap = m[MEAN.variance] - m[MEAN.pair];
  const mu = context.mu ?? s2 * gap;
  const q = s2 * m[MEAN.second];
  out[OUT.q] = q;
  out[OUT.mu] = mu;
  // q c = q - mu, and c = 1 - mu/q loses nothing that mu does not
  out[OUT.c] = q > 0 ? 1 - (s2 * gap) / q : 0;
  const forward = s2 / mu;
  out[OUT.fwdG] = context.mu === null ? 0 : 0.5 * forward * m[MEAN.radial];
  out[OUT.fwdL] = forward * forwardL(m, i);
  out[OUT.fwdM] = forward * forwardM(m, i);
  const backward = context.mu === null ? (s2 * (1 + i)) / ((1 - 2 * i) * mu) : s2;
  out[OUT.bwdG] = backward * backwardG(m, i, context.mu === null);
  out[OUT.bwdL] = backward * backwardL(m, i);
  out[OUT.bwdM] = backward * backwardM(m, i);
  out[OUT.crossC] = s2 * m[MEAN.mean] ** 2;
  out[OUT.cross] = ((s2 * (1 + i)) / mu) * slopeFactor * m[MEAN.slope] ** 2;
  return out;
}

/**
 * Moments of psi(s z1), psi(s z2) for two samples of a batch, from one-dimensional sums only: with a_k the orthonormal
 * Gegenbauer coefficients of f and b_k those of g,  E f(z1) g(z2) = sum_k a_k b_k P_k(-1/n)  (Funk-Hecke; DLMF 18.18).
 * What pairs a sample with itself is integrated directly (Parseval), so the series only has to carry the correlation
 * between samples, whose k-th term is O(n^{-ceil(k/2)}). The split is ours. Truncation is bounded by Parseval: what the
 * coefficients kept leave of E f^2, times the largest |P_k| beyond them.
 */
import { UNIT_ROUNDOFF } from "../../../../numeric/estimate.js";
import { zeros } from "../../../../numeric/zeros.js";
import type { OrthonormalTable } from "./orthonormal.js";

/** Indices into a moment vector. f = psi(s z) - E psi(s z), d = psi'(s z); a pair means different samples. */
export const LINE = {
  mean: 0, // E psi
  second: 1, // E psi^2
  variance: 2, // E f^2
  spread: 3, // E f^2 (z^2 - 1)
  slope: 4, // E z psi = first coefficient
  pair: 5, // E f1 f2
  pair11: 6, // E f1 f2 z1 z2
  pair20: 7, // E f1 f2 z1^2
  d0: 8, // E d^2
  d2: 9, // E d^2 z^2
  d4: 10, // E d^2 z^4
  g00: 11, // E d1 d2
  g11: 12,
  g20: 13,
  g22: 14,
  g31: 15,
  /** E d1 d2 (1 + z1 z2) / n, from the coefficients of psi alone: -sum k (1 + (k-2)/n) a_k^2 P_k / s^2. */
  gradientPair: 16,
} as const;
export const LINE_COUNT = 17;

export interface LineSamples {
  readonly weights: Float64Array;
  /** The node of weight i is entry i * stride, here and below. */
  readonly nodes: Float64Array;
  /** psi(s z) at the nodes. */
  readonly values: Float64Array;
  /** psi'(s z) at the nodes. */
  readonly derivatives: Float64Array;
  readonly stride: number;
  /** Relative accuracy of `derivatives`. */
  readonly derivativeAccuracy: number;
}

export interface LineMomentOptions {
  readonly inverseDimension: number;
  /** s in psi(s z). */
  readonly scale: number;
  readonly table: OrthonormalTable;
  /** Terms of the series, at most those of the table. */
  readonly terms: number;
  /** Without it the pairs of derivatives, which only backward L and M need at eps = 0, are left out. */
  readonly spectrum: boolean;
  readonly parity: "even" | "odd" | "none";
}

// A sum of a few hundred products of function values good to an ulp or two.
const ROUNDING = 16 * UNIT_ROUNDOFF;

/** What `selfMoments` finds on its way. */
interface SelfExtras {
  readonly mean: number;
  /** E f^2 z^4 and E d^2 z^6. */
  readonly f4: number;
  readonly d6: number;
  /** What centring costs E f1 f2, and E f1 f2 times squares. */
  readonly centring: number;
  readonly centring2: number;
}

/** Moments of one sample, written to `out` and, after LINE_COUNT, their rounding; returns what else is needed. */
export function selfMoments(samples: LineSamples, odd: boolean, out: number[]): SelfExtras {
  const { nodes, weights } = samples;
  const { values, derivatives, derivativeAccuracy, stride } = samples;
  const count = weights.length;
  let mean = 0;
  let size = 0;
  for (let i = 0; i < count; i++) {
    mean += weights[i] * values[i * stride];
    size += weights[i] * Math.abs(values[i * stride]);
  }
  if (odd) mean = 0;
  let second = 0;
  let variance = 0;
  let f2 = 0;
  let f4 = 0;
  let slope = 0;
  let drift = 0;
  let drift2 = 0;
  let d0 = 0;
  let d2 = 0;
  let d4 = 0;
  let d6 = 0;
  for (let i = 0; i < count; i++) {
    const z = nodes[i * stride];
    const zz = z * z;
    const value = values[i * stride];
    const derivative = derivatives[i * stride];
    const centred = value - mean;
    const square = weights[i] * centred * centred;
    second += weights[i] * value * value;
    variance += square;
    f2 += square * zz;
    f4 += square * zz * zz;
    slope += weights[i] * z * centred;
    const moved = weights[i] * Math.abs(centred * value);
    drift += moved;
    drift2 += moved * zz;
    const d = weights[i] * derivative * derivative;
    d0 += d;
    d2 += d * zz;
    d4 += d * zz * zz;
    d6 += d * zz * zz * zz;
  }
  // centring leaves each value with an ulp of |psi|, which matters when psi is nearly constant
  const centring = 8 * UNIT_ROUNDOFF * drift;
  const centring2 = 8 * UNIT_ROUNDOFF * (drift + drift2);
  const set = (index: number, value: number, error: number) => {
    out[index] = value;
    out[LINE_COUNT + index] = error;
  };
  set(LINE.mean, mean, odd ? 0 : ROUNDING * size);
  set(LINE.second, second, ROUNDING * second);
  set(LINE.variance, variance, ROUNDING * variance + centring);
  set(LINE.spread, f2 - variance, ROUNDING * (f2 + variance) + centring2);
  set(LINE.slope, slope, ROUNDING * Math.sqrt(variance) + 4 * UNIT_ROUNDOFF * size);
  const derivativeRounding = ROUNDING + 2 * derivativeAccuracy;
  set(LINE.d0, d0, derivativeRounding * d0);
  set(LINE.d2, d2, derivativeRounding * d2);
  set(LINE.d4, d4, derivativeRounding * d4);
  return { mean, f4, d6, centring, centring2 };
}

/**
 * Coefficients of f - mean, f given at the nodes, in p_0 .. p_{terms-1}; of one parity only where f has one. Four nodes go through
 * the recurrence side by side: one alone would wait for each product.
 */
function project(
  { nodes, weights, stride }: LineSamples,
  f: Float64Array,
  mean: number,
  { b, reciprocal }: OrthonormalTable,
  terms: number,
  parity: number,
): number[] {
  const out = zeros(terms);
  const count = weights.length;
  for (let i = 0; i < count; i += 4) {
    // past the end a node repeats the last one with weight 0
    const [i1, i2, i3] = [Math.min(i + 1, count - 1), Math.min(i + 2, count - 1), Math.min(i + 3, count - 1)];
    const z0 = nodes[i * stride];
    const z1 = nodes[i1 * stride];
    const z2 = nodes[i2 * stride];
    const z3 = nodes[i3 * stride];
    let [q0, q1, q2, q3] = [0, 0, 0, 0];
    let p0 = weights[i] * (f[i * stride] - mean);
    let p1 = i + 1 < count ? weights[i1] * (f[i1 * stride] - mean) : 0;
    let p2 = i + 2 < count ? weights[i2] * (f[i2 * stride] - mean) : 0;
    let p3 = i + 3 < count ? weights[i3] * (f[i3 * stride] - mean) : 0;
    for (let k = 0; k < terms; k++) {
      out[k] += p0 + p1 + (p2 + p3);
      const back = b[k];
      const scale = reciprocal[k + 1];
      const n0 = (z0 * p0 - back * q0) * scale;
      const n1 = (z1 * p1 - back * q1) * scale;
      const n2 = (z2 * p2 - back * q2) * scale;
      const n3 = (z3 * p3 - back * q3) * scale;
      q0 = p0;
      q1 = p1;
      q2 = p2;
      q3 = p3;
      p0 = n0;
      p1 = n1;
      p2 = n2;
      p3 = n3;
    }
  }
  // on the positive half line the sums of the other parity are not zero but meaningless
  if (parity >= 0) for (let k = 1 - parity; k < terms; k += 2) out[k] = 0;
  return out;
}

/** Coefficients of z f from those of f; the last one is lost. */
function timesZ(c: readonly number[], b: Float64Array): number[] {
  const out = zeros(c.length - 1);
  out[0] = b[1] * c[1];
  for (let k = 1; k < out.length; k++) out[k] = b[k + 1] * c[k + 1] + b[k] * c[k - 1];
  return out;
}

/** sum x_k y_k P_k, with what the terms that were cut off can add: energies are E x^2 and E y^2. */
function setPair(
  out: number[],
  index: number,
  x: readonly number[],
  y: readonly number[],
  energyX: number,
  energyY: number,
  table: OrthonormalTable,
): void {
  const { pairs, tail } = table;
  const terms = Math.min(x.length, y.length);
  let value = 0;
  let size = 0;
  let restX = energyX;
  let restY = energyY;
  // a coefficient is rounded like the norm of its function, however small it is itself
  const [normX, normY] = [Math.sqrt(energyX), Math.sqrt(energyY)];
  let spill = 0;
  for (let k = 0; k < terms; k++) {
    const term = x[k] * y[k] * pairs[k];
    value += term;
    size += Math.abs(term);
    spill += Math.abs(pairs[k]) * (Math.abs(x[k]) * normY + Math.abs(y[k]) * normX);
    restX -= x[k] * x[k];
    restY -= y[k] * y[k];
  }
  out[index] = value;
  const cut = tail[terms] * Math.sqrt(Math.max(0, restX) * Math.max(0, restY));
  out[LINE_COUNT + index] = cut + ROUNDING * size + 4 * UNIT_ROUNDOFF * (spill + tail[1] * normX * normY);
}

/** E d1 d2 (1 + z1 z2)/n from the coefficients of psi. */
function setGradientPair(
  out: number[],
  a: readonly number[],
  inverse: number,
  s: number,
  { pairs, tail }: OrthonormalTable,
): void {
  let gradient = 0;
  let size = 0;
  let rest = (out[LINE.d0] - inverse * out[LINE.d2]) * s * s;
  for (let k = 1; k < a.length; k++) {
    const energy = k * (1 + (k - 2) * inverse) * a[k] * a[k];
    gradient -= energy * pairs[k];
    size += energy * Math.abs(pairs[k]);
    rest -= energy;
  }
  out[LINE.gradientPair] = gradient / (s * s);
  out[LINE_COUNT + LINE.gradientPair] = (ROUNDING * size + tail[a.length] * Math.max(0, rest)) / (s * s);
}

/** E d1 d2 times polynomials of degree up to four. */
function setDerivativePairs(out: number[], g: readonly number[], d6: number, table: OrthonormalTable): void {
  const zg = timesZ(g, table.b);
  const zzg = timesZ(zg, table.b);
  const zzzg = timesZ(zzg, table.b);
  const d0 = out[LINE.d0];
  const d2 = out[LINE.d2];
  const d4 = out[LINE.d4];
  setPair(out, LINE.g00, g, g, d0, d0, table);
  setPair(out, LINE.g11, zg, zg, d2, d2, table);
  setPair(out, LINE.g20, zzg, g, d4, d0, table);
  setPair(out, LINE.g22, zzg, zzg, d4, d4, table);
  setPair(out, LINE.g31, zzzg, zg, d6, d2, table);
}

/**
 * All moments at one scale s: LINE_COUNT values, then their errors (truncation of the series and rounding; not the error
 * of the rule).
 */
export function lineMoments(samples: LineSamples, options: LineMomentOptions): number[] {
  const { table, terms, spectrum, inverseDimension, scale, parity } = options;
  const out = zeros(2 * LINE_COUNT);
  const { mean, f4, d6, centring, centring2 } = selfMoments(samples, parity === "odd", out);
  const a = project(samples, samples.values, mean, table, terms, parity === "none" ? -1 : parity === "odd" ? 1 : 0);
  a[0] = 0; // f is centred: what is left is rounding
  if (parity === "even") out[LINE.slope] = 0;
  const variance = out[LINE.variance];
  setPair(out, LINE.pair, a, a, variance, variance, table);
  setGradientPair(out, a, inverseDimension, scale, table);
  const za = timesZ(a, table.b);
  const f2 = out[LINE.spread] + variance;
  setPair(out, LINE.pair11, za, za, f2, f2, table);
  setPair(out, LINE.pair20, timesZ(za, table.b), a, f4, variance, table);
  out[LINE_COUNT + LINE.pair] += table.tail[1] * centring;
  out[LINE_COUNT + LINE.pair11] += centring2;
  out[LINE_COUNT + LINE.pair20] += centring2;
  if (spectrum) {
    const other = parity === "none" ? -1 : parity === "odd" ? 0 : 1;
    const g = project(samples, samples.derivatives, 0, table, terms, other);
    setDerivativePairs(out, g, d6, table);
  }
  return out;
}

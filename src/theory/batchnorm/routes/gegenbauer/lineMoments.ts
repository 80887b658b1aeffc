/**
 * Moments of psi(s z1), psi(s z2) for two samples of a batch, from one-dimensional sums only: with a_k the orthonormal
 * Gegenbauer coefficients of f and b_k those of g,  E f(z1) g(z2) = sum_k a_k b_k P_k(-1/n)  (Funk-Hecke; DLMF 18.18).
 * What pairs a sample with itself is integrated directly (Parseval), so the series only has to carry the correlation
 * between samples, whose k-th term is O(n^{-ceil(k/2)}). The split is ours.
 */
import { UNIT_ROUNDOFF } from "../../../../numeric/estimate.js";
import type { Rule } from "../../../../numeric/quadrature/rule.js";
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
  readonly rule: Rule;
  /** psi(s z) at the nodes. */
  readonly values: Float64Array;
  /** psi'(s z) at the nodes. */
  readonly derivatives: Float64Array;
  /** Relative accuracy of `derivatives`. */
  readonly derivativeAccuracy: number;
}

export interface LineMoments {
  readonly values: Float64Array;
  /** Truncation of the series and rounding; not the error of the rule. */
  readonly errors: Float64Array;
  /** a_0, a_1, ... of psi(s z). */
  readonly coefficients: Float64Array;
}

// A sum of a few hundred products of function values good to an ulp or two.
const ROUNDING = 12 * UNIT_ROUNDOFF;

interface Sums {
  readonly values: Float64Array;
  readonly errors: Float64Array;
}

/** What pairs a sample with itself. */
function selfMoments({ rule, values, derivatives, derivativeAccuracy }: LineSamples, odd: boolean): Sums & { f: Float64Array } {
  const { nodes, weights } = rule;
  const out = new Float64Array(LINE_COUNT);
  const errors = new Float64Array(LINE_COUNT);
  let mean = 0;
  let size = 0;
  for (let i = 0; i < nodes.length; i++) {
    mean += weights[i] * values[i];
    size += weights[i] * Math.abs(values[i]);
  }
  if (odd) mean = 0;
  const f = new Float64Array(nodes.length);
  let [second, variance, spread, slope, d0, d2, d4, drift, spreadSize] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let i = 0; i < nodes.length; i++) {
    const z = nodes[i];
    const w = weights[i];
    const centred = values[i] - mean;
    f[i] = centred;
    const square = w * centred * centred;
    second += w * values[i] * values[i];
    variance += square;
    spread += square * (z * z - 1);
    spreadSize += square * (z * z + 1);
    slope += w * z * centred;
    drift += w * Math.abs(centred * values[i]);
    const d = w * derivatives[i] * derivatives[i];
    d0 += d;
    d2 += d * z * z;
    d4 += d * z * z * z * z;
  }
  out.set([mean, second, variance, spread, slope]);
  out.set([d0, d2, d4], LINE.d0);
  // centring rounds each value to an ulp of |psi|, which matters when psi is nearly constant
  const centring = 4 * UNIT_ROUNDOFF * drift;
  errors.set([ROUNDING * size, ROUNDING * second, ROUNDING * variance + centring, ROUNDING * spreadSize + 4 * centring]);
  errors[LINE.slope] = ROUNDING * Math.sqrt(variance) + 4 * UNIT_ROUNDOFF * size;
  const derivativeRounding = ROUNDING + 2 * derivativeAccuracy;
  errors.set([derivativeRounding * d0, derivativeRounding * d2, derivativeRounding * d4], LINE.d0);
  return { values: out, errors, f };
}

/** Coefficients of each function (given at the nodes) in p_0 .. p_{terms-1}. */
function project(rule: Rule, functions: readonly Float64Array[], b: Float64Array, terms: number): Float64Array[] {
  const { nodes, weights } = rule;
  const reciprocal = Float64Array.from(b, (value) => (value === 0 ? 0 : 1 / value));
  const out = functions.map(() => new Float64Array(terms));
  for (let i = 0; i < nodes.length; i++) {
    const z = nodes[i];
    let previous = 0;
    let current = weights[i];
    for (let k = 0; k < terms; k++) {
      for (let j = 0; j < functions.length; j++) out[j][k] += current * functions[j][i];
      const next = (z * current - b[k] * previous) * reciprocal[k + 1];
      previous = current;
      current = next;
    }
  }
  return out;
}

/** Coefficients of z f from those of f; the last one is lost. */
function timesZ(c: Float64Array, b: Float64Array): Float64Array {
  const out = new Float64Array(c.length - 1);
  for (let k = 0; k < out.length; k++) out[k] = b[k + 1] * c[k + 1] + (k > 0 ? b[k] * c[k - 1] : 0);
  return out;
}

interface Paired {
  readonly value: number;
  readonly error: number;
}

/** sum x_k y_k P_k with the Parseval bound on what was cut off: energies are E x^2 and E y^2. */
function pairing(x: Float64Array, y: Float64Array, energyX: number, energyY: number, table: OrthonormalTable): Paired {
  const terms = Math.min(x.length, y.length);
  let value = 0;
  let size = 0;
  let restX = energyX;
  let restY = energyY;
  for (let k = 0; k < terms; k++) {
    const term = x[k] * y[k] * table.pairs[k];
    value += term;
    size += Math.abs(term);
    restX -= x[k] * x[k];
    restY -= y[k] * y[k];
  }
  const tail = table.tail[terms] * Math.sqrt(Math.max(0, restX) * Math.max(0, restY));
  return { value, error: tail + ROUNDING * size + UNIT_ROUNDOFF * table.tail[1] * Math.sqrt(energyX * energyY) };
}

function setPair(sums: Sums, index: number, { value, error }: Paired): void {
  sums.values[index] = value;
  sums.errors[index] = error;
}

function valuePairs(sums: Sums, a: Float64Array, inverse: number, s: number, table: OrthonormalTable): void {
  const { values } = sums;
  const terms = a.length;
  setPair(sums, LINE.pair, pairing(a, a, values[LINE.variance], values[LINE.variance], table));
  let gradient = 0;
  let size = 0;
  let rest = (values[LINE.d0] - inverse * values[LINE.d2]) * s * s;
  for (let k = 1; k < terms; k++) {
    const energy = k * (1 + (k - 2) * inverse) * a[k] * a[k];
    gradient -= energy * table.pairs[k];
    size += energy * Math.abs(table.pairs[k]);
    rest -= energy;
  }
  values[LINE.gradientPair] = gradient / (s * s);
  sums.errors[LINE.gradientPair] = (ROUNDING * size + table.tail[terms] * Math.max(0, rest)) / (s * s);
}

/** E f1 f2 times quadratic polynomials. */
function quadraticPairs(sums: Sums, a: Float64Array, f4: number, table: OrthonormalTable): void {
  const za = timesZ(a, table.b);
  const zza = timesZ(za, table.b);
  const f2 = sums.values[LINE.spread] + sums.values[LINE.variance];
  setPair(sums, LINE.pair11, pairing(za, za, f2, f2, table));
  setPair(sums, LINE.pair20, pairing(zza, a, f4, sums.values[LINE.variance], table));
}

/** E d1 d2 times polynomials of degree up to four. */
function derivativePairs(sums: Sums, g: Float64Array, d6: number, table: OrthonormalTable): void {
  const zg = timesZ(g, table.b);
  const zzg = timesZ(zg, table.b);
  const zzzg = timesZ(zzg, table.b);
  const d0 = sums.values[LINE.d0];
  const d2 = sums.values[LINE.d2];
  const d4 = sums.values[LINE.d4];
  setPair(sums, LINE.g00, pairing(g, g, d0, d0, table));
  setPair(sums, LINE.g11, pairing(zg, zg, d2, d2, table));
  setPair(sums, LINE.g20, pairing(zzg, g, d4, d0, table));
  setPair(sums, LINE.g22, pairing(zzg, zzg, d4, d4, table));
  setPair(sums, LINE.g31, pairing(zzzg, zg, d6, d2, table));
}

/** E f^2 z^power over the nodes. */
function weightedEnergy({ nodes, weights }: Rule, f: Float64Array, power: number): number {
  let sum = 0;
  for (let i = 0; i < nodes.length; i++) sum += weights[i] * f[i] * f[i] * nodes[i] ** power;
  return sum;
}

export interface LineMomentOptions {
  readonly inverseDimension: number;
  /** s in psi(s z). */
  readonly scale: number;
  readonly table: OrthonormalTable;
  /** Without it the pairs of derivatives, which only backward L and M need at eps = 0, are left out. */
  readonly spectrum: boolean;
  readonly parity: "even" | "odd" | "none";
}

/** All moments at one scale s. */
export function lineMoments(samples: LineSamples, options: LineMomentOptions): LineMoments {
  const { table, spectrum, inverseDimension, scale, parity } = options;
  const terms = table.pairs.length;
  const { f, ...sums } = selfMoments(samples, parity === "odd");
  const [a, g] = project(samples.rule, spectrum ? [f, samples.derivatives] : [f], table.b, terms);
  if (parity !== "none") keepParity(a!, parity === "even" ? 0 : 1);
  a![0] = 0; // f is centred: what is left is rounding
  if (parity === "even") sums.values[LINE.slope] = 0;
  valuePairs(sums, a!, inverseDimension, scale, table);
  quadraticPairs(sums, a!, weightedEnergy(samples.rule, f, 4), table);
  if (spectrum) {
    if (parity !== "none") keepParity(g!, parity === "even" ? 1 : 0);
    derivativePairs(sums, g!, weightedEnergy(samples.rule, samples.derivatives, 6), table);
  }
  const coefficients = a!;
  coefficients[0] = sums.values[LINE.mean];
  return { ...sums, coefficients };
}

/** On the positive half line the other parity's sums are not zero but meaningless. */
function keepParity(c: Float64Array, first: 0 | 1): void {
  for (let k = 1 - first; k < c.length; k += 2) c[k] = 0;
}

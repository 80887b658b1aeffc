import { GaussianStream } from "../../../../src/numeric/random/gaussianStream.js";

/** A random symmetric matrix. */
export function randomSymmetric(size: number, seed: number): number[][] {
  const stream = new GaussianStream({ seed, sample: 0, draw: 0 });
  const half = Array.from({ length: size }, () => Array.from({ length: size }, () => stream.next()));
  return half.map((row, i) => row.map((value, j) => (value + half[j]![i]!) / 2));
}

/** Symmetric variances, some of them 0. */
export function randomVariances(size: number, seed: number): number[][] {
  return randomSymmetric(size, seed).map((row) => row.map((value) => Math.max(0, value) ** 2));
}

export const semicircle = (x: number, variance = 1): number =>
  Math.sqrt(Math.max(0, 4 * variance - x * x)) / (2 * Math.PI * variance);

/** Marchenko and Pastur's density of X X^T / n, p/n = c, without its atom. */
export function marchenkoPastur(x: number, c: number): number {
  const [low, high] = [(1 - Math.sqrt(c)) ** 2, (1 + Math.sqrt(c)) ** 2];
  return Math.sqrt(Math.max(0, (high - x) * (x - low))) / (2 * Math.PI * c * x);
}

/**
 * The density of two atoms at +-a, plus a semicircle, from the cubic (u^2 - a^2) m + u = 0 with u = z + m, by Cardano: another way than any
 * iteration. m^3 + 2 z m^2 + (z^2 - a^2 + 1) m + z = 0.
 */
export function twoAtoms(x: number, a: number): number {
  const [b, c, d] = [2 * x, x * x - a * a + 1, x];
  const p = c - (b * b) / 3;
  const q = (2 * b ** 3) / 27 - (b * c) / 3 + d;
  const discriminant = (q / 2) ** 2 + (p / 3) ** 3;
  if (discriminant <= 0) return 0;
  const root = Math.sqrt(discriminant);
  return ((Math.sqrt(3) / 2) * Math.abs(Math.cbrt(-q / 2 + root) - Math.cbrt(-q / 2 - root))) / Math.PI;
}

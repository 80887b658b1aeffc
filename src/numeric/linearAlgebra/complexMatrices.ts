/**
 * Dense complex matrices for hot loops: n x n, row after row, real and imaginary parts apart. LU with partial pivoting, products, and
 * Cholesky's test of positive definiteness. Sizes are the caller's care; the arguments stay unless the name says otherwise.
 */
export interface ComplexArray {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

export const complexArray = (length: number): ComplexArray => ({
  re: new Float64Array(length),
  im: new Float64Array(length),
});

export function copyInto({ re, im }: ComplexArray, out: ComplexArray): void {
  out.re.set(re);
  out.im.set(im);
}

export const copyOf = ({ re, im }: ComplexArray): ComplexArray => ({ re: re.slice(), im: im.slice() });

/** The Euclidean norm of all entries. */
export function euclidean({ re, im }: ComplexArray): number {
  let sum = 0;
  for (let k = 0; k < re.length; k++) sum += re[k] * re[k] + im[k] * im[k];
  return Math.sqrt(sum);
}

/** out = A B. `out` is another array. */
export function complexProduct(a: ComplexArray, b: ComplexArray, size: number, out: ComplexArray): void {
  const { re, im } = out;
  for (let i = 0; i < size; i++) {
    const row = i * size;
    re.fill(0, row, row + size);
    im.fill(0, row, row + size);
    for (let k = 0; k < size; k++) {
      const x = a.re[row + k];
      const y = a.im[row + k];
      if (x === 0 && y === 0) continue;
      for (let j = 0, at = k * size; j < size; j++, at++) {
        re[row + j] += x * b.re[at] - y * b.im[at];
        im[row + j] += x * b.im[at] + y * b.re[at];
      }
    }
  }
}

/** L U = P A, in place; false where a pivot is 0 or not finite. `pivots` receives the rows swapped with 0, 1, ... */
export function factorInPlace({ re, im }: ComplexArray, size: number, pivots: Int32Array): boolean {
  for (let k = 0; k < size; k++) {
    let best = k;
    let most = -1;
    for (let i = k; i < size; i++) {
      const magnitude = Math.abs(re[i * size + k]) + Math.abs(im[i * size + k]);
      if (magnitude > most) [most, best] = [magnitude, i];
    }
    pivots[k] = best;
    if (!(most > 0) || most === Number.POSITIVE_INFINITY) return false;
    if (best !== k) swapRows(re, im, size, k, best);
    eliminate(re, im, size, k);
  }
  return true;
}

function swapRows(re: Float64Array, im: Float64Array, size: number, a: number, b: number): void {
  for (let j = 0; j < size; j++) {
    const [x, y] = [re[a * size + j], im[a * size + j]];
    re[a * size + j] = re[b * size + j];
    im[a * size + j] = im[b * size + j];
    re[b * size + j] = x;
    im[b * size + j] = y;
  }
}

/** Takes multiples of row k from the rows below; the multipliers stay in column k. */
function eliminate(re: Float64Array, im: Float64Array, size: number, k: number): void {
  const row = k * size;
  const [px, py] = [re[row + k], im[row + k]];
  const scale = 1 / Math.max(Math.abs(px), Math.abs(py));
  const [sx, sy] = [px * scale, py * scale];
  const norm = scale / (sx * sx + sy * sy);
  const [ix, iy] = [sx * norm, -sy * norm];
  for (let i = k + 1; i < size; i++) {
    const at = i * size;
    const [x, y] = [re[at + k], im[at + k]];
    if (x === 0 && y === 0) continue;
    const fx = x * ix - y * iy;
    const fy = x * iy + y * ix;
    re[at + k] = fx;
    im[at + k] = fy;
    for (let j = k + 1; j < size; j++) {
      const [ux, uy] = [re[row + j], im[row + j]];
      re[at + j] -= fx * ux - fy * uy;
      im[at + j] -= fx * uy + fy * ux;
    }
  }
}

/** Solves A x = b in place of b, from the factors of factorInPlace. */
export function solveInPlace(factors: ComplexArray, pivots: Int32Array, size: number, b: ComplexArray): void {
  const { re, im } = b;
  for (let k = 0; k < size; k++) {
    const p = pivots[k];
    if (p === k) continue;
    const [x, y] = [re[k], im[k]];
    re[k] = re[p];
    im[k] = im[p];
    re[p] = x;
    im[p] = y;
  }
  for (let i = 1; i < size; i++) subtractRow(factors, i * size, 0, i, b, i);
  for (let i = size - 1; i >= 0; i--) {
    subtractRow(factors, i * size, i + 1, size, b, i);
    const [px, py] = [factors.re[i * size + i], factors.im[i * size + i]];
    const scale = 1 / Math.max(Math.abs(px), Math.abs(py));
    const [sx, sy] = [px * scale, py * scale];
    const norm = scale / (sx * sx + sy * sy);
    const [x, y] = [re[i], im[i]];
    re[i] = (x * sx + y * sy) * norm;
    im[i] = (y * sx - x * sy) * norm;
  }
}

/** b_i -= sum over from <= j < to of row_j b_j. */
function subtractRow(a: ComplexArray, row: number, from: number, to: number, { re, im }: ComplexArray, i: number) {
  let [x, y] = [re[i], im[i]];
  for (let j = from; j < to; j++) {
    const [ax, ay] = [a.re[row + j], a.im[row + j]];
    x -= ax * re[j] - ay * im[j];
    y -= ax * im[j] + ay * re[j];
  }
  re[i] = x;
  im[i] = y;
}

/** A^{-1} into `out`, A destroyed; false where A is singular. */
export function invertInto(a: ComplexArray, size: number, out: ComplexArray, pivots: Int32Array): boolean {
  if (!factorInPlace(a, size, pivots)) return false;
  const column = complexArray(size);
  for (let j = 0; j < size; j++) {
    column.re.fill(0);
    column.im.fill(0);
    column.re[j] = 1;
    solveInPlace(a, pivots, size, column);
    for (let i = 0; i < size; i++) {
      out.re[i * size + j] = column.re[i];
      out.im[i * size + j] = column.im[i];
    }
  }
  return true;
}

/** True where the Hermitian matrix A + shift I, of which the lower triangle is read, has a Cholesky factor; A is destroyed. */
export function isPositiveDefiniteInPlace({ re, im }: ComplexArray, size: number, shift = 0): boolean {
  for (let j = 0; j < size; j++) {
    const row = j * size;
    let pivot = re[row + j] + shift;
    for (let k = 0; k < j; k++) pivot -= re[row + k] ** 2 + im[row + k] ** 2;
    if (!(pivot > 0) || pivot === Number.POSITIVE_INFINITY) return false;
    const root = Math.sqrt(pivot);
    re[row + j] = root;
    for (let i = j + 1; i < size; i++) {
      const at = i * size;
      let [x, y] = [re[at + j], im[at + j]];
      for (let k = 0; k < j; k++) {
        x -= re[at + k] * re[row + k] + im[at + k] * im[row + k];
        y -= im[at + k] * re[row + k] - re[at + k] * im[row + k];
      }
      re[at + j] = x / root;
      im[at + j] = y / root;
    }
  }
  return true;
}

import { type ComplexArray, complexArray, copyOf, euclidean } from "./complexMatrices.js";

export interface GmresOptions {
  /** Of |b - A x| / |b|; default 1e-12. */
  readonly tolerance?: number;
  /** Applications of A in all; default 200. */
  readonly maxSteps?: number;
}

const RESTART = 40;

/** target += (x + iy) v. */
function accumulate(target: ComplexArray, x: number, y: number, v: ComplexArray): void {
  for (let k = 0; k < v.re.length; k++) {
    target.re[k] += x * v.re[k] - y * v.im[k];
    target.im[k] += x * v.im[k] + y * v.re[k];
  }
}

/** conj(v) . w. */
function inner(v: ComplexArray, w: ComplexArray): [number, number] {
  let [x, y] = [0, 0];
  for (let k = 0; k < v.re.length; k++) {
    x += v.re[k] * w.re[k] + v.im[k] * w.im[k];
    y += v.re[k] * w.im[k] - v.im[k] * w.re[k];
  }
  return [x, y];
}

/**
 * A x = b for complex A known by its products, in place of b: GMRES with restarts after 40 steps, modified Gram-Schmidt. Returns
 * |b - A x| / |b|, which is above the tolerance where the steps did not suffice.
 *
 * Source: Y. Saad, M. H. Schultz, SIAM J. Sci. Stat. Comput. 7 (1986) 856-869.
 */
export function complexGmresInPlace(
  apply: (v: ComplexArray, out: ComplexArray) => void,
  b: ComplexArray,
  { tolerance = 1e-12, maxSteps = 200 }: GmresOptions = {},
): number {
  const length = b.re.length;
  const size = euclidean(b);
  if (size === 0) return 0;
  const x = complexArray(length);
  const residual = copyOf(b);
  const image = complexArray(length);
  let relative = 1;
  for (let used = 0; used < maxSteps && relative > tolerance; ) {
    const before = relative;
    used += cycle(apply, residual, x, Math.min(RESTART, maxSteps - used), tolerance * size);
    apply(x, image);
    for (let k = 0; k < length; k++) {
      residual.re[k] = b.re[k] - image.re[k];
      residual.im[k] = b.im[k] - image.im[k];
    }
    relative = euclidean(residual) / size;
    if (!(relative < 0.9 * before)) break;
  }
  b.re.set(x.re);
  b.im.set(x.im);
  return relative;
}

/** One Arnoldi cycle from the residual; adds its correction to x. Returns the number of steps. */
function cycle(
  apply: (v: ComplexArray, out: ComplexArray) => void,
  residual: ComplexArray,
  x: ComplexArray,
  steps: number,
  target: number,
): number {
  const length = x.re.length;
  const beta = euclidean(residual);
  const basis = [scaled(residual, 1 / beta)];
  // the Hessenberg matrix, made triangular by rotations (c real, s complex)
  const columns: ComplexArray[] = [];
  const rotations: { readonly c: number; readonly x: number; readonly y: number }[] = [];
  const right = complexArray(steps + 1);
  right.re[0] = beta;
  let k = 0;
  while (k < steps) {
    const w = complexArray(length);
    apply(basis[k]!, w);
    const column = complexArray(k + 2);
    for (let i = 0; i <= k; i++) {
      const [hx, hy] = inner(basis[i]!, w);
      column.re[i] = hx;
      column.im[i] = hy;
      accumulate(w, -hx, -hy, basis[i]!);
    }
    const next = euclidean(w);
    rotations.forEach(({ c, x: sx, y: sy }, i) => {
      rotate(column, i, c, sx, sy);
    });
    const [px, py] = [column.re[k], column.im[k]];
    const pivot = Math.hypot(px, py);
    const radius = Math.hypot(pivot, next);
    if (!(radius > 0)) break;
    // G = ((c, s), (-conj s, c)) takes (p, next) to (p radius / |p|, 0)
    const c = pivot / radius;
    const [ux, uy] = pivot === 0 ? [1, 0] : [px / pivot, py / pivot];
    const [sx, sy] = [(ux * next) / radius, (uy * next) / radius];
    rotations.push({ c, x: sx, y: sy });
    column.re[k] = ux * radius;
    column.im[k] = uy * radius;
    columns.push(column);
    rotate(right, k, c, sx, sy);
    k++;
    if (Math.hypot(right.re[k], right.im[k]) <= target || next <= 1e-14 * radius) break;
    basis.push(scaled(w, 1 / next));
  }
  backSubstitute(columns, right, k);
  for (let i = 0; i < k; i++) accumulate(x, right.re[i], right.im[i], basis[i]!);
  return Math.max(1, k);
}

const scaled = ({ re, im }: ComplexArray, factor: number): ComplexArray => ({
  re: re.map((value) => value * factor),
  im: im.map((value) => value * factor),
});

/** (a, b) <- (c a + s b, -conj(s) a + c b) for the entries i and i + 1. */
function rotate({ re, im }: ComplexArray, i: number, c: number, sx: number, sy: number): void {
  const [ax, ay, bx, by] = [re[i], im[i], re[i + 1], im[i + 1]];
  re[i] = c * ax + sx * bx - sy * by;
  im[i] = c * ay + sx * by + sy * bx;
  re[i + 1] = c * bx - sx * ax - sy * ay;
  im[i + 1] = c * by - sx * ay + sy * ax;
}

/** R y = right, in place, R's columns given. */
function backSubstitute(columns: readonly ComplexArray[], right: ComplexArray, size: number): void {
  for (let i = size - 1; i >= 0; i--) {
    let [x, y] = [right.re[i], right.im[i]];
    for (let j = i + 1; j < size; j++) {
      const { re, im } = columns[j]!;
      x -= re[i] * right.re[j] - im[i] * right.im[j];
      y -= re[i] * right.im[j] + im[i] * right.re[j];
    }
    const { re, im } = columns[i]!;
    const square = re[i] * re[i] + im[i] * im[i];
    right.re[i] = (x * re[i] + y * im[i]) / square;
    right.im[i] = (y * re[i] - x * im[i]) / square;
  }
}

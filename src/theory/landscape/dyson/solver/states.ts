import type { ComplexArray } from "../../../../numeric/linearAlgebra/complexMatrices.js";

/** The largest |re| + |im| of an entry. */
export function largest({ re, im }: ComplexArray): number {
  let most = 0;
  for (let k = 0; k < re.length; k++) most = Math.max(most, Math.abs(re[k]) + Math.abs(im[k]));
  return most;
}

/** out = a + factor b. */
export function combineInto(a: ComplexArray, factor: number, b: ComplexArray, out: ComplexArray): void {
  for (let k = 0; k < a.re.length; k++) {
    out.re[k] = a.re[k] + factor * b.re[k];
    out.im[k] = a.im[k] + factor * b.im[k];
  }
}

export const isFiniteState = ({ re, im }: ComplexArray): boolean =>
  re.every(Number.isFinite) && im.every(Number.isFinite);

/** The residual of G: largest entry of `image` - G, over max(1, ||G||). */
export function relativeResidual(G: ComplexArray, image: ComplexArray): number {
  let [most, size] = [0, 1];
  for (let k = 0; k < G.re.length; k++) {
    most = Math.max(most, Math.abs(image.re[k] - G.re[k]) + Math.abs(image.im[k] - G.im[k]));
    size = Math.max(size, Math.abs(G.re[k]) + Math.abs(G.im[k]));
  }
  return most / size;
}

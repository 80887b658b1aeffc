import { assertInteger } from "../domain.js";
import { GaussianStream } from "../random/gaussianStream.js";
import { lanczos, ritzValues, type SymmetricProduct } from "./lanczos.js";

const STEPS = 300;

/**
 * The largest magnitude of an eigenvalue of a symmetric matrix from products, by at most 300 steps of Lanczos from a fixed Gaussian start. The value is
 * a lower bound, and some eigenvalue has this magnitude to within `error`; exact to rounding where the matrix has fewer distinct eigenvalues.
 * Errors as `lanczos`.
 */
export function spectralNorm(
  product: SymmetricProduct,
  size: number,
): { readonly value: number; readonly error: number } {
  assertInteger("size", size, 1, 20_000_000);
  const start = new GaussianStream({ seed: 0, sample: 12, draw: 0 }).fill(new Float64Array(size));
  const ritz = ritzValues(lanczos(product, start, Math.min(STEPS, size)));
  const largest = ritz.reduce((a, b) => (Math.abs(b.value) > Math.abs(a.value) ? b : a));
  const value = Math.abs(largest.value);
  return { value, error: largest.residual + 1e-14 * value };
}

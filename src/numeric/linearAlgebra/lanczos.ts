/**
 * Lanczos: an orthonormal basis Q of the Krylov space of a symmetric matrix A and a start v in which A is tridiagonal,
 *
 *   A Q = Q T + beta q e_k^T,
 *
 * from products A v alone. For an eigenpair (theta, s) of T, |A Q s - theta Q s| = |beta s_k|: A has an eigenvalue that near to theta.
 *
 * Source: C. Lanczos, J. Res. Nat. Bur. Standards 45 (1950) 255-282; two Gram-Schmidt passes over the whole basis each step (Parlett, The
 * Symmetric Eigenvalue Problem, 1998, section 6.9), so that no eigenvalue comes twice.
 */
import { assertInteger, domainError } from "../domain.js";
import { assertShapes, callable, finite, having, madeBy } from "../shape.js";
import { addMultiple, dotProduct } from "./floatVectors.js";
import { implicitQl } from "./tridiagonalEigenvalues.js";
import { norm } from "./vectors.js";

/** out <- A v; v stays. */
export type SymmetricProduct = (v: Float64Array, out: Float64Array) => void;

export interface LanczosBasis {
  readonly diagonal: Float64Array;
  readonly offDiagonal: Float64Array;
  /** The length of what is left of the last product; 0 where the Krylov space is invariant. */
  readonly residual: number;
  /** Whether it is, to rounding: the eigenvalues are then some of A's. */
  readonly invariant: boolean;
}

/** Numbers in the basis: 160 megabytes. */
const MOST_ENTRIES = 20_000_000;

/** As many steps as the basis of vectors of this length has room for. */
export const mostSteps = (size: number): number => Math.floor(MOST_ENTRIES / size);

/** A rest this small against the norm is rounding. */
const NEGLIGIBLE = 1e-13;

const floats = having("a Float64Array", (value) => value instanceof Float64Array);

/**
 * At most `steps` steps from the vector `start`; fewer where the space becomes invariant.
 *
 * Domain: start finite and not 0; 1 <= steps <= its length, and steps times the length at most 2e7. `product` must be symmetric: this is not checked.
 * @throws TheoryError "domain" for start, steps, and a product that is not finite.
 */
export const lanczos = (product: SymmetricProduct, start: Float64Array, steps: number): LanczosBasis =>
  resultOf(lanczosSteps(product, start, steps));

/** The same, one product a piece. */
export function* lanczosSteps(
  product: SymmetricProduct,
  start: Float64Array,
  steps: number,
): Generator<undefined, LanczosBasis> {
  assertShapes({ product: callable, start: floats, steps: finite }, { product, start, steps });
  const size = start.length;
  assertInteger("steps", steps, 1, Math.max(1, size));
  if (steps > mostSteps(size)) {
    throw domainError("steps", steps, `at most ${mostSteps(size)} here`, "Take fewer steps.");
  }
  const length = norm(start);
  if (!(length > 0 && Number.isFinite(length))) {
    throw domainError("start", `a vector of length ${length}`, "a finite vector that is not 0", "Pass another one.");
  }
  const basis = [start.map((entry) => entry / length)];
  const diagonal = new Float64Array(steps);
  const offDiagonal = new Float64Array(steps);
  const rest = new Float64Array(size);
  let scale = 0;
  for (let k = 0; k < steps; k++) {
    product(basis[k]!, rest);
    diagonal[k] = dotProduct(basis[k]!, rest);
    for (let pass = 0; pass < 2; pass++) {
      for (const vector of basis) addMultiple(rest, -dotProduct(vector, rest), vector);
    }
    const left = norm(rest);
    if (!Number.isFinite(left + diagonal[k]!)) {
      throw domainError("product", "a product that is not finite", "finite numbers", "Scale the matrix down.");
    }
    offDiagonal[k] = left;
    scale = Math.max(scale, Math.abs(diagonal[k]!) + left);
    const invariant = left <= NEGLIGIBLE * scale || k + 1 === size;
    if (invariant || k + 1 === steps) {
      const residual = invariant ? 0 : left;
      const parts = { diagonal: diagonal.slice(0, k + 1), offDiagonal: offDiagonal.slice(0, k) };
      return Object.freeze({ ...parts, residual, invariant });
    }
    basis.push(rest.map((entry) => entry / left));
    yield;
  }
  throw new Error("unreachable: the last step returns");
}

/** What work in pieces returns at its end. */
export function resultOf<T>(pieces: Iterator<unknown, T>): T {
  for (;;) {
    const { done, value } = pieces.next();
    if (done) return value;
  }
}

/** An eigenvalue of T with what it says of A. */
export interface RitzValue {
  readonly value: number;
  /** |beta s_k|: A has an eigenvalue within it, up to rounding (about 1e-14 of the norm of A). */
  readonly residual: number;
  /** s_1^2: the weight of the Gauss rule of the start's spectral measure. */
  readonly weight: number;
}

/** Of T, ascending. @throws TheoryError "domain" for what `lanczos` has not returned. */
export function ritzValues(basis: LanczosBasis): readonly RitzValue[] {
  madeBy("lanczos", "diagonal", "offDiagonal", "residual")("basis", basis);
  const { diagonal, offDiagonal, residual } = basis;
  const first = new Float64Array(diagonal.length);
  const last = new Float64Array(diagonal.length);
  first[0] = 1;
  last[diagonal.length - 1] = 1;
  const values = implicitQl(diagonal, offDiagonal, [first, last]);
  const found = Array.from(values, (value, i) => {
    return { value, residual: Math.abs(residual * last[i]!), weight: first[i]! ** 2 };
  });
  return found.sort((a, b) => a.value - b.value);
}

import { TheoryError } from "../errors.js";
import { domainError } from "./domain.js";

export interface RootOptions {
  /** Default 0. */
  readonly absoluteTolerance?: number;
  /** Of the bracket against |root|. Default 2^-51. */
  readonly relativeTolerance?: number;
  /** Default 200. */
  readonly maxEvals?: number;
}

export interface RootResult {
  readonly root: number;
  /** f(root). */
  readonly residual: number;
  /** The sign change lies within this distance: the length of the last bracket, 0 where f(root) is exactly 0. */
  readonly error: number;
  readonly evals: number;
  readonly converged: boolean;
}

/**
 * A root of continuous f in [a, b], f(a) f(b) <= 0, by bisection with inverse quadratic interpolation where that is safe.
 *
 * Source: T. R. Chandrupatla, Adv. Eng. Software 28 (1997) 145-149: interpolate when the three points (xi, phi) satisfy
 * phi^2 < xi and (1-phi)^2 < 1-xi, else bisect. Ours: the bracket is closed from both sides and reported as the error.
 *
 * @throws TheoryError "domain" without a sign change; "undefined-value" where f is NaN.
 */
export function findRoot(f: (x: number) => number, a: number, b: number, options: RootOptions = {}): RootResult {
  const { absoluteTolerance = 0, relativeTolerance = 2 ** -51, maxEvals = 200 } = options;
  let evals = 0;
  const at = (x: number): number => {
    evals++;
    const y = f(x);
    if (Number.isNaN(y)) throw nanError(x);
    return y;
  };
  if (!Number.isFinite(a) || !Number.isFinite(b))
    throw domainError("[a, b]", `[${a}, ${b}]`, "finite ends", "Give both.");
  let [x1, x2] = [b, a];
  let [f1, f2] = [at(b), at(a)];
  if (f1 * f2 > 0 || f1 === f2) {
    if (f1 !== 0)
      throw domainError("[a, b]", `[${a}, ${b}]`, "a sign change of f", `f is ${f2} and ${f1} at the ends.`);
  }
  let fraction = 0.5;
  for (;;) {
    const [best, residual] = Math.abs(f2) < Math.abs(f1) ? [x2, f2] : [x1, f1];
    const width = Math.abs(x2 - x1);
    const tolerance = Math.max(absoluteTolerance, relativeTolerance * Math.abs(best), Number.MIN_VALUE);
    if (residual === 0) return { root: best, residual, error: 0, evals, converged: true };
    if (width <= tolerance || evals >= maxEvals) {
      return { root: best, residual, error: width, evals, converged: width <= tolerance };
    }
    const least = Math.min(0.5, tolerance / 2 / width);
    const x = x1 + Math.min(1 - least, Math.max(least, fraction)) * (x2 - x1);
    if (x === x1 || x === x2) return { root: best, residual, error: width, evals, converged: true };
    const y = at(x);
    const same = Math.sign(y) === Math.sign(f1);
    const [x3, f3] = same ? [x1, f1] : [x2, f2];
    if (!same) [x2, f2] = [x1, f1];
    [x1, f1] = [x, y];
    fraction = nextFraction(x1, f1, x2, f2, x3, f3);
  }
}

/** The next point as a fraction of the way from x1 to x2. */
function nextFraction(x1: number, f1: number, x2: number, f2: number, x3: number, f3: number): number {
  const xi = (x1 - x2) / (x3 - x2);
  const phi = (f1 - f2) / (f3 - f2);
  if (!(phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi)) return 0.5;
  const slope = (x3 - x1) / (x2 - x1);
  const t = (f1 / (f2 - f1)) * (f3 / (f2 - f3)) + slope * (f1 / (f3 - f1)) * (f2 / (f3 - f2));
  return Number.isFinite(t) ? t : 0.5;
}

function nanError(x: number): TheoryError {
  return new TheoryError(`the function is NaN at x = ${x}, inside the bracket.`, {
    code: "undefined-value",
    parameter: "f",
    value: x,
    domain: "a number at every point of the bracket",
    remedy: "Shrink the bracket.",
  });
}

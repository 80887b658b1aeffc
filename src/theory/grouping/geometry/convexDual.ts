import { domainError } from "../../../numeric/domain.js";
import { UNIT_ROUNDOFF } from "../../../numeric/estimate.js";
import { findRoot } from "../../../numeric/root.js";
import { assertShapes, modest, optionsOf } from "../../../numeric/shape.js";
import { assertStrictlyConvex, type ConvexFunction, convexShape, falls } from "./convexFunction.js";

export interface ConvexDualOptions {
  /** A theta in the domain of psi, from which the search starts; by default the first of 0, 1, -1, 1/2, -1/2 that is one. */
  readonly near?: number;
}

export interface ConvexDual {
  /** The theta with psi'(theta) = eta. */
  readonly theta: number;
  /** psi*(eta) = theta eta - psi(theta). */
  readonly psiStar: number;
  /** Absolute: the bracket of theta and the rounding of psi' over psi''; and of psi*. Estimates. */
  readonly error: { readonly theta: number; readonly psiStar: number };
}

/**
 * The Legendre dual of a strictly convex function of one variable: the theta with psi'(theta) = eta, by bracketing, and psi*(eta).
 *
 * Domain: eta is a value that psi' takes on the open interval around `near` where psi is finite, and psi is strictly convex between the two. Values at
 * the boundary of the range of psi', and so near to it that doubles do not resolve theta to one part in 10^4, are refused. Accuracy: 1e-15
 * over psi'' for theta, 1e-15 relative to the terms for psi*. Source: Definition D.3 of the S-System paper.
 * @throws TheoryError "domain" for psi that is not strictly convex there, for eta outside the range of psi', for `near`.
 */
export function convexDual(convex: ConvexFunction, eta: number, options: ConvexDualOptions = {}): ConvexDual {
  assertShapes({ psi: convexShape, eta: modest, options: optionsOf({ near: modest }) }, { psi: convex, eta, options });
  const start = startOf(convex, options.near);
  const { psi, slope, curvature } = convex.evaluate;
  const bracket = bracketOf(convex, eta, start);
  if (bracket === null) {
    assertStrictlyConvex(convex, start, start);
    throw rangeError(convex, eta);
  }
  assertStrictlyConvex(convex, Math.min(start, ...bracket), Math.max(start, ...bracket));
  const { root: theta, error } = findRoot((at) => slope(at) - eta, bracket[0], bracket[1]);
  // an eta that psi' reaches in doubles only, as 1 for log(1+exp(theta)), has no larger value beside it
  const ends = [beyond(convex, theta, -1), beyond(convex, theta, 1)] as const;
  const [left, right] = ends.map(slope) as [number, number];
  if (!(left < eta && eta < right)) throw rangeError(convex, eta);
  const rounding = 4 * UNIT_ROUNDOFF * (Math.abs(left) + Math.abs(right));
  const gap = Math.abs(slope(theta) - eta);
  if (gap > 1e-3 * (right - left)) {
    if (gap <= rounding) throw rangeError(convex, eta);
    throw domainError("psi", convex.text, "differentiable", `At theta = ${theta} psi' jumps over eta = ${eta}.`);
  }
  const value = psi(theta);
  const terms = Math.abs(theta * eta) + Math.abs(value);
  return {
    theta,
    psiStar: theta * eta - value,
    error: {
      // psi' passes eta between the ends; psi'' may be 0 there, as for theta^4
      theta: Math.min(error + rounding / Math.max(curvature(theta), Number.MIN_VALUE), ends[1] - ends[0]),
      psiStar: 8 * UNIT_ROUNDOFF * terms,
    },
  };
}

const isInside = ({ evaluate }: ConvexFunction, theta: number) =>
  Number.isFinite(evaluate.psi(theta)) && Number.isFinite(evaluate.slope(theta));

function startOf(convex: ConvexFunction, near: number | undefined): number {
  const found = near === undefined ? [0, 1, -1, 0.5, -0.5].find((at) => isInside(convex, at)) : near;
  if (found !== undefined && isInside(convex, found)) return found;
  throw domainError("near", found ?? "unknown", "a theta where psi is finite", "Pass one as the option near.");
}

/** Where psi' - eta changes sign, walking from the start by doubling steps, and halving them at the end of the domain. */
function bracketOf(convex: ConvexFunction, eta: number, start: number): readonly [number, number] | null {
  const { slope } = convex.evaluate;
  const direction = slope(start) < eta ? 1 : -1;
  if (slope(start) === eta) return [beyond(convex, start, -1), beyond(convex, start, 1)];
  let [last, step, bounded] = [start, 1, false];
  for (let turn = 0; turn < 1200; turn++) {
    const next = last + direction * step;
    if (next === last || !Number.isFinite(next)) return null;
    // where psi' falls there is a pole between: the domain ends before it
    const [lower, upper] = direction > 0 ? [slope(last), slope(next)] : [slope(next), slope(last)];
    if (!isInside(convex, next) || falls(lower, upper)) {
      bounded = true;
      step /= 2;
      continue;
    }
    if ((slope(next) - eta) * direction >= 0) {
      return direction > 0 ? [last, next] : [next, last];
    }
    last = next;
    step = bounded ? step / 2 : 2 * step;
  }
  return null;
}

/** A point a little farther in that direction, inside the domain. */
function beyond(convex: ConvexFunction, at: number, direction: number): number {
  for (let reach = 1e-4 * Math.max(1, Math.abs(at)); reach > 2 ** -52 * Math.abs(at); reach /= 2) {
    if (isInside(convex, at + direction * reach)) return at + direction * reach;
  }
  return at;
}

function rangeError(convex: ConvexFunction, eta: number) {
  return domainError(
    "eta",
    eta,
    `a value that psi' takes, for psi = ${convex.text}`,
    "It lies outside the range of psi', on its boundary, or too near to that for doubles.",
  );
}

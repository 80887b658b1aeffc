import { domainError } from "../../../numeric/domain.js";
import { addPiece, piecesOf } from "../../../numeric/quadrature/pieces.js";
import type { Activation } from "../../../symbolic/activation/activation.js";

const REACH = 10;
const POINTS = 20;

/**
 * E f(z) over a standard normal by Gauss-Legendre on panels half a unit wide, cut where the activation is not smooth. 1e-12 relative for
 * functions with poles a third away or farther and kinks.
 */
export function gaussianMean(activation: Activation, f: (z: number) => number): number {
  const walls = Array.from({ length: 4 * REACH - 1 }, (_, i) => ({ at: -REACH + (i + 1) / 2, oneSidedAnalytic: true }));
  const cuts = activation.facts.breakpoints.filter(({ at }) => Math.abs(at) < REACH);
  const kept = walls.filter((wall) => cuts.every(({ at }) => Math.abs(at - wall.at) > 1e-9));
  let sum = 0;
  for (const piece of piecesOf(-REACH, REACH, [...kept, ...cuts])) {
    addPiece(piece, piece.regular ? POINTS : 80, false, (z, weight) => {
      sum += weight * f(z) * Math.exp((-z * z) / 2);
    });
  }
  return sum / Math.sqrt(2 * Math.PI);
}

/** Var phi(s z). */
export function gaussianVariance(activation: Activation, s = 1): number {
  const scaled = s === 1 ? activation : scaledBreaks(activation, s);
  const shift = activation.value(0.1);
  const mean = gaussianMean(scaled, (z) => activation.value(s * z) - shift);
  return gaussianMean(scaled, (z) => (activation.value(s * z) - shift - mean) ** 2);
}

/** The activation with its breaks where those of phi(s z) are. */
function scaledBreaks(activation: Activation, s: number): Activation {
  const breakpoints = activation.facts.breakpoints.map((place) => ({ ...place, at: place.at / s }));
  return { ...activation, facts: { ...activation.facts, breakpoints } };
}

/** E phi'(z)^2/Var phi(z). */
export const gaussianRate = (activation: Activation): number =>
  gaussianMean(activation, (z) => activation.derivative(z) ** 2) / gaussianVariance(activation);

/** f(activation), or a TheoryError "domain" where the activation has algebraic singularities that panels do not resolve. */
export function singularOr(activation: Activation, f: (smooth: Activation) => number): number {
  if (activation.facts.breakpoints.some(({ oneSidedAnalytic }) => !oneSidedAnalytic)) {
    throw domainError(
      "phi",
      activation.text,
      "smooth, or kinked and analytic on each side",
      "Powers have closed forms.",
    );
  }
  return f(activation);
}

/**
 * A rule for R^2 / n where R^2 ~ chi-squared with n degrees of freedom:
 *
 *   E f(R^2/n) = C int f(e^{2u}) exp(n (u - (e^{2u} - 1)/2)) du,   C such that E 1 = 1.
 *
 * In u = log R a pole of f at negative R^2 keeps the imaginary distance pi/2 however close to 0 it comes, so functions of
 * R^2/(R^2 + c) converge at a rate that does not depend on c. The substitution u = w - e^{-w} - u_0 compresses the long
 * left tail e^{nu} of small n. Midpoint rule in w; Gauss-Legendre on graded pieces where f is not analytic at some R^2/n (ours).
 */
import { addPiece, piecesOf } from "./pieces.js";

export interface ChiRule {
  /** R^2 / n. */
  readonly ratios: Float64Array;
  readonly weights: Float64Array;
}

const exponent = (u: number, n: number) => n * (u - 0.5 * Math.expm1(2 * u));
const DROP = -44; // e^-44 < 1e-19

/** Where the log-weight falls to DROP, on the side of u = 0 that `direction` names. */
function tail(n: number, direction: 1 | -1): number {
  let inner = 0;
  let outer: number = direction;
  while (exponent(outer, n) > DROP) outer *= 2;
  for (let i = 0; i < 60 && Math.abs(outer - inner) > 1e-3 * Math.abs(outer); i++) {
    const middle = 0.5 * (inner + outer);
    if (exponent(middle, n) > DROP) inner = middle;
    else outer = middle;
  }
  return outer;
}

const fold = (w: number) => w - Math.exp(-w);

/** w with w - e^{-w} = u, by Newton: the map is increasing and concave, so it converges from below. */
function unfold(u: number): number {
  let w = u > 0 ? u : -Math.log(1 - u);
  for (let i = 0; i < 50; i++) {
    const step = (u - fold(w)) / (1 + Math.exp(-w));
    w += step;
    if (Math.abs(step) < 1e-14 * (1 + Math.abs(w))) break;
  }
  return w;
}

/**
 * Finite n >= 1; for n = infinity R^2/n is 1. `cuts` are values of R^2/n where the integrand is not analytic; each piece
 * then gets `points` / 2 nodes.
 */
export function chiLineRule(n: number, points: number, cuts: readonly number[] = []): ChiRule {
  const from = unfold(tail(n, -1));
  const to = unfold(tail(n, 1));
  const ratios: number[] = [];
  const weights: number[] = [];
  const add = (w: number, dw: number) => {
    const u = fold(w);
    ratios.push(Math.exp(2 * u));
    weights.push(dw * Math.exp(exponent(u, n)) * (1 + Math.exp(-w)));
  };
  const inside = cuts.map((ratio) => unfold(0.5 * Math.log(ratio))).filter((w) => w > from && w < to);
  if (inside.length > 0) {
    const pieces = piecesOf(
      from,
      to,
      inside.map((at) => ({ at, oneSidedAnalytic: true })),
    );
    for (const piece of pieces) addPiece(piece, points >> 1, true, add);
  } else {
    const step = (to - from) / points;
    for (let i = 0; i < points; i++) add(from + (i + 0.5) * step, step);
  }
  let total = 0;
  for (const weight of weights) total += weight;
  return { ratios: Float64Array.from(ratios), weights: Float64Array.from(weights, (weight) => weight / total) };
}

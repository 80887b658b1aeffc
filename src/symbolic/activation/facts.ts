import { Unresolved } from "../asymptotics/series.js";
import type { Expression } from "../expression.js";
import type { ActivationFacts, Breakpoint, Fact, Homogeneity, Parity } from "./activation.js";
import { analysisWindow, candidates } from "./candidates.js";
import { growthOf, tooFast } from "./growth.js";
import { homogeneityOf } from "./homogeneity.js";
import { hasWholePowers, type LocalBehaviour, localBehaviour } from "./localBehaviour.js";
import { parityOf, symmetricPlaces } from "./parity.js";
import { polynomialOf } from "./polynomial.js";
import { fastCall, refusal, refuseUndefined, type Source, shownPlace, singularCall } from "./refuse.js";
import { refuseOverflow } from "./refuseOverflow.js";
import { isTieAt, resolveAt } from "./resolve.js";
import { sampledBreakpoint } from "./sampledBreakpoint.js";
import type { Zero } from "./zeros.js";

type Real = (x: number) => number;

/** The facts, and what was seen at every place that was looked at (for the values there). */
export interface Analysis {
  readonly facts: ActivationFacts;
  readonly local: ReadonlyMap<number, LocalBehaviour>;
  /** Places where the expansion on one side does not settle. */
  readonly unsettled: readonly number[];
}

/** E phi^2 diverges at a place where phi grows like |x - at|^p, p <= -1/2. */
function refusePole(expression: Expression, at: number, source: Source): never {
  const target = singularCall(expression, at);
  const message = `E phi(z)^2 diverges: phi has a pole or a singularity at ${shownPlace(at)}`;
  const remedy = "keep denominators away from 0, as in x/(1 + x^2); powers above -1/2 are allowed";
  throw refusal("divergent", message, remedy, expression, target, source);
}

/** |phi| grows like |x - at|^(-1/2) or faster from one side, all the way from 2^-8 to 2^-24. */
function growsLikePole(value: Real, at: number): boolean {
  return ([1, -1] as const).some((side) => {
    const sizes = [8, 12, 16, 20, 24].map((k) => Math.abs(value(at + side * 2 ** -k)));
    return sizes[0]! > 0 && sizes.slice(1).every((size, k) => size > 2 ** 1.95 * sizes[k]!);
  });
}

function breakpointAt(
  expression: Expression,
  value: Real,
  { at, evidence }: Zero,
  quick: boolean,
): [LocalBehaviour | null, Breakpoint | null] {
  try {
    const local = localBehaviour(expression, at, quick);
    const { analytic, valueJump, slopeJump, exponent, oneSidedAnalytic } = local;
    if (analytic) return [local, null];
    return [local, Object.freeze({ at, valueJump, slopeJump, exponent, oneSidedAnalytic, evidence })];
  } catch (error) {
    if (!(error instanceof Unresolved)) throw error;
    return [null, sampledBreakpoint(value, at)];
  }
}

/** Equal up to rounding, coefficient by coefficient. */
function samePolynomial(a: readonly number[], b: readonly number[]): boolean {
  const scale = Math.max(...a.map(Math.abs), ...b.map(Math.abs));
  const length = Math.max(a.length, b.length);
  return Array.from({ length }, (_, k) => Math.abs((a[k] ?? 0) - (b[k] ?? 0))).every((gap) => gap <= 1e-14 * scale);
}

/** A point inside each interval between neighbouring places, and some far out: a kink may lie beyond the window. */
function interiors(places: readonly number[]): number[] {
  const edges = [-analysisWindow, ...places, analysisWindow];
  const inner = edges.slice(1).map((right, i) => edges[i]! + (right - edges[i]!) * 0.4321);
  return [...inner, -1e3, 1e3, -1e9, 1e9];
}

/** The polynomial that the branch at x is, null when it is none or when rounding leaves the branch open. */
const pieceAt = (expression: Expression, x: number) =>
  isTieAt(expression, x) ? null : polynomialOf(resolveAt(expression, x));

function polynomialFact(
  expression: Expression,
  places: readonly number[],
  smooth: boolean,
): Fact<readonly number[] | null> {
  let coefficients = polynomialOf(expression);
  if (coefficients === null && smooth && places.length < 20) {
    const pieces = interiors(places).map((x) => pieceAt(expression, x));
    const [first] = pieces;
    if (first && pieces.every((piece) => piece !== null && samePolynomial(first, piece))) coefficients = first;
  }
  return { value: coefficients && Object.freeze(coefficients), evidence: "proved" };
}

/** Even or odd piece by piece: every piece is a polynomial, and its mirror image is the same one up to sign. */
function parityByPieces(expression: Expression, places: readonly number[]): Parity {
  if (places.length > 20) return "none";
  const symmetric = symmetricPlaces(places);
  let [even, odd] = [symmetric, symmetric];
  for (const x of interiors(places).filter((point) => point > 0)) {
    const [right, left] = [pieceAt(expression, x), pieceAt(expression, -x)];
    if (right === null || left === null) return "none";
    const mirrored = left.map((value, k) => (k % 2 === 0 ? value : -value));
    even &&= samePolynomial(right, mirrored);
    odd &&= samePolynomial(
      right,
      mirrored.map((value) => -value),
    );
  }
  return even ? "even" : odd ? "odd" : "none";
}

function homogeneityFact(expression: Expression, value: Real): Fact<Homogeneity | null> {
  const found = homogeneityOf(expression);
  if (found !== null) return { value: Object.freeze(found), evidence: "proved" };
  // phi(x) phi(4x) = phi(2x)^2 on each half line; one failure proves that there is no degree.
  const fails = [0.37, 1.13, 2.9, -0.37, -1.13, -2.9].some((x) => {
    const [a, b, c] = [value(x), value(2 * x), value(4 * x)];
    return Math.abs(a * c - b * b) > 1e-9 * (Math.abs(a * c) + b * b);
  });
  return { value: null, evidence: fails ? "proved" : "sampled" };
}

function constantFact(polynomial: readonly number[] | null, value: Real): Fact<boolean> {
  if (polynomial !== null) return { value: polynomial.length === 1, evidence: "proved" };
  const points = Array.from({ length: 81 }, (_, k) => 0.7 * (k - 40) + 0.013).concat([0.1, -0.2, 1e-3]);
  const first = value(points[0]!);
  // A function that is 0 as far as this must be 0 far out too: relu(x - 100) has its kink beyond the window.
  if (first === 0) points.push(1e3, -1e3, 1e4, -1e4);
  const agrees = (y: number) => Number.isNaN(y) || Math.abs(y - first) <= 1e-13 * Math.abs(first);
  const same = points.every((x) => agrees(value(x)));
  return { value: same, evidence: same ? "sampled" : "proved" };
}

/**
 * Reads an expression in x, whose value and first two derivatives are given. Throws a TheoryError where it has no real
 * value, has a pole, grows too fast or leaves double precision.
 */
export function analyse(expression: Expression, functions: readonly [Real, Real, Real], source: Source): Analysis {
  const [value] = functions;
  const found = candidates(expression, source.text);
  const places = found.map(({ at }) => at);
  refuseUndefined(expression, places, analysisWindow, source);
  refuseOverflow(expression, functions, places, source);
  // With very many places, the first orders must do for those that they settle.
  const quick = found.length > 16 || hasWholePowers(expression);
  const local = new Map<number, LocalBehaviour>();
  const unsettled: number[] = [];
  const breakpoints: Breakpoint[] = [];
  for (const zero of [...found].sort((a, b) => Math.abs(a.at) - Math.abs(b.at) || b.at - a.at)) {
    const [seen, breakpoint] = breakpointAt(expression, value, zero, quick);
    if (seen !== null) local.set(zero.at, seen);
    else {
      if (growsLikePole(value, zero.at)) refusePole(expression, zero.at, source);
      unsettled.push(zero.at);
    }
    if ((seen?.leastPower ?? breakpoint?.exponent ?? 0) <= -0.5) refusePole(expression, zero.at, source);
    if (breakpoint !== null) breakpoints.push(breakpoint);
  }
  const growth = growthOf(expression, value);
  if (growth === tooFast) {
    const target = fastCall(expression, (node) => growthOf(node, () => 0) === tooFast);
    const message = "E phi(z)^2 diverges: phi grows faster than exp(x^2/4)";
    throw refusal(
      "divergent",
      message,
      "bound the exponent, as in exp(tanh(x)) or exp(-x^2)",
      expression,
      target,
      source,
    );
  }
  breakpoints.sort((a, b) => a.at - b.at);
  const kinks = breakpoints.map(({ at }) => at);
  const polynomial = polynomialFact(expression, places, breakpoints.length === 0);
  const facts: ActivationFacts = {
    breakpoints: Object.freeze(breakpoints),
    window: analysisWindow,
    parity: Object.freeze(parityOf(expression, value, kinks, () => parityByPieces(expression, kinks))),
    homogeneity: Object.freeze(homogeneityFact(expression, value)),
    polynomial: Object.freeze(polynomial),
    growth: Object.freeze(growth),
    constant: Object.freeze(constantFact(polynomial.value, value)),
  };
  return { facts: Object.freeze(facts), local, unsettled };
}

/**
 * The angle of two samples, for f1, f2 of degrees b1, b2, b = (b1+b2)/2, at their correlation c:
 *
 *   int_0^oo v^b2 (1 - 2 c v + v^2)^(-b-1) dv = sqrt(pi) Gamma(b+1/2)/Gamma(b+1) (1-c^2)^(-b-1/2) J,
 *
 * J = J_b(c) for b1 = b2 (Cho & Saul 2009), and J = c J_b(c) + b (1-c^2)/(2b-1) J_{b-1}(c) for b1 = b2 + 2, by Stein's lemma and
 * Euler's relation (ours).
 */
import {
  gamma,
  integral,
  kernelOf,
  minus,
  negative,
  over,
  pi,
  plus,
  power,
  root,
  term,
  times,
} from "../../../symbolic/build.js";
import { differentiate } from "../../../symbolic/differentiate.js";
import { decide } from "../../../symbolic/exact/decide.js";
import { simplifyExact } from "../../../symbolic/exact/simplify.js";
import { call, type Expression, symbol } from "../../../symbolic/expression.js";
import { type Comparison, equation } from "../../../symbolic/proposition.js";
import { product, raised, tidy } from "./writing.js";

const n = minus("B", 1);
const infinity = call("Infinity");

/** c = -1/(B-1), two samples of a batch, or its opposite: one of them mirrored. */
export type Side = "same" | "opposite";

export const correlationOf = (side: Side): Expression => (side === "same" ? negative(over(1, n)) : over(1, n));

/** 1 - c^2. */
const complement = minus(1, over(1, power(n, 2)));

/** (1-c^2)^(b+1/2). */
export const angularWeight = (b: Expression): Expression => raised(complement, plus(b, over(1, 2)));

export function angularIntegral(b: Expression, b2: Expression, side: Side): Expression {
  const middle = over(times(2, "v"), n);
  const plane = plus(side === "same" ? plus(1, middle) : minus(1, middle), power("v", 2));
  return integral(over(raised("v", b2), raised(plane, plus(b, 1))), "v", 0, infinity);
}

/** A correlation c and 1 - c^2. */
interface Correlation {
  readonly c: Expression;
  readonly complement: Expression;
}

const atSide = (side: Side): Correlation => ({ c: correlationOf(side), complement });

/** J. */
function angularJ(b: Expression, mixed: boolean, { c, complement }: Correlation): Expression {
  if (!mixed) return kernelOf(b, c);
  const factor = tidy(over(b, minus(times(2, b), 1)));
  const lower = product(factor, complement, kernelOf(tidy(minus(b, 1)), c));
  return plus(times(c, kernelOf(b, c)), lower);
}

export const angularValue = (b: Expression, mixed: boolean, side: Side): Expression => angularJ(b, mixed, atSide(side));

/** The integral's value at any correlation. */
function closedForm(b: Expression, mixed: boolean, at: Correlation): Expression {
  const gammas = simplifyExact(over(times(root(pi), gamma(plus(b, over(1, 2)))), gamma(plus(b, 1))));
  return over(times(gammas, angularJ(b, mixed, at)), raised(at.complement, plus(b, over(1, 2))));
}

/** The integral and its value. */
export const angularEquation = (b: Expression, mixed: boolean, side: Side): Comparison =>
  equation(angularIntegral(b, mixed ? tidy(minus(b, 1)) : b, side), closedForm(b, mixed, atSide(side)));

const c = symbol("c");
const v = symbol("v");
const anywhere: Correlation = { c, complement: minus(1, power(c, 2)) };
const holds = (left: Expression, right: Expression) => decide(equation(left, right), { points: 0 }).status === "proved";

/** Whether int_0^oo dv/(1 - 2 c v + v^2) = (pi - arccos c)/sqrt(1-c^2), the value for b1 = b2 = 0, by its antiderivative. */
export function provesDegreeZero(): boolean {
  const sine = root(anywhere.complement);
  const antiderivative = over(call("Atan", over(minus(v, c), sine)), sine);
  const plane = plus(minus(1, times(2, c, v)), power(v, 2));
  // arctan(-c/sqrt(1-c^2)) = arccos c - pi/2 at the lower end, pi/2 at the upper one
  const angle = minus(over(pi, 2), minus(call("Acos", c), over(pi, 2)));
  return (
    holds(differentiate(antiderivative, "v"), over(1, plane)) &&
    holds(over(angle, sine), closedForm(term(0), false, anywhere))
  );
}

/** Whether the value for b1 = b2 = b, b whole, is the derivative with respect to c of that for b-1, over 2 b. */
export function provesNextDegree(b: bigint): boolean {
  const lower = simplifyExact(closedForm(term(b - 1n), false, anywhere));
  return holds(differentiate(lower, "c"), times(2n * b, closedForm(term(b), false, anywhere)));
}

/**
 * Whether the value for b1 = b2 + 2 follows from those for b1 = b2: with Q = 1 - 2 c v + v^2, the integral of v^(b-1) Q Q^(-b-1) is that for
 * b-1, and v -> 1/v turns v^(b+1) into v^(b-1), so that the mixed integral is (that for b-1 plus 2 c times that for b)/2.
 */
export function provesMixed(b: Expression): boolean {
  const lower = closedForm(tidy(minus(b, 1)), false, anywhere);
  const sum = plus(lower, times(2, c, closedForm(b, false, anywhere)));
  return holds(closedForm(b, true, anywhere), over(sum, 2));
}

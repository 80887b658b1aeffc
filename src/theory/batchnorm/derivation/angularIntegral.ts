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
  times,
} from "../../../symbolic/build.js";
import { simplifyExact } from "../../../symbolic/exact/simplify.js";
import { call, type Expression } from "../../../symbolic/expression.js";
import { type Comparison, equation } from "../../../symbolic/proposition.js";
import { isWhole, raised, tidy } from "./writing.js";

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

/** J. */
export function angularValue(b: Expression, mixed: boolean, side: Side): Expression {
  const c = correlationOf(side);
  if (!mixed) return kernelOf(b, c);
  const factor = tidy(over(b, minus(times(2, b), 1)));
  const lower = times(...(isWhole(factor, 1n) ? [] : [factor]), complement, kernelOf(tidy(minus(b, 1)), c));
  return plus(times(c, kernelOf(b, c)), lower);
}

/** The integral and its value. */
export function angularEquation(b: Expression, b2: Expression, mixed: boolean, side: Side): Comparison {
  const gammas = simplifyExact(over(times(root(pi), gamma(plus(b, over(1, 2)))), gamma(plus(b, 1))));
  const value = over(times(gammas, angularValue(b, mixed, side)), angularWeight(b));
  return equation(angularIntegral(b, b2, side), value);
}

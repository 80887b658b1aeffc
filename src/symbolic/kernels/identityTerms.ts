import { gamma, integral, kernelOf, minus, over, pi, plus, power, root, type Term, term, times } from "../build.js";
import { call, type Expression, integer, symbol } from "../expression.js";
import { compare, type Proposition } from "../proposition.js";
import { arccosineKernelDerivative } from "./arccosineKernelDerivative.js";

/** The symbols of the identities, and what they are usually assumed to be. */
export const alpha = symbol("alpha");
export const c = symbol("c");
export const theta = symbol("theta");
export const a = symbol("a");
export const b = symbol("b");

export const above = (left: Term, right: Term): Proposition => compare("Greater", term(left), term(right));
export const atLeast = (left: Term, right: Term): Proposition => compare("GreaterEqual", term(left), term(right));
export const below = (left: Term, right: Term): Proposition => compare("Less", term(left), term(right));

export const half = over(1, 2);
export const square = (value: Term): Expression => power(value, 2);
export const cos = (value: Term): Expression => call("Cos", term(value));
export const sin = (value: Term): Expression => call("Sin", term(value));
export const acos = (value: Term): Expression => call("Acos", term(value));

/** alpha > -1/2: the kernel exists. */
export const anyDegree = above("alpha", over(-1, 2));
/** -1 < c < 1. */
export const inside: readonly Proposition[] = [above("c", -1), below("c", 1)];
/** 0 < theta < pi. */
export const angle: readonly Proposition[] = [above("theta", 0), below("theta", pi)];

export const J = (c: Term): Expression => kernelOf(alpha, c);
/** J_alpha^(order)(c), as a series in c. */
export const derivative = (order: number, at: Expression = c): Expression =>
  arccosineKernelDerivative(alpha, at, order);

/** alpha + steps, written without + 0 and + -1. */
export function raised(steps: number): Expression {
  if (steps === 0) return alpha;
  return steps > 0 ? plus(alpha, steps) : minus(alpha, -steps);
}

/** c_alpha = 2^(alpha-1) Gamma(alpha+1/2)/sqrt(pi), as the paper's H.2 defines it. */
export const moment = (degree: Expression): Expression =>
  times(over(1, root(pi)), power(2, minus(degree, 1)), gamma(plus(degree, half)));

/** relu(z)^alpha, with the value 0 on the left for alpha <= 0 too. */
export const relu = (z: Term, degree: Term = alpha): Expression =>
  times(call("Step", term(z)), power(call("Abs", term(z)), degree));

/** phi(z) = a z_+^alpha - b z_-^alpha. */
export const phi = (z: Expression, right: Term = a, left: Term = b): Expression =>
  minus(times(right, relu(z)), times(left, relu(call("Negate", z))));

export const gaussianMean = (body: Expression, correlation: Term): Expression =>
  call("GaussianMean", body, symbol("z1"), symbol("z2"), term(correlation));

/** The mean of f(z)  over z of variance q. */
export function normalMean(body: Expression, variance: Term, from: Term): Expression {
  const z = symbol("z");
  const density = over(call("Exp", call("Negate", over(square(z), times(2, variance)))), root(times(2, pi, variance)));
  return integral(times(body, density), "z", from, call("Infinity"));
}

export const one = integer(1);

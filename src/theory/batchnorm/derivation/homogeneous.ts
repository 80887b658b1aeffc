/**
 * Sphere moments of phi(x) = p x_+^alpha + m x_-^alpha. With rho = -1/(B-1), n = B-1 and f1, f2 of degrees b1, b2, b = (b1+b2)/2, polar
 * coordinates in the plane of the two samples and v = z2/z1 give
 *
 *   E f1(z1) f2(z2) = R_b [ (p1 p2 + m1 m2) A(rho) + (p1 m2 + m1 p2) A(-rho) ],
 *   R_b  = (n/2 - 1) n^b int_0^1 u^b (1-u)^(n/2-2) du / (2 pi),
 *   A(c) = (1-c^2)^(b+1/2) int_0^oo v^b2 (1 - 2 c v + v^2)^(-b-1) dv,
 *
 * and the moments that occur have b1 = b2, where A is sqrt(pi) Gamma(b+1/2)/Gamma(b+1) J_b(c), or b1 = b2 + 2, where J_b is replaced by
 * c J_b + b (1-c^2)/(2b-1) J_{b-1} (Stein's lemma and Euler's relation). Source: Cho & Saul 2009 for b1 = b2; the rest is ours.
 */
import { rationalFunctionOf } from "../../../symbolic/algebra/fromExpression.js";
import { rationalFunctionExpression } from "../../../symbolic/algebra/toExpression.js";
import {
  integral,
  kernelOf,
  minus,
  negative,
  over,
  pi,
  plus,
  power,
  type Term,
  times,
} from "../../../symbolic/build.js";
import { call, type Expression } from "../../../symbolic/expression.js";
import type { Moment, MomentValue } from "./moments.js";

/** phi(1) = right, phi(-1) = left; all three are rational functions of symbols, most often numbers. */
export interface HomogeneousForm {
  readonly degree: Expression;
  readonly right: Expression;
  readonly left: Expression;
}

const n = minus("B", 1);
const infinity = call("Infinity");
/** The correlation of two samples of a batch. */
const rho = negative(over(1, n));

/** Coefficients and exponents as they would be written: 3/2 - 1 is 1/2. */
const tidy = (expression: Expression): Expression => rationalFunctionExpression(rationalFunctionOf(expression)!);

const isWhole = (expression: Expression, value: bigint) => expression.head === "Integer" && expression.value === value;

/** base^exponent, without exponents 0 and 1. */
function raised(base: Term, exponent: Expression): Expression {
  const e = tidy(exponent);
  if (isWhole(e, 0n)) return times();
  return isWhole(e, 1n) ? plus(base) : power(base, e);
}

/** A product without factors 1. */
function product(...factors: readonly Expression[]): Expression {
  return times(...factors.filter((factor) => !isWhole(factor, 1n)));
}

/** x^a phi(x), or x^a phi'(x): its degree and its values at 1 and -1. */
function half({ degree, right, left }: HomogeneousForm, family: Moment["family"], a: number): HomogeneousForm {
  const slope = family === "slope";
  const scaled = (value: Expression) => tidy(slope ? times(degree, value) : value);
  const odd = (a + (slope ? 1 : 0)) % 2 === 1;
  return {
    degree: tidy(plus(degree, a - (slope ? 1 : 0))),
    right: scaled(right),
    left: odd ? tidy(negative(scaled(left))) : scaled(left),
  };
}

/** R_b. */
function radialPart(b: Expression): Expression {
  const weight = power(minus(1, "u"), over(minus("B", 5), 2));
  const beta = integral(product(raised("u", b), weight), "u", 0, 1);
  return over(product(minus("B", 3), raised(n, b), beta), times(4, pi));
}

/** A(c). */
function angularPart(b: Expression, b2: Expression, c: Expression): Expression {
  const plane = plus(minus(1, times(2, c, "v")), power("v", 2));
  const slope = integral(over(raised("v", b2), raised(plane, plus(b, 1))), "v", 0, infinity);
  return times(power(minus(1, power(c, 2)), tidy(plus(b, over(1, 2)))), slope);
}

/** J_b(c), or for b1 = b2 + 2 its companion c J_b + b (1-c^2)/(2b-1) J_{b-1}. */
function angularValue(b: Expression, mixed: boolean, c: Expression): Expression {
  if (!mixed) return kernelOf(b, c);
  const slope = times(tidy(over(b, minus(times(2, b), 1))), minus(1, power(c, 2)));
  return plus(times(c, kernelOf(b, c)), times(slope, kernelOf(tidy(minus(b, 1)), c)));
}

/** E_S x_+^{2b} = (n^b/2) (1/2)_b / (n/2)_b. */
function halfMoment(b: Expression): Expression {
  if (isWhole(b, 0n)) return over(1, 2);
  const sphere = times(2, call("Pochhammer", over(n, 2), b));
  return over(times(raised(n, b), call("Pochhammer", over(1, 2), b)), sphere);
}

/** same f(rho) + opposite f(-rho), without what vanishes. */
function bothSides(same: Expression, opposite: Expression, f: (c: Expression) => Expression): Expression {
  const parts = [
    ...(isWhole(same, 0n) ? [] : [product(same, f(rho))]),
    ...(isWhole(opposite, 0n) ? [] : [product(opposite, f(over(1, n)))]),
  ];
  return plus(...parts);
}

/** The weight times E_S of x_+^{2b}: all moments of one sample are of this kind. */
function oneSample(weight: Expression, b: Expression): MomentValue {
  const mass = times(2, call("Beta", over(1, 2), over(minus("B", 2), 2)));
  const body = product(raised("u", minus(b, over(1, 2))), power(minus(1, "u"), over(minus("B", 4), 2)));
  const definition = product(weight, over(product(raised(n, b), integral(body, "u", 0, 1)), mass));
  return { definition, value: product(weight, halfMoment(b)) };
}

function twoSamples(form: HomogeneousForm, { family, a, b: second }: Moment): MomentValue {
  const f1 = half(form, family, a);
  const f2 = half(form, family, second);
  const b = tidy(over(plus(f1.degree, f2.degree), 2));
  const same = tidy(plus(times(f1.right, f2.right), times(f1.left, f2.left)));
  const opposite = tidy(plus(times(f1.right, f2.left), times(f1.left, f2.right)));
  const definition = times(
    radialPart(b),
    bothSides(same, opposite, (c) => angularPart(b, f2.degree, c)),
  );
  const value = times(
    halfMoment(b),
    bothSides(same, opposite, (c) => angularValue(b, a !== second, c)),
  );
  return { definition, value };
}

/** Pairs need a + b even and |a - b| <= 2, and moments of the slope need alpha > 1/2 to exist: nothing else occurs. */
export function homogeneousMoment(form: HomogeneousForm, moment: Moment): MomentValue {
  if (moment.kind === "pair") return twoSamples(form, moment);
  const { degree, right, left } = half(form, moment.family, moment.kind === "mean" ? moment.a : 0);
  if (moment.kind === "mean") return oneSample(tidy(plus(right, left)), tidy(over(degree, 2)));
  return oneSample(tidy(plus(power(right, 2), power(left, 2))), tidy(plus(degree, over(moment.a, 2))));
}

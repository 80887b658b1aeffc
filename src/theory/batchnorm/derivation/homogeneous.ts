/**
 * Sphere moments of phi(x) = p x_+^alpha + m x_-^alpha. With n = B-1 and f1, f2 of degrees b1, b2, b = (b1+b2)/2, polar coordinates in
 * the plane of the two samples and v = z2/z1 give
 *
 *   E f1(z1) f2(z2) = R_b [ (p1 p2 + m1 m2) A(-1/n) + (p1 m2 + m1 p2) A(1/n) ],
 *   R_b  = (n-2) n^b int_0^1 u^b (1-u)^(n/2-2) du / (4 pi),
 *   A(c) = (1-c^2)^(b+1/2) int_0^oo v^b2 (1 - 2 c v + v^2)^(-b-1) dv
 *
 * (`angularIntegral.ts` for the last integral). The moments that occur have b1 = b2 or b1 = b2 + 2. Ours, from the paper's Theorem 4.
 */
import { integral, minus, negative, over, pi, plus, power, times } from "../../../symbolic/build.js";
import { simplifyExact } from "../../../symbolic/exact/simplify.js";
import { call, type Expression, equal } from "../../../symbolic/expression.js";
import { angularIntegral, angularValue, angularWeight, type Side } from "./angularIntegral.js";
import type { Moment, MomentValue } from "./moments.js";
import { isWhole, product, raised, tidy } from "./writing.js";

/** phi(1) = right, phi(-1) = left; all three are rational functions of symbols, most often numbers. */
export interface HomogeneousForm {
  readonly degree: Expression;
  readonly right: Expression;
  readonly left: Expression;
}

const n = minus("B", 1);

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

/** Whether z phi'(z) = alpha phi(z) on both half lines, by the values there. */
export function satisfiesEuler(form: HomogeneousForm): boolean {
  const own = half(form, "phi", 0);
  const product = half(form, "slope", 1);
  return (
    equal(product.degree, own.degree) &&
    equal(product.right, tidy(times(form.degree, own.right))) &&
    equal(product.left, tidy(times(form.degree, own.left)))
  );
}

/** R_b. */
function radialPart(b: Expression): Expression {
  const weight = power(minus(1, "u"), over(minus("B", 5), 2));
  const beta = integral(product(raised("u", b), weight), "u", 0, 1);
  return over(product(minus("B", 3), raised(n, b), beta), times(4, pi));
}

/** E_S x_+^{2b} = (n^b/2) (1/2)_b / (n/2)_b. */
function halfMoment(b: Expression): Expression {
  const sphere = times(2, call("Pochhammer", over(n, 2), b));
  const value = over(times(raised(n, b), call("Pochhammer", over(1, 2), b)), sphere);
  return b.head === "Integer" ? simplifyExact(value) : value;
}

/** The weight times E_S x_+^{2b}: all moments of one sample are of this kind. */
function oneSample(weight: Expression, b: Expression): MomentValue {
  const mass = times(2, call("Beta", over(1, 2), over(minus("B", 2), 2)));
  const body = product(raised("u", minus(b, over(1, 2))), power(minus(1, "u"), over(minus("B", 4), 2)));
  const definition = product(weight, over(product(raised(n, b), integral(body, "u", 0, 1)), mass));
  return { definition, lemmas: [], value: product(weight, halfMoment(b)) };
}

function twoSamples(form: HomogeneousForm, { family, a, b: second }: Moment): MomentValue {
  const f1 = half(form, family, a);
  const f2 = half(form, family, second);
  const b = tidy(over(plus(f1.degree, f2.degree), 2));
  const mixed = a !== second;
  const weights: readonly (readonly [Side, Expression])[] = [
    ["same", tidy(plus(times(f1.right, f2.right), times(f1.left, f2.left)))],
    ["opposite", tidy(plus(times(f1.right, f2.left), times(f1.left, f2.right)))],
  ];
  const sides = weights.filter(([, weight]) => !isWhole(weight, 0n));
  const sum = (f: (side: Side) => Expression) => plus(...sides.map(([side, weight]) => product(weight, f(side))));
  return {
    definition: product(
      radialPart(b),
      angularWeight(b),
      sum((side) => angularIntegral(b, f2.degree, side)),
    ),
    lemmas: sides.map(([side]) => ({ degree: b, mixed, side })),
    value: product(
      halfMoment(b),
      sum((side) => angularValue(b, mixed, side)),
    ),
  };
}

/** Pairs need a + b even and |a - b| <= 2, and moments of the slope need alpha > 1/2 to exist: nothing else occurs. */
export function homogeneousMoment(form: HomogeneousForm, moment: Moment): MomentValue {
  if (moment.kind === "pair") return twoSamples(form, moment);
  const { degree, right, left } = half(form, moment.family, moment.kind === "mean" ? moment.a : 0);
  if (moment.kind === "mean") return oneSample(tidy(plus(right, left)), tidy(over(degree, 2)));
  return oneSample(tidy(plus(power(right, 2), power(left, 2))), tidy(plus(degree, over(moment.a, 2))));
}

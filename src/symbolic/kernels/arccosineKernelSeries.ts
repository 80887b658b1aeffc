import type { RationalFunction } from "../algebra/rationalFunction.js";
import { call, type Expression, integer } from "../expression.js";
import { compare } from "../proposition.js";
import { addRational, compareRational, rational } from "../rational.js";
import { add, divide, factorial, fraction, multiply, negate, rising, subtract } from "./arithmetic.js";
import { type Degree, degreeOf } from "./degree.js";
import { constantOf, write } from "./exact.js";
import { gammaProduct } from "./gammaProduct.js";
import { taylorCoefficient } from "./hypergeometricKernel.js";
import { type KernelSeries, type KernelSeriesTerm, kernelSeries } from "./kernelSeries.js";
import { logarithmicSeries } from "./logarithmicSeries.js";

/**
 * J_alpha(c) about c = 0, 1 or -1. With v = (1-c)/2, u = (1+c)/2 and
 * N = Gamma(alpha+1)^2/(Gamma(alpha+3/2) Gamma(alpha+1/2)),
 *   about 0   sum_(k<n) J^(k)(0)/k! c^k + O(c^n),
 *   about -1  N u^(alpha+1/2) sum_(k<n) ((1/2)_k)^2/((alpha+3/2)_k k!) u^k + O(u^(alpha+1/2+n)),
 *   about 1   sum_k ((-alpha)_k)^2/((1/2-alpha)_k k!) v^k
 *             - N/cos(pi alpha) v^(alpha+1/2) sum_k ((1/2)_k)^2/((alpha+3/2)_k k!) v^k,
 * that is 2F1(-alpha, -alpha; 1/2-alpha; v) - J_alpha(-c)/cos(pi alpha). About 1 all powers below n are kept, those of
 * the second sum being alpha+1/2+k; for a symbol alpha each sum has n terms and its own remainder, on the condition
 * cos(pi alpha) != 0. For alpha = m - 1/2 the two sums merge into whole powers, with log(v/16) from v^m on.
 * The base of the powers is c, v or u.
 *
 * Domain: alpha > -1/2, n = `count` a whole number >= 1. Source: connection formulas DLMF 15.8.4 and 15.8.10 of the
 * kernel's 2F1; ours.
 * @throws TheoryError "domain" for a number alpha <= -1/2; RangeError for another n.
 */
export function arccosineKernelSeries(
  alpha: Expression,
  c: Expression,
  about: 0 | 1 | -1,
  count: number,
): KernelSeries {
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`a series of ${count} terms`);
  const degree = degreeOf(alpha);
  if (about === 0) return aboutZero(degree, c, count);
  return about === 1 ? aboutOne(degree, c, count) : aboutMinusOne(degree, c, count);
}

/** N of the docstring: J ~ N u^(alpha+1/2) at c = -1. `factor` multiplies it. */
export const edgeConstant = (alpha: RationalFunction, factor: RationalFunction): Expression =>
  gammaProduct({
    factor,
    halfPowersOfPi: 0,
    over: [add(alpha, fraction(1)), add(alpha, fraction(1))],
    under: [add(alpha, fraction(3, 2)), add(alpha, fraction(1, 2))],
  });

const list = (count: number) => Array.from({ length: Math.max(0, count) }, (_, k) => k);

function aboutZero(degree: Degree, c: Expression, count: number): KernelSeries {
  const terms = list(count).map((k) => ({
    coefficient: degree.restore(taylorCoefficient(degree.value, k, fraction(1n, factorial(k)))),
    power: integer(k),
    logarithm: false,
  }));
  return kernelSeries({ base: c, terms, remainders: [plain(integer(count))] });
}

/** ((1/2)_k)^2 / ((alpha+3/2)_k k!). */
const edgeRatio = (alpha: RationalFunction, k: number) =>
  divide(
    multiply(rising(fraction(1, 2), k), rising(fraction(1, 2), k)),
    multiply(rising(add(alpha, fraction(3, 2)), k), fraction(factorial(k))),
  );

const edgePower = (degree: Degree, k: number) => degree.restore(write(add(degree.value, fraction(2 * k + 1, 2))));

const plain = (power: Expression) => ({ power, logarithm: false });
const halved = (numerator: Expression) => call("Divide", numerator, integer(2));

function aboutMinusOne(degree: Degree, c: Expression, count: number): KernelSeries {
  const terms = list(count).map((k) => ({
    coefficient: degree.restore(edgeConstant(degree.value, edgeRatio(degree.value, k))),
    power: edgePower(degree, k),
    logarithm: false,
  }));
  return kernelSeries({
    base: halved(call("Add", integer(1), c)),
    terms,
    remainders: [plain(edgePower(degree, count))],
  });
}

function aboutOne(degree: Degree, c: Expression, count: number): KernelSeries {
  const base = halved(call("Subtract", integer(1), c));
  const twice = constantOf(multiply(degree.value, fraction(2)));
  const power = constantOf(add(degree.value, fraction(1, 2)));
  // alpha + 1/2 a whole number
  if (twice !== null && twice.denominator === 1n && twice.numerator % 2n !== 0n) {
    return logarithmicSeries(Number((twice.numerator + 1n) / 2n), base, count);
  }
  const regular = list(count).map((k) => regularTerm(degree, k));
  if (power === null) {
    const cosine = degree.restore(call("Cos", call("Multiply", call("Pi"), write(degree.value))));
    return kernelSeries({
      base,
      terms: [...regular, ...list(count).map((k) => singularTerm(degree, k))],
      remainders: [plain(integer(count)), plain(edgePower(degree, count))],
      conditions: [compare("NotEqual", cosine, integer(0))],
    });
  }
  const below = list(count).filter((k) => compareRational(addRational(power, rational(k)), rational(count)) < 0);
  const ordered = [
    ...regular.map((term, k) => ({ term, order: rational(k) })),
    ...below.map((k) => ({ term: singularTerm(degree, k), order: addRational(power, rational(k)) })),
  ].sort((a, b) => compareRational(a.order, b.order));
  return kernelSeries({ base, terms: ordered.map(({ term }) => term), remainders: [plain(integer(count))] });
}

/** ((-alpha)_k)^2 / ((1/2-alpha)_k k!) v^k: 0 for k > alpha when alpha is whole. */
function regularTerm(degree: Degree, k: number): KernelSeriesTerm {
  const upper = rising(negate(degree.value), k);
  const lower = multiply(rising(subtract(fraction(1, 2), degree.value), k), fraction(factorial(k)));
  const coefficient = degree.restore(write(divide(multiply(upper, upper), lower)));
  return { coefficient, power: integer(k), logarithm: false };
}

function singularTerm(degree: Degree, k: number): KernelSeriesTerm {
  const whole = degree.kind === "whole";
  const sign = fraction(whole && degree.index % 2 === 1 ? 1 : -1);
  const ratio = edgeRatio(degree.value, k);
  const cosine = call("Cos", call("Multiply", call("Pi"), write(degree.value)));
  const coefficient = whole
    ? edgeConstant(degree.value, multiply(sign, ratio))
    : call("Negate", call("Divide", edgeConstant(degree.value, ratio), cosine));
  return { coefficient: degree.restore(coefficient), power: edgePower(degree, k), logarithm: false };
}

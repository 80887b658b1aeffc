import { rational } from "../../rational.js";
import { arccosine } from "../arccosine.js";
import { arccosineKernel, kernelAtZero } from "../arccosineKernel.js";
import { wholeOf } from "../constant.js";
import { integerExact, rationalExact, sqrtPi } from "../create.js";
import type { Exact } from "../exact.js";
import type { ExactField } from "../field.js";
import { gamma } from "../gamma.js";
import { power } from "../power.js";
import { isTrivial, raiseGrowth } from "./growth.js";
import {
  addSeries,
  constantSeries,
  divideSeries,
  leading,
  multiplySeries,
  type Puiseux,
  powerOfUnit,
  series,
  TooShort,
  unitOf,
} from "./puiseux.js";

/** The limit of a series and its difference from it. Throws a RangeError where it has no finite limit. */
export function aroundLimit(
  { growth, valuation, coefficients }: Puiseux,
  field: ExactField,
): { readonly limit: Exact; readonly difference: Puiseux } {
  if (!isTrivial(growth, field)) throw new RangeError("an argument that is no series in 1/sqrt(x)");
  const place = -valuation;
  if (place >= coefficients.length) throw new TooShort("the limit is beyond the known terms");
  if (coefficients.slice(0, Math.max(0, place)).some((c) => !field.isZero(c))) {
    throw new RangeError("an argument that grows without bound");
  }
  const rest = coefficients.map((c, k) => (k <= place ? field.zero : c));
  return {
    limit: place >= 0 ? (coefficients[place] ?? field.zero) : field.zero,
    difference: { growth, valuation, coefficients: rest },
  };
}

/**
 * s^exponent for an exponent free of the variable; the leading coefficient must be >= 0 unless the exponent is whole.
 */
export function powerSeries(s: Puiseux, exponent: Exact, field: ExactField): Puiseux {
  const { growth, valuation, coefficients } = leading(s, field);
  const unit = powerOfUnit(unitOf(coefficients, field), exponent, field);
  const scale = power(coefficients[0]!, exponent, field);
  const half = rationalExact(rational(-valuation, 2));
  const raised = raiseGrowth(growth, exponent, field);
  const total = { ...raised, power: field.add(raised.power, field.multiply(half, exponent)) };
  return series(
    total,
    0,
    unit.map((c) => field.multiply(scale, c)),
    field,
  );
}

/** The derivative by w and the integral from w = 0 of a series without growth. */
const differentiate = ({ growth, valuation, coefficients }: Puiseux, field: ExactField): Puiseux => ({
  growth,
  valuation: valuation - 1,
  coefficients: coefficients.map((c, k) => field.multiply(integerExact(valuation + k), c)),
});

const integrate = ({ growth, valuation, coefficients }: Puiseux, field: ExactField): Puiseux => ({
  growth,
  valuation: valuation + 1,
  // A term in 1/w, which would give a logarithm, is no part of the derivative of a series.
  coefficients: coefficients.map((c, k) => (field.isZero(c) ? c : field.divide(c, integerExact(valuation + k + 1)))),
});

/** arccos(x) = arccos(x_0) - integral of x' / sqrt(1 - x^2) */
export function arccosineSeries(x: Puiseux, field: ExactField): Puiseux {
  const { limit, difference } = aroundLimit(x, field);
  const start = constantSeries(arccosine(limit, field), x.coefficients.length, field);
  if (difference.coefficients.every(field.isZero)) return start;
  const length = x.coefficients.length;
  const square = multiplySeries(x, x, field);
  const radicand = addSeries(constantSeries(field.one, length, field), negate(square, field), field);
  const root = powerSeries(radicand, rationalExact(rational(1, 2)), field);
  const slope = divideSeries(differentiate(x, field), root, field);
  return addSeries(start, negate(integrate(slope, field), field), field);
}

const negate = ({ growth, valuation, coefficients }: Puiseux, field: ExactField): Puiseux => ({
  growth,
  valuation,
  coefficients: coefficients.map(field.negate),
});

/** J_a'(c) = a^2/(2a-1) J_(a-1)(c), at c = 0 without its pole in a: a^2 Gamma(a/2)^2 / (4 sqrt(pi) Gamma(a+1/2)). */
function kernelSlope(a: Exact, c: Exact, field: ExactField): Exact {
  const square = field.multiply(a, a);
  if (wholeOf(c) !== 0) {
    const below = field.subtract(field.add(a, a), field.one);
    return field.multiply(field.divide(square, below), arccosineKernel(field.subtract(a, field.one), c, field));
  }
  const half = rationalExact(rational(1, 2));
  const top = field.multiply(square, field.power(gamma(field.multiply(half, a), field), 2));
  const bottom = field.multiply(field.multiply(integerExact(4), sqrtPi()), gamma(field.add(a, half), field));
  return field.divide(top, bottom);
}

/**
 * The Taylor coefficients of J_a at c_0, -1 < c_0 < 1, from (1 - c^2) J'' + (2a-1) c J' - a^2 J = 0.
 * Throws a RangeError at c_0 = -1 and 1, where J is not analytic.
 */
export function kernelTaylor(a: Exact, center: Exact, count: number, field: ExactField): readonly Exact[] {
  const whole = wholeOf(center);
  if (whole === 1 || whole === -1) throw new RangeError("the arccosine kernel is not analytic at -1 and 1");
  const { add, subtract, multiply, divide } = field;
  const list = [
    whole === 0 ? kernelAtZero(a, field) : arccosineKernel(a, center, field),
    kernelSlope(a, center, field),
  ];
  const [square, slope] = [multiply(a, a), subtract(add(a, a), field.one)];
  const width = subtract(field.one, multiply(center, center));
  for (let k = 0; list.length < count; k++) {
    const factor = subtract(add(integerExact(k * (k - 1)), square), multiply(integerExact(k), slope));
    const turn = multiply(integerExact(k + 1), multiply(center, subtract(integerExact(2 * k), slope)));
    const above = add(multiply(factor, list[k]!), multiply(turn, list[k + 1]!));
    list.push(divide(above, multiply(integerExact((k + 1) * (k + 2)), width)));
  }
  return list.slice(0, count);
}

/** J_a of a series with a limit between -1 and 1. */
export function kernelSeries(a: Exact, x: Puiseux, field: ExactField): Puiseux {
  const { limit, difference } = aroundLimit(x, field);
  const length = x.coefficients.length;
  if (difference.coefficients.every(field.isZero)) {
    return constantSeries(arccosineKernel(a, limit, field), length, field);
  }
  const step = leading(difference, field);
  const count = Math.ceil(length / step.valuation) + 1;
  const taylor = kernelTaylor(a, limit, count, field);
  // Horner's rule
  let sum = constantSeries(taylor[count - 1]!, length, field);
  for (let k = count - 2; k >= 0; k--) {
    sum = addSeries(constantSeries(taylor[k]!, length, field), multiplySeries(sum, difference, field), field);
  }
  return sum;
}

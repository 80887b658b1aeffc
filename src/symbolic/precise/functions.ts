import type { BinderHead, HeadName } from "../expression.js";
import { rational } from "../rational.js";
import { arccosineKernel } from "./arccosineKernel.js";
import {
  absValue,
  addValues,
  compareValues,
  divideValues,
  multiplyValues,
  negateValue,
  signOfValue,
  subtractValues,
} from "./arithmetic.js";
import { add, type Ball, divide, scale, signOf, subtract, upperOf, widen } from "./ball.js";
import { bitLength } from "./bits.js";
import { naturalLogOf2, pi } from "./constants.js";
import { ellipticE, ellipticK } from "./elliptic.js";
import { erf, erfc } from "./errorFunction.js";
import { exp, expm1 } from "./exponential.js";
import { beta, binomial, factorial, pochhammer } from "./factorials.js";
import { gamma } from "./gamma.js";
import { gegenbauer } from "./gegenbauer.js";
import { acosh, asinh, atanh, cosh, sech, sigmoid, sinh, softplus, tanh } from "./hyperbolic.js";
import { hypergeometric } from "./hypergeometric.js";
import { acos, asin, atan } from "./inverseTrigonometric.js";
import { log, log1p } from "./logarithm.js";
import { polygamma } from "./polygamma.js";
import { cubeRoot, powerValue, sqrtValue } from "./power.js";
import { cos, sin, tan } from "./trigonometric.js";
import { isExact, toBall, type Value } from "./value.js";

type PreciseFunction = (args: readonly Value[], precision: number) => Value;

/** The argument with so many bits that its size costs none of the result's. */
function argument(x: Value, precision: number): Ball {
  return isExact(x) ? toBall(x, precision + 16 + Math.max(0, bitLength(x.numerator) - bitLength(x.denominator))) : x;
}

const unary =
  (f: (x: Ball, precision: number) => Ball): PreciseFunction =>
  ([x], precision) =>
    f(argument(x!, precision), precision);
const binary =
  (f: (a: Value, b: Value, precision: number) => Value): PreciseFunction =>
  ([a, b], precision) =>
    f(a!, b!, precision);

const truth = (holds: boolean): Value => rational(holds ? 1 : 0);
const comparison = (holds: (order: -1 | 0 | 1) => boolean): PreciseFunction =>
  binary((a, b, precision) => truth(holds(compareValues(a, b, precision))));

/** The larger (`direction` 1) or smaller (-1) one; where balls overlap, the ball around both. */
const extremum = (direction: 1 | -1): PreciseFunction =>
  binary((a, b, precision) => {
    const difference = subtractValues(a, b, precision);
    const order = isExact(difference) ? signOfValue(difference) : signOf(difference);
    if (order !== undefined) return order === direction ? a : b;
    const [x, y] = [toBall(a, precision), toBall(b, precision)];
    return widen(scale(add(x, y, precision), -1), upperOf(scale(subtract(x, y, precision), -1)), precision);
  });

const logarithm = (base: (precision: number) => Ball): PreciseFunction =>
  unary((x, precision) => divide(log(x, precision + 6), base(precision + 6), precision));

/** What the evaluation itself reads: branches, connectives, binders and what has no value here. */
export type Structural = "Conditional" | "And" | "Or" | "Infinity" | "BigO" | BinderHead;

/** The enclosing value of each head from those of its arguments. */
export const functions: Readonly<Record<Exclude<HeadName, Structural>, PreciseFunction>> = Object.freeze({
  Add: binary(addValues),
  Subtract: binary(subtractValues),
  Multiply: binary(multiplyValues),
  Divide: binary(divideValues),
  Power: binary(powerValue),
  Negate: ([a]) => negateValue(a!),
  Exp: unary(exp),
  Expm1: unary(expm1),
  Log: unary(log),
  Log1p: unary(log1p),
  Log2: logarithm(naturalLogOf2),
  Log10: logarithm((precision) => log(toBall(rational(10), precision), precision)),
  Sqrt: ([a], precision) => sqrtValue(a!, precision),
  Cbrt: ([a], precision) => cubeRoot(a!, precision),
  Sin: unary(sin),
  Cos: unary(cos),
  Tan: unary(tan),
  Asin: unary(asin),
  Acos: unary(acos),
  Atan: unary(atan),
  Sinh: unary(sinh),
  Cosh: unary(cosh),
  Tanh: unary(tanh),
  Sech: unary(sech),
  Asinh: unary(asinh),
  Acosh: unary(acosh),
  Atanh: unary(atanh),
  Erf: unary(erf),
  Erfc: unary(erfc),
  Sigmoid: unary(sigmoid),
  Softplus: unary(softplus),
  Abs: ([a]) => absValue(a!),
  Sign: ([a]) => rational(signOfValue(a!)),
  Step: ([a]) => rational(1 + signOfValue(a!), 2),
  Min: extremum(-1),
  Max: extremum(1),
  Less: comparison((order) => order < 0),
  LessEqual: comparison((order) => order <= 0),
  Greater: comparison((order) => order > 0),
  GreaterEqual: comparison((order) => order >= 0),
  Equal: comparison((order) => order === 0),
  NotEqual: comparison((order) => order !== 0),
  Not: ([a]) => truth(signOfValue(a!) === 0),
  Pi: (_, precision) => pi(precision),
  Factorial: ([n], precision) => factorial(n!, precision),
  Binomial: binary(binomial),
  Gamma: ([x], precision) => gamma(x!, precision),
  Polygamma: binary(polygamma),
  Beta: binary(beta),
  Pochhammer: binary(pochhammer),
  Hypergeometric: ([a, b, c, z], precision) => hypergeometric(a!, b!, c!, z!, precision),
  Gegenbauer: ([k, lambda, x], precision) => gegenbauer(k!, lambda!, x!, precision),
  ArccosineKernel: binary(arccosineKernel),
  EllipticK: unary(ellipticK),
  EllipticE: unary(ellipticE),
});

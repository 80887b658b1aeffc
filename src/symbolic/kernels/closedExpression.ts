import { gcdPolynomial } from "../algebra/gcd.js";
import { dividePolynomial, multiplyPolynomial } from "../algebra/polynomial.js";
import { functionOfPolynomial, type RationalFunction, substituteFunction } from "../algebra/rationalFunction.js";
import { call, type Expression } from "../expression.js";
import { add, denominatorOf, divide, fraction, isZero, multiply, numeratorOf, one, subtract } from "./arithmetic.js";
import type { ClosedKernel } from "./closedKernel.js";
import { type Exact, wholeOf, write } from "./exact.js";
import { linearCombination, scaled } from "./linearCombination.js";

const pi = call("Pi");

/** The closed kernel at c, over one common denominator. */
export function closedExpression(kernel: ClosedKernel, c: Exact): Expression {
  const first = substituteFunction(kernel.first, "c", c.value);
  const second = substituteFunction(kernel.second, "c", c.value);
  return c.restore(kernel.basis === "angle" ? angleForm(first, second, c.value) : ellipticForm(first, second, c.value));
}

function ellipticForm(first: RationalFunction, second: RationalFunction, c: RationalFunction): Expression {
  const m = write(divide(add(one, c), fraction(2)));
  const bottom = commonDenominator(first, second);
  const top = linearCombination([
    { coefficient: multiply(first, bottom), factor: call("EllipticE", m) },
    { coefficient: multiply(second, bottom), factor: call("EllipticK", m) },
  ]);
  return wholeOf(bottom) === 1 ? top : call("Divide", top, write(bottom));
}

/**
 * (first (pi - arccos c) + second sqrt(1-c^2))/pi; with first = 0 the root is left below the line, as in 1/(pi
 * sqrt(1-c^2)).
 */
function angleForm(first: RationalFunction, second: RationalFunction, c: RationalFunction): Expression {
  const square = subtract(one, multiply(c, c));
  const root = call("Sqrt", write(square));
  if (isZero(first)) {
    const ratio = multiply(second, square);
    return call("Divide", write(numeratorOf(ratio)), scaled(denominatorOf(ratio), call("Multiply", pi, root)));
  }
  const bottom = commonDenominator(first, second);
  const top = linearCombination([
    { coefficient: multiply(first, bottom), factor: call("Subtract", pi, call("Acos", write(c))) },
    { coefficient: multiply(second, bottom), factor: root },
  ]);
  return call("Divide", top, scaled(bottom, pi));
}

function commonDenominator(f: RationalFunction, g: RationalFunction): RationalFunction {
  const shared = gcdPolynomial(f.denominator, g.denominator);
  return functionOfPolynomial(multiplyPolynomial(f.denominator, dividePolynomial(g.denominator, shared)!));
}

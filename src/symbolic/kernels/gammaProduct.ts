import { leadingCoefficient } from "../algebra/polynomial.js";
import { equalFunctions, type RationalFunction } from "../algebra/rationalFunction.js";
import { call, type Expression, integer } from "../expression.js";
import {
  denominatorOf,
  divide,
  factorial,
  fraction,
  isZero,
  multiply,
  negate,
  numeratorOf,
  one,
  rising,
  subtract,
  zero,
} from "./arithmetic.js";
import { constantOf, wholeOf, write } from "./exact.js";
import { scaled } from "./linearCombination.js";

/** factor * pi^(halfPowersOfPi/2) * product of Gamma(over[i]) / product of Gamma(under[i]). */
export interface GammaProduct {
  readonly factor: RationalFunction;
  readonly halfPowersOfPi: number;
  readonly over: readonly RationalFunction[];
  readonly under: readonly RationalFunction[];
}

/** Arguments further apart than this keep their two Gamma functions. */
const maximalShift = 64;
/** Gamma of a whole or half-integer argument beyond this is left as it is. */
const maximalArgument = 500;

/**
 * The product with every Gamma function at a whole or half-integer argument evaluated, Gamma(x+k)/Gamma(x) turned into
 * (x)_k, and equal ones cancelled. A Gamma function below the line at 0, -1, -2, ... makes the product 0; above it, a
 * RangeError.
 */
export function reduceGammaProduct(product: GammaProduct): GammaProduct {
  return cancelPairs(evaluateConstants(product));
}

/** The reduced product as a term; a minus sign stands in front of everything. */
export function gammaProduct(product: GammaProduct): Expression {
  const { factor, halfPowersOfPi, over, under } = reduceGammaProduct(product);
  if (isZero(factor)) return integer(0);
  if (leadingCoefficient(factor.numerator) < 0n)
    return call("Negate", gammaProduct({ ...product, factor: negate(product.factor) }));
  const above = [...powersOfPi(halfPowersOfPi), ...powers(over)];
  const below = [...powersOfPi(-halfPowersOfPi), ...powers(under)];
  const line = (coefficient: RationalFunction, factors: readonly Expression[]) =>
    scaled(coefficient, factors.length === 0 ? null : factors.reduce((a, b) => call("Multiply", a, b)));
  const bottom = denominatorOf(factor);
  const top = line(numeratorOf(factor), above);
  return below.length === 0 && wholeOf(bottom) === 1 ? top : call("Divide", top, line(bottom, below));
}

function evaluateConstants(given: GammaProduct): GammaProduct {
  if (given.under.some(isPole)) return { factor: zero, halfPowersOfPi: 0, over: [], under: [] };
  let { factor, halfPowersOfPi } = given;
  const over = given.over.filter((argument) => {
    const value = knownGamma(argument);
    if (value !== null) [factor, halfPowersOfPi] = [multiply(factor, value.factor), halfPowersOfPi + value.halfPowers];
    return value === null;
  });
  const under = given.under.filter((argument) => {
    const value = knownGamma(argument);
    if (value !== null) [factor, halfPowersOfPi] = [divide(factor, value.factor), halfPowersOfPi - value.halfPowers];
    return value === null;
  });
  return { factor, halfPowersOfPi, over, under };
}

function isPole(argument: RationalFunction): boolean {
  const whole = wholeOf(argument);
  return whole !== null && whole <= 0;
}

/** Gamma at n and at n + 1/2, as factor * pi^(halfPowers/2); null elsewhere. */
function knownGamma(argument: RationalFunction): { factor: RationalFunction; halfPowers: number } | null {
  if (isPole(argument)) throw new RangeError("Gamma has a pole at 0 and at the negative whole numbers");
  const value = constantOf(argument);
  if (value === null || Math.abs(Number(value.numerator)) > 2 * maximalArgument) return null;
  const whole = wholeOf(argument);
  if (whole !== null) return { factor: fraction(factorial(whole - 1)), halfPowers: 0 };
  if (value.denominator !== 2n) return null;
  const steps = Number((value.numerator - 1n) / 2n);
  return { factor: steps >= 0 ? rising(fraction(1, 2), steps) : divide(one, rising(argument, -steps)), halfPowers: 1 };
}

/** Pairs Gamma(x+k) over Gamma(x) with whole k leave a rising factorial. */
function cancelPairs({ factor, halfPowersOfPi, over, under }: GammaProduct): GammaProduct {
  let product = factor;
  const below = [...under];
  const above = over.filter((argument) => {
    const place = below.findIndex((other) => Math.abs(shift(argument, other)) <= maximalShift);
    if (place < 0) return true;
    const [other] = below.splice(place, 1);
    const steps = shift(argument, other!);
    product = steps >= 0 ? multiply(product, rising(other!, steps)) : divide(product, rising(argument, -steps));
    return false;
  });
  return { factor: product, halfPowersOfPi, over: above, under: below };
}

const shift = (a: RationalFunction, b: RationalFunction): number => wholeOf(subtract(a, b)) ?? Number.POSITIVE_INFINITY;

/** pi^(n/2) for n > 0, as pi^k and sqrt(pi). */
function powersOfPi(n: number): readonly Expression[] {
  if (n <= 0) return [];
  const pi = call("Pi");
  const whole = Math.floor(n / 2);
  const first = whole === 0 ? [] : [whole === 1 ? pi : call("Power", pi, integer(whole))];
  return n % 2 === 0 ? first : [...first, call("Sqrt", pi)];
}

/** Gamma(x)^m once for each different x. */
function powers(list: readonly RationalFunction[]): readonly Expression[] {
  const counts: { argument: RationalFunction; count: number }[] = [];
  for (const argument of list) {
    const known = counts.find((entry) => equalFunctions(entry.argument, argument));
    if (known === undefined) counts.push({ argument, count: 1 });
    else known.count += 1;
  }
  return counts.map(({ argument, count }) => {
    const gamma = call("Gamma", write(argument));
    return count === 1 ? gamma : call("Power", gamma, integer(count));
  });
}

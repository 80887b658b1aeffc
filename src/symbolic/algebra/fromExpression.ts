import { type Expression, fold } from "../expression.js";
import { type Rational, rational } from "../rational.js";
import { wordsOf } from "./integers.js";
import { requireWords } from "./limits.js";
import { constantPolynomial, isConstantPolynomial, leadingCoefficient } from "./polynomial.js";
import {
  functionOfPolynomial,
  powerFunction,
  type RationalFunction,
  rationalFunctions,
  symbolFunction,
} from "./rationalFunction.js";

const { add, subtract, negate, multiply, divide, fromRational } = rationalFunctions;

/** The shortest decimal that reads back as the number: 0.1 is 1/10. */
function shortestDecimal(value: number): Rational {
  const [mantissa, exponent] = String(value).split("e");
  const [whole, fraction = ""] = mantissa!.split(".");
  const power = BigInt(Number(exponent ?? 0) - fraction.length);
  const digits = BigInt(`${whole}${fraction}`);
  return power < 0n ? rational(digits, 10n ** -power) : rational(digits * 10n ** power);
}

/** The whole number that f is; null when it is none. Throws a RangeError for one too large for an exponent. */
function wholeNumber({ numerator, denominator }: RationalFunction): number | null {
  if (!isConstantPolynomial(numerator) || !isConstantPolynomial(denominator)) return null;
  if (leadingCoefficient(denominator) !== 1n) return null;
  const value = Number(leadingCoefficient(numerator));
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is too large an exponent`);
  return value;
}

function convert(node: Expression, args: readonly (RationalFunction | null)[]): RationalFunction | null {
  if (node.head === "Integer") {
    requireWords(wordsOf(node.value));
    return functionOfPolynomial(constantPolynomial(node.value));
  }
  if (node.head === "Number") return Number.isFinite(node.value) ? fromRational(shortestDecimal(node.value)) : null;
  if (node.head === "Symbol") return symbolFunction(node.name);
  const known = args.filter((arg) => arg !== null);
  if (known.length < args.length) return null;
  const [f, g] = known as [RationalFunction, RationalFunction];
  switch (node.head) {
    case "Add":
      return known.reduce(add);
    case "Multiply":
      return known.reduce(multiply);
    case "Subtract":
      return subtract(f, g);
    case "Divide":
      return divide(f, g);
    case "Negate":
      return negate(f);
    case "Power": {
      const exponent = wholeNumber(g);
      return exponent === null ? null : powerFunction(f, exponent);
    }
    default:
      return null;
  }
}

/**
 * The expression as a rational function of its symbols: sums, products, quotients and whole powers of whole numbers, doubles
 * (each read as the shortest decimal that names it: 0.1 is 1/10) and symbols. Null for any other expression. x/x is 1.
 * Throws a RangeError for a division by the zero function and where the function is absurdly large.
 */
export function rationalFunctionOf(expression: Expression): RationalFunction | null {
  return fold<RationalFunction | null>(expression, convert);
}

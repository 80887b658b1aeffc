import { rationalFunctionOf } from "../algebra/fromExpression.js";
import { type RationalFunction, symbolFunction } from "../algebra/rationalFunction.js";
import { rationalFunctionExpression } from "../algebra/toExpression.js";
import { type Expression, substitute } from "../expression.js";
import { type Rational, rational } from "../rational.js";

/** A term taken as an exact value: itself where it is a rational function of its symbols, else a stand-in symbol. */
export interface Exact {
  readonly value: RationalFunction;
  /** Writes a term in which the stand-in may occur: it is replaced by what it stands for. */
  readonly restore: (term: Expression) => Expression;
}

/** `standIn` is a name that no formula uses, "#c" say, and a different one for each term of a formula. */
export function exact(term: Expression, standIn: string): Exact {
  const value = rationalFunctionOf(term);
  if (value !== null) return { value, restore: (written) => written };
  return { value: symbolFunction(standIn), restore: (written) => substitute(written, standIn, term) };
}

/** The rational number that f is, or null when f has variables. */
export function constantOf({ numerator, denominator }: RationalFunction): Rational | null {
  if (numerator.variables.length > 0 || denominator.variables.length > 0) return null;
  return rational(numerator.terms[0]?.coefficient ?? 0n, denominator.terms[0]!.coefficient);
}

/** The whole number that f is, or null. */
export function wholeOf(f: RationalFunction): number | null {
  const value = constantOf(f);
  return value !== null && value.denominator === 1n ? Number(value.numerator) : null;
}

export const write = rationalFunctionExpression;

/** The term as a rational function of its symbols; throws a RangeError that names the parameter when it is none. */
export function exactFunction(term: Expression, parameter: string): RationalFunction {
  const value = rationalFunctionOf(term);
  if (value === null) throw new RangeError(`${parameter} must be a rational function of its symbols`);
  return value;
}

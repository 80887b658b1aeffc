import { absolute, lcmInteger } from "../algebra/integers.js";
import { multiplyRational, type Rational, rational, subtractRational } from "../rational.js";
import { floorOf } from "./constant.js";
import type { Exact } from "./exact.js";
import { type Exponent, exponentOf, isConstantTerm } from "./exponent.js";

/** An argument multiple * s + ... + shift, s its first symbol. */
interface Line {
  /** The same text for arguments along one direction. */
  readonly direction: string;
  readonly multiple: Rational;
  readonly shift: Rational;
}

/** null where the argument is not linear in symbols, or free of them. */
function lineOf(argument: Exact): Line | null {
  const exponent = exponentOf(argument);
  const symbolic = exponent?.filter((term) => !isConstantTerm(term)) ?? [];
  const isLinear = symbolic.every(({ monomial }) => monomial.terms[0]!.exponents.join() === "1");
  if (exponent === null || symbolic.length === 0 || !isLinear) return null;
  const first = symbolic[0]!.coefficient;
  const inverse = rational(first.denominator, first.numerator);
  const name = ({ monomial, coefficient }: Exponent[number]) => {
    const { numerator, denominator } = multiplyRational(coefficient, inverse);
    return `${numerator}/${denominator} ${monomial.variables[0]}`;
  };
  return {
    direction: symbolic.map(name).join(),
    multiple: first,
    shift: exponent.find(isConstantTerm)?.coefficient ?? rational(0),
  };
}

const fraction = (value: Rational): string => {
  const { numerator, denominator } = subtractRational(value, rational(floorOf(value)));
  return `${numerator}/${denominator}`;
};

/**
 * The zeros and poles of Gamma(n w + shift) as a function of w modulo 1, by the class of w: -1 for n > 0, 1 for n < 0.
 */
function classes(n: bigint, shift: Rational): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const sign = n > 0n ? -1 : 1;
  for (let j = 0n; j < absolute(n); j++) {
    const zero = rational(-(shift.numerator + j * shift.denominator), shift.denominator * n);
    found.set(fraction(zero), sign);
  }
  return found;
}

/** The rank of rows of small whole numbers, by fraction-free elimination. */
function rank(rows: readonly (readonly bigint[])[]): number {
  let left = [...rows];
  let count = 0;
  const width = rows[0]?.length ?? 0;
  for (let column = 0; column < width && left.length > 0; column++) {
    const pivot = left.find((row) => row[column] !== 0n);
    if (pivot === undefined) continue;
    count += 1;
    left = left
      .filter((row) => row !== pivot)
      .map((row) => row.map((value, i) => value * pivot[column]! - pivot[i]! * row[column]!));
  }
  return count;
}

const largestMultiple = 64n;

function areIndependentAlong(lines: readonly Line[]): boolean {
  const unit = lines.reduce((least, { multiple }) => lcmInteger(least, multiple.denominator), 1n);
  const multiples = lines.map(({ multiple }) => (multiple.numerator * unit) / multiple.denominator);
  if (multiples.some((n) => absolute(n) > largestMultiple)) return false;
  const found = lines.map(({ shift }, i) => classes(multiples[i]!, shift));
  const keys = [...new Set(found.flatMap((map) => [...map.keys()]))];
  return rank(found.map((map) => keys.map((key) => BigInt(map.get(key) ?? 0)))) === lines.length;
}

/**
 * True when Gamma at these arguments, linear in symbols over Q, are known to be algebraically independent over the
 * functions that satisfy algebraic differential equations. Along one direction w of the arguments, f(w+1)/f(w) of each
 * Gamma is a rational function of w; when the classes modulo 1 of their zeros and poles are linearly independent, so
 * are the Gammas (Hardouin and Singer 2008); different directions have no class in common. Multiplication formulas and
 * reflections make the classes dependent.
 */
export function areIndependentGammas(args: readonly Exact[]): boolean {
  const directions = new Map<string, Line[]>();
  for (const argument of args) {
    const line = lineOf(argument);
    if (line === null) return false;
    directions.set(line.direction, [...(directions.get(line.direction) ?? []), line]);
  }
  return [...directions.values()].every(areIndependentAlong);
}

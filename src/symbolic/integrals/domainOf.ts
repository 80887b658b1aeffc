import { minus, over, pi, plus } from "../build.js";
import { type Expression, symbol } from "../expression.js";
import { addRational, compareRational, multiplyRational, type Rational, rational } from "../rational.js";
import { coefficientsIn } from "./coefficientsIn.js";
import { rationalOf, sameValue } from "./decide.js";
import { angleFunction, matchHalfTurn, matchQuarterTurn, matchWedge } from "./matchAngle.js";
import { matchHalfLine } from "./matchHalfLine.js";
import { matchSymmetricInterval } from "./matchSymmetricInterval.js";
import { matchUnitInterval } from "./matchUnitInterval.js";
import type { Outcome } from "./outcome.js";
import type { Product } from "./productOf.js";

/** One range of integration that the table knows: what is >= 0 on it, and its integrals. */
export interface Domain {
  readonly nonnegative: (node: Expression) => boolean;
  /** Whether powers of one base may be joined before the match. */
  readonly joins: boolean;
  readonly match: (product: Product) => Outcome;
}

const zero = rational(0);
const one = rational(1);

const notNegative = (value: Rational) => compareRational(value, zero) >= 0;

/** The rational coefficients of 1, x, x^2 of a polynomial in x; null for others. */
function quadratic(node: Expression, x: string): readonly [Rational, Rational, Rational] | null {
  const values = coefficientsIn(node, x)?.map(rationalOf);
  if (values === undefined || values.length > 3 || values.some((value) => value === null)) return null;
  return [values[0] ?? zero, values[1] ?? zero, values[2] ?? zero];
}

/** c + b x + a x^2 is >= 0 on [low, 1] where it is so at the ends and has no turn between: b = 0 or a = 0. */
function nonnegativeUpToOne(node: Expression, x: string, low: -1 | 0): boolean {
  const found = quadratic(node, x);
  if (found === null) return false;
  const [c, b, a] = found;
  if (a.numerator !== 0n && b.numerator !== 0n) return false;
  const atOne = addRational(addRational(c, b), a);
  const turned = b.numerator === 0n ? c : addRational(c, multiplyRational(rational(low), b));
  return notNegative(atOne) && notNegative(turned);
}

const nonnegativeOnHalfLine = (node: Expression, x: string): boolean => quadratic(node, x)?.every(notNegative) ?? false;

const isInfinite = (end: Expression) =>
  end.head === "Infinity" || (end.head === "Number" && end.value === Number.POSITIVE_INFINITY);

const isRational = (end: Expression, value: Rational) => {
  const found = rationalOf(end);
  return found !== null && compareRational(found, value) === 0;
};

/** Sine, cosine or both of the angle itself are >= 0. */
const isAngle = (node: Expression, x: string, names: readonly string[]) => {
  const name = angleFunction(node, symbol(x));
  return name !== null && names.includes(name);
};

function turn(x: string, from: Expression, to: Expression): Domain | null {
  const quarter = sameValue(to, over(pi, 2));
  if (isRational(from, zero) && sameValue(to, pi)) {
    return {
      nonnegative: (node) => isAngle(node, x, ["Sin"]),
      joins: true,
      match: (product) => matchHalfTurn(product, x),
    };
  }
  const theta = plus(from, over(pi, 2));
  const wedge: Domain | null = quarter
    ? {
        nonnegative: (node) => isAngle(node, x, ["Cos"]) || angleFunction(node, minus(symbol(x), theta)) === "Cos",
        joins: true,
        match: (product) => matchWedge(product, x, from),
      }
    : null;
  if (!quarter || !isRational(from, zero)) return wedge;
  return {
    nonnegative: (node) => isAngle(node, x, ["Sin", "Cos"]),
    joins: true,
    match: (product) => matchQuarterTurn(product, x),
  };
}

/** The range from one end to the other of the variable x; null for one that is not in the table. */
export function domainOf(x: string, from: Expression, to: Expression): Domain | null {
  if (isRational(from, zero) && isRational(to, one)) {
    return {
      nonnegative: (node) => nonnegativeUpToOne(node, x, 0),
      joins: true,
      match: (product) => matchUnitInterval(product, x),
    };
  }
  if (isRational(from, rational(-1)) && isRational(to, one)) {
    const nonnegative = (node: Expression) => nonnegativeUpToOne(node, x, -1);
    return { nonnegative, joins: true, match: (product) => matchSymmetricInterval(product, x) };
  }
  if (isRational(from, zero) && isInfinite(to)) {
    return {
      nonnegative: (node) => nonnegativeOnHalfLine(node, x),
      joins: true,
      match: (product) => matchHalfLine(product, x),
    };
  }
  return turn(x, from, to);
}

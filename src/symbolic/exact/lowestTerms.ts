import { gcdPolynomial } from "../algebra/gcd.js";
import {
  addPolynomial,
  coefficientsIn,
  constantPolynomial,
  degreeIn,
  dividePolynomial,
  multiplyPolynomial,
  type Polynomial,
  powerPolynomial,
  variablePolynomial,
  zeroPolynomial,
} from "../algebra/polynomial.js";
import { type RationalFunction, rationalFunction } from "../algebra/rationalFunction.js";
import { seemsToCancel } from "./commonFactor.js";
import { polynomialExact } from "./create.js";
import type { Atoms, Exact } from "./exact.js";
import { exactField } from "./field.js";

const largestDegree = 6;
const mostTerms = 200;

const { subtract, multiply, divide, isZero } = exactField;

/** Coefficients by rising power of one variable, the last not zero. */
type Dense = readonly Exact[];

function trim(list: Dense): Dense {
  let length = list.length;
  while (length > 0 && isZero(list[length - 1]!)) length -= 1;
  return list.slice(0, length);
}

function divideDense(p: Dense, q: Dense): { readonly quotient: Dense; readonly remainder: Dense } {
  const rest = [...p];
  const quotient: Exact[] = [];
  for (let shift = p.length - q.length; shift >= 0; shift--) {
    const factor = divide(rest[shift + q.length - 1]!, q[q.length - 1]!);
    quotient.unshift(factor);
    q.forEach((c, i) => {
      rest[shift + i] = subtract(rest[shift + i]!, multiply(factor, c));
    });
  }
  return { quotient, remainder: trim(rest.slice(0, q.length - 1)) };
}

function gcdDense(p: Dense, q: Dense): Dense {
  let [a, b] = [p, q];
  while (b.length > 0) [a, b] = [b, divideDense(a, b).remainder];
  const lead = a[a.length - 1]!;
  return a.map((c) => divide(c, lead));
}

/** The polynomials (with roots, without fractions) that the two lists stand for, up to a common factor. */
function cleared(top: Dense, bottom: Dense, name: string): RationalFunction {
  const lcm = [...top, ...bottom].reduce(
    (least, { denominator }) =>
      multiplyPolynomial(least, dividePolynomial(denominator, gcdPolynomial(least, denominator))!),
    constantPolynomial(1n),
  );
  const v = variablePolynomial(name);
  const joined = (list: Dense): Polynomial =>
    list.reduce((sum, { numerator, denominator }, k) => {
      const c = multiplyPolynomial(numerator, dividePolynomial(lcm, denominator)!);
      return addPolynomial(sum, multiplyPolynomial(c, powerPolynomial(v, k)));
    }, zeroPolynomial);
  return rationalFunction(joined(top), joined(bottom));
}

function cancelIn(name: string, { numerator, denominator }: RationalFunction, atoms: Atoms): RationalFunction | null {
  if (Math.max(degreeIn(numerator, name), degreeIn(denominator, name)) > largestDegree) return null;
  if (!seemsToCancel({ numerator, denominator }, name, atoms)) return null;
  const dense = (p: Polynomial): Dense => coefficientsIn(p, name).map((c) => polynomialExact(c, atoms));
  const [top, bottom] = [dense(numerator), dense(denominator)];
  const divisor = gcdDense(top, bottom);
  if (divisor.length < 2) return null;
  return cleared(divideDense(top, divisor).quotient, divideDense(bottom, divisor).quotient, name);
}

/** Null where the algebra refuses the size of what comes in between. */
function attempt<T>(compute: () => T): T | null {
  try {
    return compute();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const size = ({ numerator, denominator }: RationalFunction) => numerator.terms.length + denominator.terms.length;

/**
 * numerator/denominator with roots in both where that is shorter: the rationalised 1/(pi^2 - B) (pi - sqrt(B)) as 1/(pi
 * + sqrt(B)). The common divisor is found by Euclid's algorithm in one transcendental atom over the field with roots.
 */
export function lowestTerms(x: Exact): RationalFunction {
  const hasRoots = x.numerator.variables.some((name) => x.atoms[name]?.kind === "root");
  if (!hasRoots || size(x) > mostTerms) return x;
  for (const name of x.denominator.variables) {
    const atom = x.atoms[name];
    if (atom === undefined || atom.kind === "root" || atom.kind === "sign") continue;
    const shorter = attempt(() => cancelIn(name, x, x.atoms));
    if (shorter !== null && size(shorter) < size(x)) return shorter;
  }
  return x;
}

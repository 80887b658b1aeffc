import { coefficientsIn, content, degreeIn, degrees, primitivePart } from "./coefficients.js";
import { degreeBounds } from "./degreeBounds.js";
import { gcdInteger } from "./integers.js";
import { modularGcd } from "./modularGcd.js";
import { multiplyPolynomial } from "./product.js";
import { dividePolynomial } from "./quotient.js";
import {
  constantPolynomial,
  equalPolynomial,
  isConstantPolynomial,
  leadingCoefficient,
  negatePolynomial,
  type Polynomial,
  scalePolynomial,
} from "./sparse.js";
import { isSmallUnivariate, univariateGcd } from "./univariateGcd.js";

const one = constantPolynomial(1n);

/**
 * The greatest common divisor with its whole content and a positive leading coefficient; gcd(p, 0) = +-p, gcd(0, 0) = 0.
 * Always exact. Throws a RangeError where the degrees are absurdly large.
 */
export function gcdPolynomial(p: Polynomial, q: Polynomial): Polynomial {
  if (p.terms.length === 0) return leadingCoefficient(q) < 0n ? negatePolynomial(q) : q;
  if (q.terms.length === 0) return gcdPolynomial(q, p);
  const divisor = gcdInteger(content(p), content(q));
  if (isConstantPolynomial(p) || isConstantPolynomial(q)) return constantPolynomial(divisor);
  return scalePolynomial(gcdPrimitive(primitivePart(p), primitivePart(q)), divisor);
}

/** The primitive greatest common divisor of a list that is not all zero. */
export function gcdOfList(list: readonly Polynomial[]): Polynomial {
  const [first, ...rest] = list
    .filter(({ terms }) => terms.length > 0)
    .map(primitivePart)
    .sort((a, b) => a.terms.length - b.terms.length);
  let divisor = first!;
  for (const p of rest) {
    if (isConstantPolynomial(divisor)) break;
    divisor = gcdPrimitive(divisor, p);
  }
  return divisor;
}

/** The same for primitive polynomials with positive leading coefficients. */
function gcdPrimitive(p: Polynomial, q: Polynomial): Polynomial {
  if (isConstantPolynomial(p) || isConstantPolynomial(q)) return one;
  if (equalPolynomial(p, q)) return p;
  if (isSmallUnivariate(p, q)) return univariateGcd(p, q);
  const alone = unshared(p, q) ?? unshared(q, p);
  if (alone !== null) return alone;
  const variables = p.variables;
  const bounds = degreeBounds(p, q);
  const free = variables.find((_, i) => bounds[i] === 0);
  if (free !== undefined) return gcdOfList([...coefficientsIn(p, free), ...coefficientsIn(q, free)]);
  if (degrees(q).every((degree, i) => degree === bounds[i]) && dividePolynomial(p, q) !== null) return q;
  if (degrees(p).every((degree, i) => degree === bounds[i]) && dividePolynomial(q, p) !== null) return p;
  return interpolated(p, q, Object.fromEntries(variables.map((name, i) => [name, bounds[i]!])));
}

/** Where p has a variable that q has not: the divisor of q and the coefficients of p; null elsewhere. */
function unshared(p: Polynomial, q: Polynomial): Polynomial | null {
  const name = p.variables.find((own) => !q.variables.includes(own));
  return name === undefined ? null : gcdOfList([q, ...coefficientsIn(p, name)]);
}

function interpolated(p: Polynomial, q: Polynomial, bounds: Readonly<Record<string, number>>): Polynomial {
  const main = mainVariable(p, q, bounds);
  const [a, b] = [coefficientsIn(p, main), coefficientsIn(q, main)];
  const common = gcdOfList([...a, ...b]);
  if (!isConstantPolynomial(common)) {
    const rest = gcdPrimitive(dividePolynomial(p, common)!, dividePolynomial(q, common)!);
    return multiplyPolynomial(common, rest);
  }
  const lead = gcdPolynomial(a[a.length - 1]!, b[b.length - 1]!);
  return modularGcd({
    p,
    q,
    main,
    others: p.variables.filter((name) => name !== main),
    lead,
    bounds,
    stripContent: (candidate) =>
      isConstantPolynomial(lead) ? candidate : dividePolynomial(candidate, gcdOfList(coefficientsIn(candidate, main)))!,
  });
}

/** The variable that leaves the fewest points for interpolation in the others. */
function mainVariable(p: Polynomial, q: Polynomial, bounds: Readonly<Record<string, number>>): string {
  let best = { name: p.variables[0]!, points: Number.POSITIVE_INFINITY };
  for (const name of p.variables) {
    const [a, b] = [coefficientsIn(p, name), coefficientsIn(q, name)];
    const points = p.variables.reduce((product, other) => {
      if (other === name) return product;
      const lead = Math.min(degreeIn(a[a.length - 1]!, other), degreeIn(b[b.length - 1]!, other));
      return product * (bounds[other]! + lead + 1);
    }, 1);
    if (points < best.points) best = { name, points };
  }
  return best.name;
}

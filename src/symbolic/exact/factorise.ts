import { factor } from "../algebra/factor.js";
import type { Polynomial } from "../algebra/polynomial.js";

export interface IntegerFactor {
  readonly prime: bigint;
  readonly multiplicity: number;
}

export interface PolynomialFactor {
  readonly factor: Polynomial;
  readonly multiplicity: number;
}

const largestDivisor = 1 << 16;
const longestBits = 1 << 14;

function squareRootOf(n: bigint): bigint | null {
  let root = 1n << BigInt(Math.ceil(n.toString(2).length / 2));
  for (;;) {
    const next = (root + n / root) >> 1n;
    if (next >= root) return root * root === n ? root : null;
    root = next;
  }
}

/**
 * n >= 1 as a product of powers of primes up to 65536 and of at most one cofactor, which is taken for a prime (it is
 * one below 2^32; a larger one may be composite, but it is never a square). Throws a RangeError for more than 16384
 * bits.
 */
export function primeFactors(n: bigint): readonly IntegerFactor[] {
  if (n.toString(16).length * 4 > longestBits) throw new RangeError("a whole number too long to factor");
  const factors: IntegerFactor[] = [];
  let rest = n;
  for (let divisor = 2; divisor < largestDivisor && rest > 1n; divisor += divisor === 2 ? 1 : 2) {
    const prime = BigInt(divisor);
    if (rest <= BigInt(divisor) * prime - 1n) break;
    let multiplicity = 0;
    for (; rest % prime === 0n; rest /= prime) multiplicity += 1;
    if (multiplicity > 0) factors.push({ prime, multiplicity });
  }
  if (rest === 1n) return factors;
  let multiplicity = 1;
  for (let root = squareRootOf(rest); root !== null; root = squareRootOf(rest)) {
    rest = root;
    multiplicity *= 2;
  }
  return [...factors, { prime: rest, multiplicity }];
}

/** sign * (product of integer factors) * (product of polynomial factors), of a polynomial that is not zero. */
export interface Factorisation {
  readonly sign: 1 | -1;
  readonly integers: readonly IntegerFactor[];
  readonly polynomials: readonly PolynomialFactor[];
}

/** The factors that `factor` finds, integers factored too. Throws a RangeError for the zero polynomial. */
export function factorise(p: Polynomial): Factorisation {
  const { content, factors } = factor(p);
  if (content === 0n) throw new RangeError("the zero polynomial has no factors");
  const size = content < 0n ? -content : content;
  return { sign: content < 0n ? -1 : 1, integers: primeFactors(size), polynomials: factors };
}

import { degrees } from "./coefficients.js";
import { absolute } from "./integers.js";
import { requireDegree, requireSteps, requireTerms, requireWords } from "./limits.js";
import { multiplyPolynomial } from "./product.js";
import { constantPolynomial, type Polynomial, type Term } from "./sparse.js";

/** At least as many terms as the n-th power of p can have. */
function termBound(p: Polynomial, n: number): number {
  const box = degrees(p).reduce((product, degree) => product * (n * degree + 1), 1);
  let compositions = 1;
  for (let k = 1; k < p.terms.length && compositions < box; k++) compositions *= (n + k) / k;
  return Math.min(box, Math.round(compositions));
}

/** p^n for a whole n >= 0; p^0 = 1, 0^0 too. Throws a RangeError for other n and where the power is absurdly large. */
export function powerPolynomial(p: Polynomial, n: number): Polynomial {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`${n} is not a whole power >= 0 of a polynomial`);
  if (n === 0) return constantPolynomial(1n);
  if (n === 1 || p.terms.length === 0) return p;
  requirePower(p, n, p.terms.length === 2 ? 4 : n * p.terms.length);
  if (p.terms.length === 1) return { variables: p.variables, terms: [monomialPower(p.terms[0]!, BigInt(n))] };
  if (p.terms.length === 2) return binomialPower(p, n);
  const half = Math.ceil(n / 2);
  // By squaring, or one factor at a time where the powers of p are long and p is short.
  if (termBound(p, half) ** 2 < p.terms.length * n * termBound(p, n) * 0.3) {
    const root = powerPolynomial(p, n >> 1);
    const square = multiplyPolynomial(root, root);
    return n % 2 === 0 ? square : multiplyPolynomial(square, p);
  }
  let power = p;
  for (let k = 1; k < n; k++) power = multiplyPolynomial(power, p);
  return power;
}

/** log2 of the sum of the absolute values of the coefficients, at most 4 too much: 0 for +-x and for 0. */
function bitsOfNorm(p: Polynomial): number {
  const sum = p.terms.reduce((total, { coefficient }) => total + absolute(coefficient), 0n);
  if (sum === 0n) return 0;
  return sum < 2n ** 1000n ? Math.log2(Number(sum)) : 4 * sum.toString(16).length;
}

/** Throws a RangeError where `times` numbers of additions into the n-th power of p are too many, or the power is too large. */
export function requirePower(p: Polynomial, n: number, times: number): void {
  for (const degree of degrees(p)) requireDegree(n * degree);
  const words = Math.ceil((n * bitsOfNorm(p)) / 64);
  requireWords(words);
  const terms = termBound(p, n);
  requireTerms(terms);
  requireSteps((times * terms * words) / 4);
}

const monomialPower = ({ exponents, coefficient }: Term, n: bigint): Term => ({
  exponents: exponents.map((exponent) => exponent * Number(n)),
  coefficient: coefficient ** n,
});

/** (a + b)^n = sum_k binomial(n, k) a^(n-k) b^k for terms a and b; different k give different monomials. */
function binomialPower(p: Polynomial, n: number): Polynomial {
  const [a, b] = [p.terms[0]!, p.terms[1]!];
  const powersOfA = [1n];
  for (let k = 1; k <= n; k++) powersOfA.push(powersOfA[k - 1]! * a.coefficient);
  const terms: Term[] = [];
  let binomial = 1n;
  let powerOfB = 1n;
  for (let k = 0; k <= n; k++) {
    terms.push({
      exponents: a.exponents.map((exponent, i) => exponent * (n - k) + b.exponents[i]! * k),
      coefficient: binomial * powersOfA[n - k]! * powerOfB,
    });
    binomial = (binomial * BigInt(n - k)) / BigInt(k + 1);
    powerOfB *= b.coefficient;
  }
  return { variables: p.variables, terms };
}

import { call, contains, type Expression, integer, symbol } from "../expression.js";
import { add, divide, fraction, multiply, one, rising, subtract } from "./arithmetic.js";
import { harmonicDimension, timesRoot } from "./batchBasis.js";
import { exactFunction, write } from "./exact.js";
import { requireIndex } from "./gegenbauerPolynomial.js";
import { scaled } from "./linearCombination.js";

/**
 * The orthonormal Gegenbauer coefficient a_k of erf(s z) over one sample of a batch of B, exact in s and B; 0 for even
 * k. With k = 2i+1, x = s^2 (B-1), h = B/2 + i and b = (B-1)/2 + k,
 *   a_k = (-1)^i sqrt(d_k) (1/2)_i/((B-1)/2)_k sqrt(x/pi) x^i e^(-x) sum_j (h)_j/((b)_j j!) x^j,
 * d_k the harmonic dimension: the sum is Kummer's 1F1(h; b; x), all of whose terms are positive, and e^(-x) 1F1(h; b;
 * x) = 1F1(i+1/2; b; -x). It is written as a Sum: no 2F1 gives it, and 1F1 is no head.
 * Derivation (ours): the power series of erf, term by term with the moments of homogeneousCoefficient at alpha = 2j+1.
 * Domain: s > 0 (odd in s), B > 3, whole k >= 0. Throws a RangeError for another k, and unless s and B are rational
 * functions of their symbols.
 */
export function erfCoefficient(slope: Expression, k: number, batch: Expression): Expression {
  requireIndex(k);
  const b = exactFunction(batch, "the batch size");
  const s = exactFunction(slope, "the slope");
  if (k % 2 === 0) return integer(0);
  const i = (k - 1) / 2;
  const n = subtract(b, one);
  const half = divide(n, fraction(2));
  const x = multiply(n, multiply(s, s));
  const size = divide(rising(fraction(1, 2), i), rising(half, k));
  // sqrt(x) = s sqrt(n), and n d_k is n^2 times a polynomial for odd k
  const radicand = divide(harmonicDimension(k, b), n);
  const powers = Array.from({ length: i }, () => x).reduce(multiply, multiply(s, n));
  const factor = multiply(size, powers);
  const root = timesRoot(one, radicand);
  const rootOverPi = call("Divide", root, call("Sqrt", call("Pi")));
  const series = kummer(write(add(divide(b, fraction(2)), fraction(i))), write(add(half, fraction(k))), write(x));
  const decay = call("Exp", call("Negate", write(x)));
  const coefficient = scaled(factor, call("Multiply", call("Multiply", rootOverPi, decay), series));
  return i % 2 === 0 ? coefficient : call("Negate", coefficient);
}

/** sum_(j>=0) (h)_j/((b)_j j!) x^j. */
function kummer(h: Expression, b: Expression, x: Expression): Expression {
  const name = freeName([h, b, x]);
  const j = symbol(name);
  const below = call("Multiply", call("Pochhammer", b, j), call("Factorial", j));
  const body = call("Multiply", call("Divide", call("Pochhammer", h, j), below), call("Power", x, j));
  return call("Sum", body, j, integer(0), call("Infinity"));
}

/** j, or j with as many marks as it takes to be free. */
function freeName(terms: readonly Expression[]): string {
  let name = "j";
  while (terms.some((term) => contains(term, name))) name += "'";
  return name;
}

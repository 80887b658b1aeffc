import { call, type Expression, integer } from "../expression.js";
import { addRational, divideRational, multiplyRational, negateRational, type Rational, rational } from "../rational.js";
import { factorial } from "./arithmetic.js";
import { type KernelSeries, kernelSeries } from "./kernelSeries.js";

const zero = rational(0);
const isNotZero = (value: Rational) => value.numerator !== 0n;
const product = (...factors: readonly Rational[]) => factors.reduce(multiplyRational, rational(1));

/**
 * J_(m-1/2)(c) about c = 1 in v = (1-c)/2, m >= 1, up to O(v^count), O(v^count log(v/16)) when count >= m:
 *   (1-v)^m [ sum_(k<m) ((1/2)_k)^2 (m-1-k)!/(k! (m-1)!) (-v)^k
 *             - (-v)^m ((1/2)_m)^2/(m-1)! sum_k ((m+1/2)_k)^2/(k! (k+m)!) v^k (log(v/16) + 4 H_(2n) - 3 H_n - H_k) ],
 * n = k + m, with the harmonic numbers H: of the digamma functions of DLMF 15.8.10 these and -4 log 2 are left.
 */
export function logarithmicSeries(m: number, base: Expression, count: number): KernelSeries {
  const plain: Rational[] = [];
  const logs: Rational[] = [];
  for (let power = 0; power < count; power++) {
    plain.push(
      power < m ? finitePart(m, power) : multiplyRational(logarithmicPart(m, power - m), harmonic(m, power - m)),
    );
    logs.push(power < m ? zero : logarithmicPart(m, power - m));
  }
  const terms = [
    ...timesPower(plain, m).map((value, power) => ({ value, power, logarithm: false })),
    ...timesPower(logs, m).map((value, power) => ({ value, power, logarithm: true })),
  ];
  return kernelSeries({
    base,
    logarithm: call("Log", call("Divide", base, integer(16))),
    terms: terms
      .filter(({ value }) => isNotZero(value))
      .sort((a, b) => a.power - b.power)
      .map(({ value, power, logarithm }) => ({ coefficient: fractionTerm(value), power: integer(power), logarithm })),
    remainders: [{ power: integer(count), logarithm: count >= m }],
  });
}

/** (1/2)_k. */
function halves(k: number): Rational {
  return product(...Array.from({ length: k }, (_, i) => rational(2 * i + 1, 2)));
}

const squared = (value: Rational) => multiplyRational(value, value);

/** ((1/2)_k)^2 (m-1-k)!/(k! (m-1)!) (-1)^k. */
function finitePart(m: number, k: number): Rational {
  const size = product(squared(halves(k)), rational(factorial(m - 1 - k), factorial(k) * factorial(m - 1)));
  return k % 2 === 0 ? size : negateRational(size);
}

/** -(-1)^m ((1/2)_(m+k))^2 / ((m-1)! k! (k+m)!). */
function logarithmicPart(m: number, k: number): Rational {
  const size = product(squared(halves(m + k)), rational(1n, factorial(m - 1) * factorial(k) * factorial(k + m)));
  return m % 2 === 0 ? negateRational(size) : size;
}

/** 4 H_(2n) - 3 H_n - H_k. */
function harmonic(m: number, k: number): Rational {
  const sum = (top: number) => Array.from({ length: top }, (_, i) => rational(1, i + 1)).reduce(addRational, zero);
  const n = m + k;
  return [product(rational(4), sum(2 * n)), product(rational(-3), sum(n)), negateRational(sum(k))].reduce(addRational);
}

/** The coefficients of (1-v)^m times a power series, as far as that is known. */
function timesPower(series: readonly Rational[], m: number): readonly Rational[] {
  return series.map((_, power) => {
    let binomial = rational(1);
    let total = zero;
    for (let k = 0; k <= Math.min(m, power); k++) {
      total = addRational(total, multiplyRational(binomial, series[power - k]!));
      binomial = divideRational(multiplyRational(binomial, rational(k - m)), rational(k + 1));
    }
    return total;
  });
}

function fractionTerm({ numerator, denominator }: Rational): Expression {
  const top = integer(numerator < 0n ? -numerator : numerator);
  const size = denominator === 1n ? top : call("Divide", top, integer(denominator));
  return numerator < 0n ? call("Negate", size) : size;
}

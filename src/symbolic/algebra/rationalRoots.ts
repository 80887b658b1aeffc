import { coefficientsIn } from "./coefficients.js";
import { absolute, gcdInteger } from "./integers.js";
import { dividePolynomial } from "./quotient.js";
import { fromTerms, leadingCoefficient, type Polynomial } from "./sparse.js";

const modulo = (a: bigint, m: bigint): bigint => {
  const rest = a % m;
  return rest < 0n ? rest + m : rest;
};

/** Horner's rule modulo m. */
const valueAt = (list: readonly bigint[], x: bigint, m: bigint): bigint =>
  list.reduceRight((total, c) => modulo(total * x + c, m), 0n);

const slopeOf = (list: readonly bigint[]): readonly bigint[] => list.slice(1).map((c, k) => c * BigInt(k + 1));

/** The simple zeros modulo the prime; null when a zero is multiple there. */
function simpleZeros(list: readonly bigint[], prime: number): readonly bigint[] | null {
  const [values, slopes] = [list, slopeOf(list)].map((all) => all.map((c) => Number(modulo(c, BigInt(prime)))));
  const at = (all: readonly number[], x: number) => all.reduceRight((total, c) => (total * x + c) % prime, 0);
  const zeros: bigint[] = [];
  for (let x = 0; x < prime; x++) {
    if (at(values!, x) !== 0) continue;
    if (at(slopes!, x) === 0) return null;
    zeros.push(BigInt(x));
  }
  return zeros;
}

/** The zero that is `zero` modulo the prime, modulo a power of the prime above the bound (Hensel, Newton steps). */
function lift(list: readonly bigint[], zero: bigint, prime: bigint, bound: bigint): readonly [bigint, bigint] {
  const slope = slopeOf(list);
  let [x, m] = [zero, prime];
  let inverse = valueAt(slope, x, m) ** (prime - 2n) % m;
  while (m <= bound) {
    m *= m;
    x = modulo(x - valueAt(list, x, m) * inverse, m);
    inverse = modulo(inverse * (2n - valueAt(slope, x, m) * inverse), m);
  }
  return [x, m];
}

/** The first odd prime that does not divide the leading coefficient and has simple zeros only. */
function zerosModuloPrime(list: readonly bigint[]): readonly [bigint, readonly bigint[]] {
  const lead = list[list.length - 1]!;
  for (let prime = 29; ; prime += 2) {
    if (smallestDivisor(prime) < prime || lead % BigInt(prime) === 0n) continue;
    const zeros = simpleZeros(list, prime);
    if (zeros !== null) return [BigInt(prime), zeros];
  }
}

function smallestDivisor(n: number): number {
  for (let k = 3; k * k <= n; k += 2) if (n % k === 0) return k;
  return n;
}

/**
 * The factors b x - a for the rational zeros a/b of a squarefree primitive polynomial in one variable: zeros modulo a prime
 * are lifted until lead * zero, a whole number below |lead| + max |c_k| (Cauchy's bound), is known, and checked by division.
 */
export function linearFactors(p: Polynomial): readonly Polynomial[] {
  const name = p.variables[0]!;
  const list = coefficientsIn(p, name).map(leadingCoefficient);
  const lead = list[list.length - 1]!;
  const largest = list.reduce((a, c) => (absolute(c) > a ? absolute(c) : a), 0n);
  const [prime, zeros] = zerosModuloPrime(list);
  return zeros.flatMap((zero) => {
    const [x, m] = lift(list, zero, prime, 2n * (absolute(lead) + largest));
    const residue = modulo(lead * x, m);
    const whole = 2n * residue > m ? residue - m : residue;
    const divisor = gcdInteger(whole, lead) * (lead < 0n ? -1n : 1n);
    const candidate = fromTerms(
      [name],
      [
        { exponents: [1], coefficient: lead / divisor },
        { exponents: [0], coefficient: -whole / divisor },
      ],
    );
    return dividePolynomial(p, candidate) === null ? [] : [candidate];
  });
}

/** Arithmetic modulo a prime below 2^26 on doubles: products stay below 2^52 and are exact. */
export interface PrimeField {
  readonly prime: number;
  readonly add: (a: number, b: number) => number;
  readonly subtract: (a: number, b: number) => number;
  readonly multiply: (a: number, b: number) => number;
  /** Throws a RangeError for 0. */
  readonly inverse: (a: number) => number;
  readonly fromInteger: (a: bigint) => number;
}

export function primeField(prime: number): PrimeField {
  const reciprocal = 1 / prime;
  const big = BigInt(prime);
  const multiply = (a: number, b: number): number => {
    const product = a * b;
    // The rounded quotient is off by one at most.
    const rest = product - Math.floor(product * reciprocal) * prime;
    return rest < 0 ? rest + prime : rest >= prime ? rest - prime : rest;
  };
  return {
    prime,
    multiply,
    add: (a, b) => (a + b >= prime ? a + b - prime : a + b),
    subtract: (a, b) => (a >= b ? a - b : a - b + prime),
    inverse: (a) => {
      let [r, s, x, y] = [prime, a, 0, 1];
      while (s > 0) {
        const quotient = Math.floor(r / s);
        [r, s] = [s, r - quotient * s];
        [x, y] = [y, x - quotient * y];
      }
      if (r !== 1) throw new RangeError("0 has no inverse");
      return x < 0 ? x + prime : x;
    },
    fromInteger: (a) => {
      const rest = Number(a % big);
      return rest < 0 ? rest + prime : rest;
    },
  };
}

function isPrime(n: number): boolean {
  if (n % 2 === 0) return false;
  for (let k = 3; k * k <= n; k += 2) if (n % k === 0) return false;
  return true;
}

function knownFields(): (index: number) => PrimeField {
  const known: PrimeField[] = [];
  let next = 2 ** 26 - 5;
  return (index) => {
    for (; known.length <= index; next -= 2) {
      if (next < 2 ** 25) throw new RangeError("no more primes: the coefficients have millions of digits");
      if (isPrime(next)) known.push(primeField(next));
    }
    return known[index]!;
  };
}

/** The fields of the primes below 2^26, largest first. */
export const primeFieldAt = knownFields();

/** Numbers of 1 .. prime - 1 without a pattern, the same ones on every run, but others for other primes. */
export function* residues({ prime }: PrimeField): Generator<number, never> {
  for (let state = prime; ; ) {
    // A full-period generator modulo 2^26; products stay exact.
    state = (state * 16_646_525 + 12_345_679) % 2 ** 26;
    if (state > 0 && state < prime) yield state;
  }
}

/** Coefficients of a polynomial in one variable, lowest first, without leading zeros: length 0 is the zero polynomial. */
export type Dense = Float64Array;

const trimmed = (list: Dense, length: number): Dense => {
  let size = length;
  while (size > 0 && list[size - 1] === 0) size--;
  return list.subarray(0, size);
};

/** The monic greatest common divisor; empty when both are zero. The arguments are overwritten. */
export function gcdDense(field: PrimeField, p: Dense, q: Dense): Dense {
  let [a, b] = [trimmed(p, p.length), trimmed(q, q.length)];
  if (a.length < b.length) [a, b] = [b, a];
  while (b.length > 0) [a, b] = [b, remainder(field, a, b)];
  if (a.length === 0) return a;
  const scale = field.inverse(a[a.length - 1]!);
  return a.map((c) => field.multiply(c, scale));
}

/** a mod b, written over a. */
function remainder({ prime, multiply, inverse }: PrimeField, a: Dense, b: Dense): Dense {
  const degree = b.length - 1;
  const scale = inverse(b[degree]!);
  for (let k = a.length - 1; k >= degree; k--) {
    const factor = multiply(a[k]!, scale);
    if (factor === 0) continue;
    const negative = prime - factor;
    for (let j = 0, i = k - degree; j < degree; j++, i++) {
      const sum = a[i]! + multiply(negative, b[j]!);
      a[i] = sum >= prime ? sum - prime : sum;
    }
  }
  return trimmed(a, Math.min(degree, a.length));
}

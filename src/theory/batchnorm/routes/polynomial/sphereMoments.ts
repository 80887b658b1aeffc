/**
 * Exact moments of two samples of a batch, z = sqrt(n) <w, x> with x uniform on S^{n-1} and <w1, w2> = -1/n:
 *
 *   E z1^i z2^j = N_ij / (n (n+2) ... (n+2m-2)),   N_ij = sum_k i! j! / (k! ((i-k)/2)! ((j-k)/2)! 2^{m-k}) (-1)^k n^{m-k},
 *
 * m = (i+j)/2, zero for odd i + j (Isserlis 1918 for the Gaussian, over E R^{2m}). All are put over one denominator, so that
 * sums of them are sums of integers. `n` null stands for infinity: independent standard normals.
 */
export class SphereMoments {
  readonly denominator: bigint;
  readonly #n: bigint | null;
  /** raise[m] = denominator / (n (n+2) ... (n+2m-2)). */
  readonly #raise: bigint[];
  readonly #memo = new Map<number, bigint>();

  /** Moments with i + j <= order. */
  constructor(n: bigint | null, order: number) {
    this.#n = n;
    const most = Math.ceil(order / 2);
    this.#raise = [1n];
    if (n !== null) for (let m = most; m > 0; m--) this.#raise.unshift(this.#raise[0] * (n + BigInt(2 * m - 2)));
    this.denominator = this.#raise[0];
  }

  /** E z1^i z2^j times the denominator. */
  numerator(i: number, j: number): bigint {
    if ((i + j) % 2 === 1) return 0n;
    const key = Math.max(i, j) * 4096 + Math.min(i, j);
    let value = this.#memo.get(key);
    if (value === undefined) {
      value =
        this.#n === null ? doubleFactorial(i) * doubleFactorial(j) : pairings(i, j, this.#n) * this.#raise[(i + j) / 2];
      this.#memo.set(key, value);
    }
    return value;
  }
}

function pairings(i: number, j: number, n: bigint): bigint {
  const m = (i + j) / 2;
  let sum = 0n;
  for (let k = i % 2; k <= Math.min(i, j); k += 2) {
    const ways =
      (factorial(i) * factorial(j)) /
      (factorial(k) * factorial((i - k) / 2) * factorial((j - k) / 2) * 2n ** BigInt(m - k));
    sum += (k % 2 === 0 ? ways : -ways) * n ** BigInt(m - k);
  }
  return sum;
}

function factorial(k: number): bigint {
  let product = 1n;
  for (let i = 2; i <= k; i++) product *= BigInt(i);
  return product;
}

/** E z^k of a standard normal: (k-1)!! for even k, 0 for odd. */
function doubleFactorial(k: number): bigint {
  if (k % 2 === 1) return 0n;
  let product = 1n;
  for (let i = k - 1; i > 1; i -= 2) product *= BigInt(i);
  return product;
}

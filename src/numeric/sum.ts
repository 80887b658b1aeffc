/**
 * Compensated summation: the rounding error of every addition is kept in a second double.
 *
 *   |computed - sum x_i| <= u |sum x_i| + O(n^2 u^2) sum |x_i|,   u = 2^-53.
 *
 * Source: A. Neumaier, Z. Angew. Math. Mech. 54 (1974) 39-51, algorithm IV ("improved Kahan-Babuska"). Ours: nothing.
 */
export class CompensatedSum {
  #sum = 0;
  #carry = 0;

  add(term: number): this {
    const next = this.#sum + term;
    if (Math.abs(this.#sum) >= Math.abs(term)) this.#carry += this.#sum - next + term;
    else this.#carry += term - next + this.#sum;
    this.#sum = next;
    return this;
  }

  /** The sum so far. Infinite terms give an infinite (or NaN) sum, as plain addition does. */
  get value(): number {
    const total = this.#sum + this.#carry;
    return Number.isNaN(total) ? this.#sum : total;
  }
}

/** Sum of `values` with Neumaier's compensation. An empty list sums to 0. */
export function compensatedSum(values: ArrayLike<number>): number {
  let sum = 0;
  let carry = 0;
  for (let i = 0; i < values.length; i++) {
    const term = values[i] as number;
    const next = sum + term;
    carry += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
    sum = next;
  }
  const total = sum + carry;
  return Number.isNaN(total) ? sum : total;
}

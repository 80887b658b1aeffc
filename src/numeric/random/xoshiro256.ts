/**
 * xoshiro256++ (Blackman, Vigna 2021): 64 random bits a step, period 2^256 - 1. JavaScript has no 64-bit integers that are
 * fast, so a word is a high and a low signed 32-bit half.
 */
export class Xoshiro256 {
  /** The last 64 bits drawn. */
  high = 0;
  low = 0;
  private readonly s: Int32Array;

  /** The four state words, low half first; not all zero. */
  constructor(state: Int32Array) {
    if (state.length !== 8 || state.every((half) => half === 0)) throw new RangeError("state: 8 halves, not all zero");
    this.s = state.slice();
  }

  /** Draws the next 64 bits into `high` and `low`: rotate(s0 + s3, 23) + s0. */
  step(): void {
    const { s } = this;
    const l0 = s[0]!;
    const h0 = s[1]!;
    const l1 = s[2]!;
    const h1 = s[3]!;
    const l2 = s[4]! ^ l0;
    const h2 = s[5]! ^ h0;
    const l3 = s[6]!;
    const h3 = s[7]!;

    const sumLow = (l0 + l3) | 0;
    const sumHigh = (h0 + h3 + carry(sumLow, l0)) | 0;
    const low = (((sumLow << 23) | (sumHigh >>> 9)) + l0) | 0;
    this.high = (((sumHigh << 23) | (sumLow >>> 9)) + h0 + carry(low, l0)) | 0;
    this.low = low;

    const low3 = l3 ^ l1;
    const high3 = h3 ^ h1;
    s[0] = l0 ^ low3;
    s[1] = h0 ^ high3;
    s[2] = l1 ^ l2;
    s[3] = h1 ^ h2;
    s[4] = l2 ^ (l1 << 17);
    s[5] = h2 ^ ((h1 << 17) | (l1 >>> 15));
    // rotate by 45: by 13, with the halves swapped
    s[6] = (high3 << 13) | (low3 >>> 19);
    s[7] = (low3 << 13) | (high3 >>> 19);
  }
}

/** 1 where an unsigned 32-bit sum wrapped: it is then below either addend. */
const carry = (sum: number, addend: number) => (sum >>> 0 < addend >>> 0 ? 1 : 0);

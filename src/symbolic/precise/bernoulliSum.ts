import { type Ball, ball, divide, multiply, one } from "./ball.js";
import { bernoulli } from "./bernoulli.js";
import { bitLength, shift } from "./bits.js";
import { PrecisionError } from "./errors.js";
import { addMagnitudes, magnitude, magnitudeOfInteger, multiplyMagnitudes } from "./magnitude.js";

/** A positive factor of B_2k, as a quotient. */
export interface Weight {
  readonly top: bigint;
  readonly bottom: bigint;
}

const guard = 24;

/**
 * sum over k >= 1 of B_2k w_k z^(-2k), z > 0: an asymptotic series whose terms alternate in sign and enclose what it stands for, so the
 * error is below the first term left out, and below the last one taken. `weight` is called once for each k = 1, 2, ...
 * Every power keeps its relative accuracy: with r that of z^(-2) and of a rounding, the k-th term is off by 2 k r times the first
 * term at most, and by a unit of its own.
 */
export function bernoulliSum(z: Ball, weight: (k: number) => Weight, precision: number): Ball {
  const bits = precision + guard;
  const inverse = divide(one, z, bits);
  const square = multiply(inverse, inverse, bits);
  const relative = bitLength(BigInt(square.radius)) + 2 - bitLength(square.mantissa);
  let { mantissa, exponent } = square;
  let [sum, first, last] = [0n, 0n, -1n];
  for (let k = 1; ; k += 1) {
    const { numerator, denominator } = bernoulli(k);
    const { top, bottom } = weight(k);
    const term = shift(mantissa * numerator * top, exponent + bits) / (denominator * bottom);
    const size = term < 0n ? -term : term;
    if (k === 1) first = size;
    const grows = k > 1 && size >= last;
    if (grows || size < 1n << BigInt(guard - 8)) {
      if (bitLength(BigInt(k)) + relative > -1)
        throw new PrecisionError("an asymptotic series at a number hardly known");
      const leftOut = magnitudeOfInteger(grows ? last : size, -bits, true);
      const loss = multiplyMagnitudes(magnitudeOfInteger(first + 2n, -bits, true), magnitude(k * (k + 1), relative));
      return ball(sum, -bits, addMagnitudes(leftOut, addMagnitudes(loss, magnitude(2 * k + 2, -bits))), precision);
    }
    sum += term;
    last = size;
    const next = mantissa * square.mantissa;
    const drop = Math.max(0, bitLength(next) - bits);
    mantissa = next >> BigInt(drop);
    exponent += square.exponent + drop;
  }
}

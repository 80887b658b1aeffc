/**
 * sin and cos from additions and products, since a GPU's own may be wrong by 5e-4: WGSL asks for no more, and 1e-4 was
 * seen. With n the whole number nearest to 2x/pi and r = x - n pi/2, |r| <= pi/4, sin x is +-sin r or +-cos r by n
 * modulo 4; Taylor polynomials to 3e-8.
 */

import type { Tensor, Tfjs } from "./tfjs.js";
import { tidy } from "./tidy.js";

// pi/2 in three parts; products of the first two with whole numbers below 2^13 are exact in single precision
const HIGH = 201 / 2 ** 7;
const MIDDLE = 2029 / 2 ** 22;
const LOW = Math.PI / 2 - HIGH - MIDDLE;

const SINE = [1, -1 / 6, 1 / 120, -1 / 5040, 1 / 362880];
const COSINE = [1, -1 / 2, 1 / 24, -1 / 720, 1 / 40320];

/** sin(x + quarters pi/2), to 4 roundings of 2^-24 for |x| < 1e4. */
export function sine(tf: Tfjs, x: Tensor, quarters: 0 | 1): Tensor {
  const number = (value: number) => tf.scalar(value, "float32");
  const halves = (y: Tensor) => tf.floor(tf.mul(y, number(0.5)));
  const parity = (y: Tensor) => tf.sub(y, tf.mul(halves(y), number(2)));
  const polynomial = (square: Tensor, coefficients: readonly number[]) =>
    coefficients.reduceRight<Tensor>((sum, c) => tf.add(tf.mul(sum, square), number(c)), number(0));
  return tidy(tf, () => {
    const turns = tf.floor(tf.add(tf.mul(x, number(2 / Math.PI)), number(0.5)));
    const rest = [HIGH, MIDDLE, LOW].reduce((left, part) => tf.sub(left, tf.mul(turns, number(part))), x);
    const square = tf.square(rest);
    const place = tf.add(turns, number(quarters));
    const odd = parity(place);
    const even = tf.sub(number(1), odd);
    const size = tf.add(tf.mul(even, tf.mul(rest, polynomial(square, SINE))), tf.mul(odd, polynomial(square, COSINE)));
    return tf.mul(size, tf.sub(number(1), tf.mul(parity(halves(place)), number(2))));
  });
}

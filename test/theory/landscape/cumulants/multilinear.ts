import { GaussianStream } from "../../../../src/numeric/random/gaussianStream.js";
import {
  addRational,
  multiplyRational,
  type Rational,
  rational,
  rationalFromNumber,
} from "../../../../src/symbolic/rational.js";

/** A polynomial in t_1, .., t_k with t_i^2 = 0: the coefficient of prod t_i, i in bits, at bits. */
type Multilinear = readonly Rational[];

const times = (a: Multilinear, b: Multilinear): Multilinear =>
  a.map((_, bits) => {
    let sum = rational(0);
    for (let part = 0; part <= bits; part++) {
      if ((part & bits) === part) sum = addRational(sum, multiplyRational(a[part]!, b[bits - part]!));
    }
    return sum;
  });

/** The coefficient of t_1 .. t_k in log E exp(t_1 w_i1 + .. + t_k w_ik), exactly, by log(1 + u) = u - u^2/2 + ..: no partition is made. */
export function exactCumulant(
  values: readonly (readonly number[])[],
  probabilities: readonly Rational[],
  tuple: readonly number[],
): Rational {
  const size = 2 ** tuple.length;
  const u = Array.from({ length: size }, (_, bits) =>
    values.reduce((sum, value, k) => {
      const product = tuple.reduce(
        (left, index, i) => ((bits >> i) & 1 ? multiplyRational(left, rationalFromNumber(value[index]!)) : left),
        probabilities[k]!,
      );
      return addRational(sum, product);
    }, rational(0)),
  );
  u[0] = rational(0);
  let power: Multilinear = u;
  let sum = rational(0);
  for (let k = 1; k <= tuple.length; k++) {
    sum = addRational(sum, multiplyRational(power[size - 1]!, rational(k % 2 === 1 ? 1 : -1, k)));
    power = times(power, u);
  }
  return sum;
}

/** Probabilities n/64 that sum to 1, and values of some digits; some values agree, some probabilities are 0. */
export function randomLaw(seed: number, count: number, dimension: number) {
  const stream = new GaussianStream({ seed, sample: 3, draw: 0 });
  const shares = new Array<number>(count).fill(0);
  for (let k = 0; k < 64; k++) shares[Math.floor(stream.uniform() ** 2 * count)]! += 1;
  const shift = stream.uniform() < 0.5 ? 0 : 10 * stream.next();
  const values = Array.from({ length: count }, () =>
    Array.from({ length: dimension }, () => (stream.uniform() < 0.2 ? shift : shift + stream.next())),
  );
  return {
    values,
    probabilities: shares.map((share) => share / 64),
    exact: shares.map((share) => rational(share, 64)),
  };
}

/**
 * erf and erfc, two lanes at once, without a branch: erf(a)/a and exp(a^2) erfc(a) are smooth, and a table has a
 * polynomial of degree 9 for each of 16 intervals an octave of 1 + a.
 */
import { errorQuotients, scaledComplements } from "./coefficients";
import { magnitude, scaledExp } from "./exponential";

const rowBytes: usize = 80;
/** Sign, exponent and four bits of a double: the interval; and the bit after those: its middle. */
const intervalBits: i64 = 0xffff000000000000;
const middleBit: i64 = 0x0000800000000000;
const firstInterval: i64 = 0x3ff0;

/** The table's function at a >= 0, which must not lie beyond the table. */
function lookUp(table: usize, a: v128): v128 {
  const v = f64x2.add(a, f64x2.splat(1));
  const p = table + <usize>((i64x2.extract_lane(v, 0) >>> 48) - firstInterval) * rowBytes;
  const q = table + <usize>((i64x2.extract_lane(v, 1) >>> 48) - firstInterval) * rowBytes;
  const t = f64x2.sub(v, v128.or(v128.and(v, i64x2.splat(intervalBits)), i64x2.splat(middleBit)));
  const t2 = f64x2.mul(t, t);
  const t4 = f64x2.mul(t2, t2);
  const a0 = f64x2.add(
    v128.load64_lane(q, v128.load64_splat(p, 0), 1, 0),
    f64x2.mul(t, v128.load64_lane(q, v128.load64_splat(p, 8), 1, 8)),
  );
  const a1 = f64x2.add(
    v128.load64_lane(q, v128.load64_splat(p, 16), 1, 16),
    f64x2.mul(t, v128.load64_lane(q, v128.load64_splat(p, 24), 1, 24)),
  );
  const a2 = f64x2.add(
    v128.load64_lane(q, v128.load64_splat(p, 32), 1, 32),
    f64x2.mul(t, v128.load64_lane(q, v128.load64_splat(p, 40), 1, 40)),
  );
  const a3 = f64x2.add(
    v128.load64_lane(q, v128.load64_splat(p, 48), 1, 48),
    f64x2.mul(t, v128.load64_lane(q, v128.load64_splat(p, 56), 1, 56)),
  );
  const a4 = f64x2.add(
    v128.load64_lane(q, v128.load64_splat(p, 64), 1, 64),
    f64x2.mul(t, v128.load64_lane(q, v128.load64_splat(p, 72), 1, 72)),
  );
  const low = f64x2.add(a0, f64x2.mul(t2, a1));
  const high = f64x2.add(f64x2.add(a2, f64x2.mul(t2, a3)), f64x2.mul(t4, a4));
  return f64x2.add(low, f64x2.mul(t4, high));
}

/** x times erf(a)/a, a = |x|; 1 from 6 on. The order of the arguments of pmin keeps NaN or drops it. */
export function erf(x: v128): v128 {
  const a = magnitude(x);
  const six = f64x2.splat(6);
  const size = f64x2.mul(lookUp(errorQuotients, f64x2.pmin(six, a)), f64x2.pmin(a, six));
  const result = v128.bitselect(f64x2.splat(1), f64x2.pmin(size, f64x2.splat(1)), f64x2.ge(a, six));
  return v128.or(result, v128.and(x, i64x2.splat(i64.MIN_VALUE)));
}

/** exp(-a^2) times exp(a^2) erfc(a), a = |x|, with a^2 in two parts; 2 less that for x < 0. */
export function erfc(x: v128): v128 {
  const a = f64x2.pmin(f64x2.splat(27.5), magnitude(x));
  const head = v128.and(a, i64x2.splat(0xfffffffff8000000));
  const tail = f64x2.mul(f64x2.sub(head, a), f64x2.add(head, a));
  // 2^200 keeps the power of two normal where the result is not
  const scaled = f64x2.mul(scaledExp(f64x2.neg(f64x2.mul(head, head)), tail, 200), lookUp(scaledComplements, a));
  const right = f64x2.mul(scaled, f64x2.splat(6.223015277861142e-61));
  const result = v128.bitselect(f64x2.sub(f64x2.splat(2), right), right, f64x2.lt(x, f64x2.splat(0)));
  return v128.bitselect(result, x, f64x2.eq(x, x));
}

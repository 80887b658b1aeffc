import { shift } from "./bits.js";

/**
 * Kernels on fixed-point integers: X stands for X 2^-bits. Every `>>` and every division of what is not negative loses less
 * than one unit of the last place; the bounds count those units.
 */

const guard = 12;

/** How many times an argument is halved before its Taylor series, which then has about bits/halvings terms. */
const halvingsFor = (bits: number) => Math.max(4, Math.floor(0.75 * Math.sqrt(bits)));

/**
 * e^(r 2^-bits) for 0 <= r < 2^bits, within 2 units: Taylor series of r/2^k, squared k times.
 * With N terms of at most 2 units each and a tail below 6, the sum is off by 2N + 6 units of 2^-(bits + k + 12); each squaring
 * doubles the relative error and adds a unit, so the value, below 3, is off by 3 (2N + 7) 2^-12 + 1 units; N < 600 for
 * bits < 2 10^5.
 */
export function expFixed(r: bigint, bits: number): bigint {
  const halvings = halvingsFor(bits);
  const working = BigInt(bits + halvings + guard);
  const x = r << BigInt(guard);
  let term = 1n << working;
  let sum = term;
  for (let n = 1n; term !== 0n; n += 1n) {
    term = ((term * x) >> working) / n;
    sum += term;
  }
  for (let i = 0; i < halvings; i += 1) sum = (sum * sum) >> working;
  return sum >> BigInt(halvings + guard);
}

export interface SinCos {
  readonly sin: bigint;
  readonly cos: bigint;
}

/**
 * sin and cos of r 2^-bits in [0, 1.6], within 2 units: Taylor series of s = sin and v = 1 - cos at r/2^k, then k times
 * (s, v) <- (2 s (1 - v), 2 s^2), which never cancels. A step multiplies the larger error by at most 2 + 2s and adds 2 units; the
 * product of the factors is below 2^k e^1.6, so 2N + 8 units of 2^-(bits + k + 12) become at most 5 (2N + 9) 2^-12 + 1.
 */
export function sinCosFixed(r: bigint, bits: number): SinCos {
  const halvings = halvingsFor(bits);
  const working = BigInt(bits + halvings + guard);
  const unit = 1n << working;
  const x = r << BigInt(guard);
  const square = (x * x) >> working;
  let sin = x;
  let versine = square >> 1n;
  let odd = x;
  let even = versine;
  for (let n = 2n; odd !== 0n || even !== 0n; n += 2n) {
    odd = ((odd * square) >> working) / (n * (n + 1n));
    even = ((even * square) >> working) / ((n + 1n) * (n + 2n));
    const negative = n % 4n === 2n;
    sin = negative ? sin - odd : sin + odd;
    versine = negative ? versine - even : versine + even;
  }
  for (let i = 0; i < halvings; i += 1) {
    const next = (sin * (unit - versine)) >> (working - 1n);
    versine = (sin * sin) >> (working - 1n);
    sin = next;
  }
  const drop = BigInt(halvings + guard);
  return { sin: sin >> drop, cos: (unit - versine) >> drop };
}

/**
 * The sum of d^(2n+1)/(2n+1), with alternating signs (atan d) or not (atanh d), |d| <= 2^(bits-40): within 2 units.
 * Each of the N < bits/80 + 2 terms is off by 2 units of 2^-(bits + 12).
 */
export function arcFixed(d: bigint, bits: number, alternating: boolean): bigint {
  const working = BigInt(bits + guard);
  let power = (d < 0n ? -d : d) << BigInt(guard);
  const square = (power * power) >> working;
  let sum = power;
  for (let n = 3n; power !== 0n; n += 2n) {
    power = (power * square) >> working;
    const term = power / n;
    sum = alternating && n % 4n === 3n ? sum - term : sum + term;
  }
  const result = sum >> BigInt(guard);
  return d < 0n ? -result : result;
}

/** Keeps the value at the most bits asked for so far; `compute(bits)` is within one unit. */
export function remembered(compute: (bits: number) => bigint): (bits: number) => bigint {
  let known = { bits: 0, value: 0n };
  return (bits) => {
    if (known.bits < bits) known = { bits: bits + 64, value: compute(bits + 64) };
    return shift(known.value, bits - known.bits);
  };
}

/** Sum over n of 1/((2n+1) q^(2n+1)), with alternating signs or not: atan(1/q), atanh(1/q), within the number of terms. */
function arcOfReciprocal(q: bigint, bits: number, alternating: boolean): bigint {
  let power = (1n << BigInt(bits)) / q;
  let sum = power;
  const square = q * q;
  for (let n = 3n; power !== 0n; n += 2n) {
    power /= square;
    sum = alternating && n % 4n === 3n ? sum - power / n : sum + power / n;
  }
  return sum;
}

/** pi 2^bits within 2 units; Machin: pi = 16 atan(1/5) - 4 atan(1/239). */
export const piFixed = remembered((bits) => {
  const working = bits + 40;
  return (16n * arcOfReciprocal(5n, working, true) - 4n * arcOfReciprocal(239n, working, true)) >> 40n;
});

/** log(2) 2^bits within 2 units: 18 atanh(1/26) - 2 atanh(1/4801) + 8 atanh(1/8749). */
export const log2Fixed = remembered((bits) => {
  const working = bits + 40;
  const sum =
    18n * arcOfReciprocal(26n, working, false) -
    2n * arcOfReciprocal(4801n, working, false) +
    8n * arcOfReciprocal(8749n, working, false);
  return sum >> 40n;
});

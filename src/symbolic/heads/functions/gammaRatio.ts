import gamma from "@stdlib/math-base-special-gamma";

/** Zero, -1, -2, ...: where Gamma has no value. */
export const isPole = (x: number): boolean => x <= 0 && Number.isInteger(x);

/** sin(pi x), with x reduced exactly. */
export function sinPi(x: number): number {
  const r = x - 2 * Math.round(x / 2);
  return Math.sin(Math.PI * (r > 0.5 ? 1 - r : r < -0.5 ? -1 - r : r));
}

/** Whole shifts up to here are products, and so exact where their factors are. */
const MOST_FACTORS = 64;
const ASYMPTOTIC_FROM = 16;

/**
 * Gamma(x+a) / Gamma(x) for real x and a, without the difference of two large logarithms.
 *
 *   For x, x+a >= 16 (raised there by the recurrence), y = x+a and S(z) = 1/(12z) - 1/(360z^3) + ...:
 *   Gamma(y)/Gamma(x) = y^a exp((x - 1/2) log1p(a/x) - a + S(y) - S(x));
 *   negative arguments by Gamma(z) Gamma(1-z) = pi / sin(pi z).
 *
 * Source: Stirling's series, DLMF 5.11.1. 0 where only x is a pole of Gamma, NaN where only x+a is one; where both are,
 * the limit along x (a is whole then). Relative accuracy about (4 + |a|) 2^-53.
 */
export function gammaRatio(x: number, a: number): number {
  if (!Number.isFinite(x) || !Number.isFinite(a)) return Number.NaN;
  if (Number.isInteger(a) && Math.abs(a) <= MOST_FACTORS) return product(x, a);
  const y = x + a;
  if (isPole(y) && !isPole(x)) return Number.NaN;
  if (isPole(x) && !isPole(y)) return 0;
  if (x > 0 && y > 0) return positive(x, a);
  if (x > 0) return Math.PI / (sinPi(y) * gamma(1 - y) * gamma(x));
  if (y > 0) return (gamma(y) * gamma(1 - x) * sinPi(x)) / Math.PI;
  const signs = Number.isInteger(a) ? (a % 2 === 0 ? 1 : -1) : sinPi(x) / sinPi(y);
  return signs * positive(1 - y, a);
}

/** x (x+1) ... (x+a-1), and for negative a the reciprocal of (x-1) ... (x+a). */
function product(x: number, a: number): number {
  let value = 1;
  for (let i = 0; i < a; i++) value *= x + i;
  for (let i = 1; i <= -a; i++) value *= x - i;
  if (a >= 0) return value;
  return value === 0 ? Number.NaN : 1 / value;
}

function positive(start: number, a: number): number {
  let x = start;
  let factor = 1;
  while (Math.min(x, x + a) < ASYMPTOTIC_FROM) {
    factor *= x / (x + a);
    x += 1;
  }
  const y = x + a;
  const root = y ** (a / 2);
  return factor * root * Math.exp((x - 0.5) * Math.log1p(a / x) - a + stirling(y) - stirling(x)) * root;
}

/** ln Gamma(z) - (z - 1/2) ln z + z - ln(2 pi)/2, from z = 16: what is left out is below 1e-18. */
export function stirling(z: number): number {
  const v = 1 / (z * z);
  return (1 / 12 - v * (1 / 360 - v * (1 / 1260 - v * (1 / 1680 - v * (1 / 1188 - (v * 691) / 360360))))) / z;
}

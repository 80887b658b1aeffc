import { rational } from "../rational.js";
import { addValues } from "./arithmetic.js";
import { add, type Ball, divide, exactBall, multiply, negate, one, subtract, upperOf, widen, zero } from "./ball.js";
import { gamma, reciprocalGamma } from "./gamma.js";
import { endsOf, ratioBound } from "./hypergeometricSeries.js";
import { log } from "./logarithm.js";
import { addMagnitudes, log2Magnitude, magnitude, multiplyMagnitudes } from "./magnitude.js";
import { polygamma } from "./polygamma.js";
import { powerInteger } from "./power.js";
import { toBall, type Value } from "./value.js";

/**
 * 2F1(a, b; a+b+m; 1-x) for whole m >= 0 and small x > 0; a and b not 0, -1, ... Source: DLMF 15.8.10,
 *   Gamma(m) Gamma(a+b+m)/(Gamma(a+m) Gamma(b+m)) sum_(n<m) (a)_n (b)_n/(n! (1-m)_n) x^n
 *   - (-1)^m Gamma(a+b+m)/(Gamma(a) Gamma(b)) sum_n (a+m)_n (b+m)_n/(n! (n+m)!) x^(n+m) h_n,
 *   h_n = log x - psi(n+1) - psi(n+m+1) + psi(a+n+m) + psi(b+n+m).
 */
export function logarithmicNearOne(a: Value, b: Value, m: number, distance: Value, precision: number): Ball {
  const working = precision + 16;
  const whole = rational(m);
  const x = toBall(distance, working);
  const [am, bm] = [addValues(a, whole, 2 * working), addValues(b, whole, 2 * working)];
  const total = gamma(addValues(am, b, 2 * working), working);
  const front = multiply(total, multiply(reciprocalGamma(a, working), reciprocalGamma(b, working), working), working);
  const tail = multiply(front, logarithmicSum(am, bm, m, x, working), working);
  const signed = m % 2 === 0 ? negate(tail) : tail;
  if (m === 0) return add(signed, zero, precision);
  const below = multiply(reciprocalGamma(am, working), reciprocalGamma(bm, working), working);
  const head = multiply(multiply(total, gamma(whole, working), working), below, working);
  return add(multiply(head, finiteSum(a, b, m, x, working), working), signed, precision);
}

function finiteSum(a: Value, b: Value, m: number, x: Ball, precision: number): Ball {
  let [sum, term] = [one, one];
  for (let n = 0; n + 1 < m; n += 1) {
    const [p, q] = [shifted(a, n, precision), shifted(b, n, precision)];
    const above = multiply(multiply(p, q, precision), multiply(term, x, precision), precision);
    term = divide(above, exactBall((n + 1) * (n + 1 - m)), precision);
    sum = add(sum, term, precision);
  }
  return sum;
}

const shifted = (a: Value, n: number, precision: number) => toBall(addValues(a, rational(n), precision), precision);

/** sum_n (a+m)_n (b+m)_n/(n! (n+m)!) x^(n+m) h_n. Later terms: a ratio of at most q, and h grows by at most `growth` a term. */
function logarithmicSum(am: Value, bm: Value, m: number, x: Ball, precision: number): Ball {
  const zeroth = rational(0);
  const psi = (value: Value) => polygamma(zeroth, value, precision);
  let h = subtract(
    add(log(x, precision), add(psi(am), psi(bm), precision), precision),
    add(psi(rational(1)), psi(rational(m + 1)), precision),
    precision,
  );
  const later = ratioBound({ a: am, b: bm, c: rational(m + 1), z: x, last: Number.POSITIVE_INFINITY });
  const [aSize, bSize] = [endsOf(am).low, endsOf(bm).low];
  const growth = Math.abs(1 - aSize) + Math.abs(m + 1 - bSize) + 1;
  let term = divide(powerInteger(x, BigInt(m), precision), gamma(rational(m + 1), precision), precision);
  let sum = multiply(term, h, precision);
  for (let n = 0; ; n += 1) {
    const [p, q] = [shifted(am, n, precision), shifted(bm, n, precision)];
    const bottom = exactBall((n + 1) * (n + 1 + m));
    term = divide(multiply(multiply(p, q, precision), multiply(term, x, precision), precision), bottom, precision);
    const falling = divide(exactBall(2 * n + 2 + m), bottom, precision);
    const rising = divide(add(p, q, precision), multiply(p, q, precision), precision);
    h = add(h, subtract(rising, falling, precision), precision);
    const part = multiply(term, h, precision);
    const ratio = later(n + 1);
    const settled = n + 1 + Math.min(aSize, bSize) > 1.5 && ratio < 0.9;
    if (settled && log2Magnitude(upperOf(part)) < log2Magnitude(upperOf(sum)) - precision) {
      // |part| q/(1-q) for h as it stands and |term| growth q/(1-q)^2 for what it may grow, this term included
      const steady = multiplyMagnitudes(upperOf(part), magnitude(1 / (1 - ratio)));
      const rest = multiplyMagnitudes(upperOf(term), magnitude(growth / (1 - ratio) ** 2));
      return widen(sum, addMagnitudes(steady, rest), precision);
    }
    sum = add(sum, part, precision);
  }
}

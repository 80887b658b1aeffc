/**
 * log(x) for positive finite x, from the four operations alone: x = m 2^-k, m in [sqrt(1/2), sqrt(2)),
 * log m = 2 artanh(s), s = (m - 1)/(m + 1), by its series. Math.log differs between engines in the last bit; this one does
 * not. The WebAssembly build compiles this very file (there `number` is f64). Relative error below 4e-16.
 */
export function portableLog(x: number): number {
  let m = x;
  let k = 0.0;
  for (; m < Math.SQRT1_2; k += 1.0) m *= 2.0;
  for (; m >= Math.SQRT2; k -= 1.0) m *= 0.5;
  const s = (m - 1.0) / (m + 1.0);
  const square = s * s;
  let sum = 0.0;
  for (let n = 25.0; n > 1.0; n -= 2.0) sum = square * (1.0 / n + sum);
  // ln 2 in two parts; the first ends in zeros, so that k times it is exact
  return 2.0 * (s + s * sum) - k * 1.9082149292705877e-10 - k * 0.6931471803691238;
}

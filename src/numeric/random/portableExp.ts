/**
 * exp(x) for x in [-700, 0], from additions and multiplications alone: x = k ln 2 + r, |r| <= ln(2)/2, Taylor in r.
 * Math.exp differs between engines in the last bit; this one does not. The WebAssembly build compiles this very file
 * (there `number` is f64). Relative error below 3e-16.
 */
export function portableExp(x: number): number {
  const k = Math.floor(x * Math.LOG2E + 0.5);
  // ln 2 in two parts; the first ends in zeros, so that k times it is exact
  const r = x - k * 0.6931471803691238 - k * 1.9082149292705877e-10;
  let sum = 1.6059043836821613e-10 + r * 1.1470745597729725e-11;
  sum = 2.08767569878681e-9 + r * sum;
  sum = 2.505210838544172e-8 + r * sum;
  sum = 2.755731922398589e-7 + r * sum;
  sum = 2.7557319223985893e-6 + r * sum;
  sum = 2.48015873015873e-5 + r * sum;
  sum = 1.984126984126984e-4 + r * sum;
  sum = 1.388888888888889e-3 + r * sum;
  sum = 8.333333333333333e-3 + r * sum;
  sum = 4.1666666666666664e-2 + r * sum;
  sum = 0.16666666666666666 + r * sum;
  sum = 0.5 + r * sum;
  sum = 1.0 + r * sum;
  sum = 1.0 + r * sum;
  for (let halvings = k; halvings < 0.0; halvings += 1.0) sum *= 0.5;
  return sum;
}

import type { HeadName } from "../expression.js";
import { unit } from "./order.js";
import {
  addSeries,
  compose,
  constantSeries,
  expSeries,
  logSeries,
  multiplySeries,
  powerSeries,
  type Series,
  scaleSeries,
  signOf,
  subtractSeries,
  Unresolved,
} from "./series.js";

const one = constantSeries(1);

/** Functions of an argument that grows without bound, through exponentials, logarithms and powers. */
export function atInfinity(head: HeadName, u: Series, terms: number): Series {
  const sign = signOf(u);
  const size = scaleSeries(u, sign);
  const exp = (factor: number) => expSeries(scaleSeries(size, factor), terms);
  const inverse = (series: Series) => powerSeries(series, -1, terms);
  switch (head) {
    case "Expm1":
      return subtractSeries(expSeries(u, terms), one);
    case "Sinh":
      return scaleSeries(subtractSeries(exp(1), exp(-1)), sign / 2);
    case "Cosh":
      return scaleSeries(addSeries(exp(1), exp(-1)), 1 / 2);
    case "Sech":
      return scaleSeries(multiplySeries(exp(-1), inverse(addSeries(one, exp(-2)))), 2);
    case "Tanh":
      return scaleSeries(multiplySeries(subtractSeries(one, exp(-2)), inverse(addSeries(one, exp(-2)))), sign);
    case "Sigmoid": {
      const small = multiplySeries(exp(-1), inverse(addSeries(one, exp(-1))));
      return sign > 0 ? subtractSeries(one, small) : small;
    }
    case "Softplus": {
      const tail = logSeries(addSeries(one, exp(-1)), terms);
      return sign > 0 ? addSeries(size, tail) : tail;
    }
    case "Asinh": {
      const root = powerSeries(addSeries(one, multiplySeries(size, size)), 1 / 2, terms);
      return scaleSeries(logSeries(addSeries(size, root), terms), sign);
    }
    case "Atan":
      return scaleSeries(subtractSeries(constantSeries(Math.PI / 2), smallArctangent(inverse(size), terms)), sign);
    case "Erf":
      return scaleSeries(subtractSeries(one, erfcTail(size, terms)), sign);
    case "Erfc":
      return sign > 0 ? erfcTail(size, terms) : subtractSeries(constantSeries(2), erfcTail(size, terms));
    case "Sin":
    case "Cos":
      return { terms: [], rest: unit };
    default:
      throw new Unresolved(`${head} at infinity`);
  }
}

/** atan s = s - s^3/3 + s^5/5 - ... */
function smallArctangent(s: Series, terms: number): Series {
  const coefficients = Array.from({ length: terms + 1 }, (_, k) => (k % 2 === 0 ? 0 : (k % 4 === 1 ? 1 : -1) / k));
  return compose(coefficients, s);
}

/** erfc v = e^(-v^2) / (v sqrt pi) (1 - 1/(2 v^2) + 3/(4 v^4) - ...). */
function erfcTail(v: Series, terms: number): Series {
  const square = multiplySeries(v, v);
  const coefficients = [1];
  for (let k = 1; k <= 5; k++) coefficients.push((-coefficients[k - 1]! * (2 * k - 1)) / 2);
  const tail = multiplySeries(compose(coefficients, powerSeries(square, -1, terms)), powerSeries(v, -1, terms));
  return scaleSeries(multiplySeries(expSeries(scaleSeries(square, -1), terms), tail), 1 / Math.sqrt(Math.PI));
}

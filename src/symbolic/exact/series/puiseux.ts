import { rational } from "../../rational.js";
import { integerExact, rationalExact } from "../create.js";
import type { Exact } from "../exact.js";
import type { ExactField } from "../field.js";
import { type Growth, growthKey, multiplyGrowth, noGrowth, raiseGrowth, splitPower } from "./growth.js";

/** growth * w^valuation * (c_0 + c_1 w + ... + O(w^length)), w = x^(-1/2) for the large variable x. */
export interface Puiseux {
  readonly growth: Growth;
  readonly valuation: number;
  readonly coefficients: readonly Exact[];
}

/** More terms are needed: everything that was computed cancels. */
export class TooShort extends Error {}

export const constantSeries = (value: Exact, length: number, field: ExactField): Puiseux => ({
  growth: noGrowth,
  valuation: 0,
  coefficients: [value, ...new Array<Exact>(Math.max(0, length - 1)).fill(field.zero)],
});

/** The series with whole and half powers of x moved from its growth to its valuation. */
export function series(growth: Growth, valuation: number, coefficients: readonly Exact[], field: ExactField): Puiseux {
  const { growth: rest, halves } = splitPower(growth, field);
  return { growth: rest, valuation: valuation - halves, coefficients };
}

/** The series without leading zeros. Throws a TooShort when nothing is left. */
export function leading({ growth, valuation, coefficients }: Puiseux, field: ExactField): Puiseux {
  const place = coefficients.findIndex((c) => !field.isZero(c));
  if (place < 0) throw new TooShort("all terms cancel");
  return { growth, valuation: valuation + place, coefficients: coefficients.slice(place) };
}

export function addSeries(a: Puiseux, b: Puiseux, field: ExactField): Puiseux {
  if (growthKey(a.growth) !== growthKey(b.growth)) throw new RangeError("a sum of terms that grow differently");
  const valuation = Math.min(a.valuation, b.valuation);
  const end = Math.min(a.valuation + a.coefficients.length, b.valuation + b.coefficients.length);
  const at = ({ valuation: own, coefficients }: Puiseux, place: number) => coefficients[place - own] ?? field.zero;
  const coefficients: Exact[] = [];
  for (let place = valuation; place < end; place++) coefficients.push(field.add(at(a, place), at(b, place)));
  return { growth: a.growth, valuation, coefficients };
}

/** sum_{j=from}^{k} a_j b_(k-j), zeros skipped. */
function convolution(a: readonly Exact[], b: readonly Exact[], k: number, from: number, field: ExactField): Exact {
  let total = field.zero;
  for (let j = from; j <= k; j++) {
    if (!field.isZero(a[j]!) && !field.isZero(b[k - j]!)) total = field.add(total, field.multiply(a[j]!, b[k - j]!));
  }
  return total;
}

export function multiplySeries(a: Puiseux, b: Puiseux, field: ExactField): Puiseux {
  const length = Math.min(a.coefficients.length, b.coefficients.length);
  const coefficients = Array.from({ length }, (_, k) => convolution(a.coefficients, b.coefficients, k, 0, field));
  return series(multiplyGrowth(a.growth, b.growth, field), a.valuation + b.valuation, coefficients, field);
}

/** a / b. Throws a TooShort when all known terms of b are zero. */
export function divideSeries(a: Puiseux, b: Puiseux, field: ExactField): Puiseux {
  const { growth, valuation, coefficients: below } = leading(b, field);
  const length = Math.min(a.coefficients.length, below.length);
  const inverse = field.divide(field.one, below[0]!);
  const quotient: Exact[] = [];
  for (let k = 0; k < length; k++) {
    const rest = field.subtract(a.coefficients[k]!, convolution(below, quotient, k, 1, field));
    quotient.push(field.multiply(rest, inverse));
  }
  const inverted = raiseGrowth(growth, integerExact(-1), field);
  return series(multiplyGrowth(a.growth, inverted, field), a.valuation - valuation, quotient, field);
}

const scaled = (x: Exact, k: number, n: number, field: ExactField) => field.multiply(x, rationalExact(rational(k, n)));

/** sum_{j=1}^{k} (j/k) a_j b_(k-j) */
function weighted(a: readonly Exact[], b: readonly Exact[], k: number, field: ExactField): Exact {
  let total = field.zero;
  for (let j = 1; j <= k; j++) {
    if (field.isZero(a[j]!) || field.isZero(b[k - j] ?? field.zero)) continue;
    total = field.add(total, scaled(field.multiply(a[j]!, b[k - j]!), j, k, field));
  }
  return total;
}

/** exp(f) for coefficients f_0 = 0, f_1, ...: g' = f' g. */
export function exponentialOf(f: readonly Exact[], field: ExactField): readonly Exact[] {
  const g: Exact[] = [field.one];
  for (let k = 1; k < f.length; k++) g.push(weighted(f, g, k, field));
  return g;
}

/** log(1 + d) for coefficients 1, d_1, d_2, ... */
export function logarithmOf(unit: readonly Exact[], field: ExactField): readonly Exact[] {
  const log: Exact[] = [field.zero];
  for (let k = 1; k < unit.length; k++) {
    // k d_k = sum_j j l_j d_(k-j), of which the term j = k is k l_k
    log.push(field.subtract(unit[k]!, weighted([...log, field.zero], unit, k, field)));
  }
  return log;
}

/** The coefficients over their first one, which is not zero. */
export const unitOf = (coefficients: readonly Exact[], field: ExactField): readonly Exact[] => {
  const inverse = field.divide(field.one, coefficients[0]!);
  return coefficients.map((c, k) => (k === 0 ? field.one : field.multiply(c, inverse)));
};

/** (1 + d)^exponent for coefficients 1, d_1, d_2, ... and any exponent free of x. */
export const powerOfUnit = (unit: readonly Exact[], exponent: Exact, field: ExactField): readonly Exact[] =>
  exponentialOf(
    logarithmOf(unit, field).map((c) => field.multiply(c, exponent)),
    field,
  );

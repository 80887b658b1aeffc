import { rational } from "../../rational.js";
import { constantTerm, floorOf, rationalOf } from "../constant.js";
import { integerExact, rationalExact } from "../create.js";
import type { Exact } from "../exact.js";
import { primeFactors } from "../factorise.js";
import type { ExactField } from "../field.js";
import { exactKey } from "../key.js";

export interface Rate {
  readonly base: Exact;
  readonly exponent: Exact;
}

/**
 * x^power * x^(logarithmic x) * product of base^(exponent x), x the large variable; everything free of x. What a power
 * series in 1/sqrt(x) cannot hold.
 */
export interface Growth {
  readonly power: Exact;
  readonly logarithmic: Exact;
  readonly rates: ReadonlyMap<string, Rate>;
}

const zero = integerExact(0);

export const noGrowth: Growth = Object.freeze({ power: zero, logarithmic: zero, rates: new Map<string, Rate>() });

export const powerGrowth = (power: Exact): Growth => ({ ...noGrowth, power });

/** base^(exponent x), a rational base by its primes. */
export function rateGrowth(base: Exact, exponent: Exact, field: ExactField): Growth {
  const value = rationalOf(base);
  if (value === null) return { ...noGrowth, rates: new Map([[exactKey(base), { base, exponent }]]) };
  const factors = [
    ...primeFactors(value.numerator),
    ...primeFactors(value.denominator).map(({ prime, multiplicity }) => ({ prime, multiplicity: -multiplicity })),
  ];
  return factors
    .map(({ prime, multiplicity }): Growth => {
      const own = integerExact(prime);
      const rate = { base: own, exponent: field.multiply(integerExact(multiplicity), exponent) };
      return { ...noGrowth, rates: new Map([[exactKey(own), rate]]) };
    })
    .reduce((a, b) => multiplyGrowth(a, b, field), noGrowth);
}

export function multiplyGrowth(a: Growth, b: Growth, field: ExactField): Growth {
  const rates = new Map(a.rates);
  for (const [key, { base, exponent }] of b.rates) {
    const total = field.add(rates.get(key)?.exponent ?? zero, exponent);
    if (field.isZero(total)) rates.delete(key);
    else rates.set(key, { base, exponent: total });
  }
  return {
    power: field.add(a.power, b.power),
    logarithmic: field.add(a.logarithmic, b.logarithmic),
    rates,
  };
}

/** growth^exponent, the exponent free of x. */
export function raiseGrowth({ power, logarithmic, rates }: Growth, exponent: Exact, field: ExactField): Growth {
  const scaled = (x: Exact) => field.multiply(x, exponent);
  const entries = [...rates].map(([key, rate]) => [key, { base: rate.base, exponent: scaled(rate.exponent) }] as const);
  return {
    power: scaled(power),
    logarithmic: scaled(logarithmic),
    rates: new Map(entries.filter(([, rate]) => !field.isZero(rate.exponent))),
  };
}

export const isTrivial = ({ power, logarithmic, rates }: Growth, field: ExactField): boolean =>
  field.isZero(power) && field.isZero(logarithmic) && rates.size === 0;

/** The same text for equal growths. */
export const growthKey = ({ power, logarithmic, rates }: Growth): string =>
  [
    exactKey(power),
    exactKey(logarithmic),
    ...[...rates].map(([key, { exponent }]) => `${key}:${exactKey(exponent)}`).sort(),
  ].join(" ");

/** The growth with the constant term of its power in [0, 1/2), and the half steps taken out. */
export function splitPower(growth: Growth, field: ExactField): { readonly growth: Growth; readonly halves: number } {
  const constant = constantTerm(growth.power) ?? rational(0);
  const halves = floorOf(rational(2n * constant.numerator, constant.denominator));
  if (halves === 0n) return { growth, halves: 0 };
  const power = field.subtract(growth.power, rationalExact(rational(halves, 2)));
  return { growth: { ...growth, power }, halves: Number(halves) };
}

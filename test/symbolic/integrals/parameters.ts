import fc from "fast-check";
import type { Values } from "./numerically.js";

/** Values below 1e-9 are 0: products of subnormal numbers are no test of a formula. */
const real = (min: number, max: number, ...edges: readonly number[]) =>
  fc
    .oneof(fc.double({ min, max, noNaN: true }), fc.constantFrom(min, max, ...edges))
    .map((value) => (Math.abs(value) < 1e-9 ? 0 : value));
const whole = (max: number) => fc.integer({ min: 0, max });

/** Exponents of an end are kept above -0.94: quadrature in doubles stops at distances of about 1e-226 and loses the rest. */
const positive = real(0.06, 6, 0.5, 1, 2);
const far = real(0.1, 6, 0.5, 1, 2);
const aboveMinusOne = real(-0.94, 6, -0.5, 0, 1, 2);
const correlation = real(-0.98, 0.98, -0.5, -1 / 7, 0, 0.5);
const angle = real(0.1, 3, 1, Math.PI / 2);
const order = real(-0.44, 6, -0.25, 0.5, 1, 2.5).filter((lambda) => Math.abs(lambda) > 1e-3);

const shifted = <K extends string>(
  given: fc.Arbitrary<Values & Record<K, number>>,
  from: K,
  to: string,
  by: typeof positive,
) => fc.tuple(given, by).map(([values, gap]) => ({ ...values, [to]: values[from] + gap }));

/** Admissible parameters of every rule with symbolic parameters, by its name. */
export const parameters: Readonly<Record<string, fc.Arbitrary<Values>>> = {
  beta: fc.record({ a: positive, b: positive }),
  "beta of a square": fc.record({ a: positive, b: positive }),
  "beta on [-1, 1]": fc.record({ a: positive, b: positive }),
  // The half line is cut at 1e-226 and 1e226.
  Laplace: shifted(fc.record({ a: far }), "a", "b", far),
  "scaled Laplace": shifted(fc.record({ a: far, m: real(0.02, 50, 0.5, 1) }), "a", "b", far),
  Schwinger: fc.record({ k: positive, c: real(0.05, 20, 1) }),
  radial: fc.record({ k: positive }),
  "scaled radial": fc.record({ k: positive, c: real(0.05, 20, 0.5, 1) }),
  "chi moment": shifted(fc.record({ n: real(0.1, 30, 1, 2, 7) }), "n", "d", positive).map(({ n, d }) => ({
    n,
    d: d - 2 * n,
  })),
  "chi inverse square": fc.record({ n: real(2.06, 40, 3, 4) }),
  "Euler's integral of 2F1": shifted(
    fc.record({ a: real(-4, 4, 0, 0.5, 1), b: positive, z: real(-20, 0.95, 0, 0.5) }),
    "b",
    "c",
    positive,
  ),
  "sine and even cosine": fc.record({ p: aboveMinusOne, m: whole(6) }),
  "sine and odd cosine": fc.record({ p: aboveMinusOne, m: whole(6) }),
  "sine and cosine on a quarter": fc.record({ p: aboveMinusOne, q: aboveMinusOne }),
  "even Gaussian moment": fc.record({ m: whole(5), c: correlation }),
  "odd Gaussian moment": fc.record({ m: whole(4), c: correlation }),
  "absolute Gaussian moment": fc.record({ p: aboveMinusOne, c: correlation }),
  "Gaussian moment of the ReLU": fc.record({ p: positive, c: correlation }),
  "Gaussian moment of the half line": fc.record({ p: aboveMinusOne, c: correlation }),
  "arc-cosine kernel": fc.record({ alpha: real(-0.45, 5, -0.25, 0, 1, 2), c: correlation }),
  "arc-cosine kernel of the ReLU": fc.record({ alpha: real(0.06, 5, 1, 2), c: correlation }),
  // The radius is cut at 1e-17: E R^(a+b) loses 1e-17 of itself for a + b >= -1.
  wedge: fc.record({ a: aboveMinusOne, b: aboveMinusOne, theta: angle }).filter(({ a, b }) => a + b >= -1),
  "wedge of ReLUs": fc.record({ a: positive, b: positive, theta: angle }),
  "wedge integral": fc.record({ alpha: real(-0.45, 6, -0.25, 0, 1, 2), theta: angle }),
  "mass of the Gegenbauer weight": fc.record({ lambda: real(-0.44, 20, 0, 0.5, 1) }),
  "absolute moment of the Gegenbauer weight": fc.record({ p: aboveMinusOne, lambda: real(-0.44, 6, 0, 0.5) }),
  "odd moment of the Gegenbauer weight": fc.record({ l: whole(4), lambda: real(-0.44, 6, 0, 0.5) }),
  "Gegenbauer norm": fc.record({ k: whole(8), lambda: order }),
  "Gegenbauer orthogonality": fc.record({ j: whole(8), k: whole(8), lambda: order }).filter(({ j, k }) => j !== k),
  "Gegenbauer moment": fc.record({ k: whole(6), l: whole(4), lambda: order }),
  "low Gegenbauer moment": fc.record({ m: whole(7), k: whole(8), lambda: order }).filter(({ m, k }) => m < k),
  "odd Gegenbauer moment": fc.record({ k: whole(6), l: whole(4), lambda: order }),
  "Gegenbauer at 1": fc.record({
    k: whole(12),
    lambda: real(-0.44, 6, 0, 0.5).filter((lambda) => lambda === 0 || Math.abs(lambda) > 1e-3),
  }),
  "Gegenbauer linearisation": fc.record({ j: whole(7), k: whole(7), lambda: order, x: real(-1, 1, 0) }),
};

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  chiralSelfEnergy,
  chiralSpectrum,
  type DysonEquation,
  deformedEdges,
  deformedEquation,
  dysonAtom,
  dysonEquation,
  dysonMoments,
  kroneckerSelfEnergy,
  literalSelfEnergy,
  profileSelfEnergy,
  scalarSelfEnergy,
  solveDyson,
  spectralDistribution,
  stieltjesInversion,
  supportBound,
} from "../../../../src/landscape.js";
import { randomSymmetric, randomVariances, semicircle } from "./ensembles.js";

/** The recursion's moments are the integrals', and the mass is 1. */
function expectWhole(equation: DysonEquation): void {
  const spectrum = spectralDistribution(equation);
  const { halfwidth, low, high } = supportBound(equation);
  expect(spectrum.converged).toBe(true);
  expect(Math.abs(spectrum.mass - 1)).toBeLessThanOrEqual(spectrum.error);
  dysonMoments(equation, 6).forEach((moment, k) => {
    const { value, error } = spectrum.moment(k);
    expect(Math.abs(value - moment)).toBeLessThanOrEqual(
      error + 1e-12 * Math.max(1, Math.abs(low), Math.abs(high)) ** k,
    );
  });
  for (const { low: left, high: right } of spectrum.bands) {
    expect(left.value).toBeGreaterThanOrEqual(low - 1e-9 * halfwidth);
    expect(right.value).toBeLessThanOrEqual(high + 1e-9 * halfwidth);
  }
}

test("moments: Catalan numbers for the semicircle, sums over paths for a profile", () => {
  expect(dysonMoments(dysonEquation(scalarSelfEnergy(1)), 10)).toEqual([1, 0, 1, 0, 2, 0, 5, 0, 14, 0, 42]);
  const [s, c] = [
    [
      [1, 0.2],
      [0.2, 0.5],
    ],
    [0.3, 0.7],
  ] as const;
  const row = s.map((line) => line[0]! * c[0]! + line[1]! * c[1]!);
  const fourth = c.reduce(
    (sum, share, i) => sum + share * (row[i]! ** 2 + s[i]![0]! * c[0] * row[0]! + s[i]![1]! * c[1] * row[1]!),
    0,
  );
  expect(dysonMoments(dysonEquation(profileSelfEnergy(s, [...c])), 4)[4]).toBeCloseTo(fourth, 14);
});

test("random ensembles: mass 1 and moments by two ways", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 }), fc.integer({ min: 1, max: 2 }), (seed, size) => {
      const mean = randomSymmetric(size, seed);
      expectWhole(
        dysonEquation(kroneckerSelfEnergy([randomSymmetric(size, seed + 1), randomSymmetric(size, seed + 2)]), {
          mean,
        }),
      );
      expectWhole(deformedEquation(mean, { variance: 0.7 }));
    }),
    { numRuns: 2, seed: 1 },
  );
  const variances = randomVariances(4, 5).map((row) => row.map((value) => value + 0.1));
  expectWhole(dysonEquation(profileSelfEnergy(variances), { mean: [1, 0, 0.3, -2] }));
  expectWhole(dysonEquation(literalSelfEnergy(variances)));
});

describe("chiral ensembles", () => {
  test.each([0.2, 0.5, 1, 3])("p/n = %d: bands, atom and mass are the closed forms", (ratio) => {
    const { bands, atoms, mass } = spectralDistribution(dysonEquation(chiralSelfEnergy(ratio)));
    const { edges, atomAtZero } = chiralSpectrum(ratio);
    expect(mass).toBeCloseTo(1, 12);
    const last = bands.at(-1)!;
    if (ratio !== 1) expect(Math.abs(last.low.value - edges[0])).toBeLessThanOrEqual(last.low.error);
    expect(Math.abs(last.high.value - edges[1])).toBeLessThanOrEqual(last.high.error);
    expect(bands).toHaveLength(ratio === 1 ? 1 : 2);
    expect(atoms.map((atom) => atom.mass)).toEqual(ratio === 1 ? [] : [expect.closeTo(atomAtZero, 12)]);
  });

  test("an energy that is none has no atom", () => {
    const { value, error } = dysonAtom(dysonEquation(chiralSelfEnergy(0.5)), 1);
    expect(value).toBe(0);
    expect(error).toBeLessThan(1e-7);
  });
});

describe("a matrix plus a semicircle", () => {
  test("edges are where the density that is solved for ends", () => {
    const [eigenvalues, weights] = [
      [3, -3, 0],
      [0.2, 0.5, 0.3],
    ];
    const edges = deformedEdges(eigenvalues, { weights, variance: 0.5 });
    const equation = deformedEquation(eigenvalues, { weights, variance: 0.5 });
    expect(edges).toHaveLength(6);
    edges.forEach(({ value }, k) => {
      const inward = k % 2 === 0 ? 1e-9 : -1e-9;
      expect(solveDyson(equation, value + inward).density).toBeGreaterThan(1e-6);
      expect(solveDyson(equation, value - inward).density).toBe(0);
    });
  });

  test("one atom moves the semicircle; equal ones and those without weight do not count", () => {
    const edges = (values: number[], weights?: number[]) =>
      deformedEdges(values, weights === undefined ? {} : { weights }).map(({ value }) => value);
    expect(edges([5])).toEqual([3, 7]);
    expect(edges([5, 5, 9], [0.5, 0.5, 0])).toEqual([3, 7]);
  });

  test("a cusp inside: one band between the edges of the closed form, half of the mass on each side", () => {
    const { bands, mass, error, converged, cumulative } = spectralDistribution(deformedEquation([1, -1]));
    expect([bands.length, converged]).toEqual([1, true]);
    expect(bands[0]!.high.value).toBeCloseTo(1.5 * Math.sqrt(3), 13);
    expect(Math.abs(mass - 1)).toBeLessThanOrEqual(error);
    expect(error).toBeLessThan(1e-8);
    expect(cumulative(0)).toBeCloseTo(0.5, 9);
  });
});

test("cumulative and quantiles of the semicircle", () => {
  const { cumulative, quantile } = spectralDistribution(dysonEquation(scalarSelfEnergy(1)));
  const exact = (x: number) => 0.5 + (x * Math.sqrt(4 - x * x)) / (4 * Math.PI) + Math.asin(x / 2) / Math.PI;
  for (const x of [-1.9, -1, 0, 0.3, 1.99]) {
    expect(cumulative(x)).toBeCloseTo(exact(x), 13);
    expect(quantile(exact(x))).toBeCloseTo(x, 9);
  }
  expect([cumulative(-3), cumulative(3)]).toEqual([0, expect.closeTo(1, 13)]);
});

test("a quantile that falls on an atom is the atom", () => {
  const { quantile } = spectralDistribution(dysonEquation(chiralSelfEnergy(0.5)));
  expect([quantile(0.4), quantile(0.6)]).toEqual([0, 0]);
  expect(quantile(0.33)).toBeLessThan(-0.29);
});

test("Stieltjes inversion of the transform is the density on the axis", () => {
  const equation = deformedEquation([0.6, -0.6]);
  for (const energy of [-1, 0.2, 1.4]) {
    const { value, error } = stieltjesInversion((x, eta) => solveDyson(equation, x, { eta }).trace, energy);
    expect(Math.abs(value - solveDyson(equation, energy).density)).toBeLessThanOrEqual(error + 1e-15);
    expect(error).toBeLessThan(1e-10);
  }
  const own = stieltjesInversion((x, y) => [-x / (x * x + y * y), y / (x * x + y * y)], 0);
  expect(own.value).toBe(Number.POSITIVE_INFINITY);
  const edge = stieltjesInversion((x, eta) => solveDyson(dysonEquation(scalarSelfEnergy(1)), x, { eta }).trace, 2);
  expect(Math.abs(edge.value - semicircle(2))).toBeLessThanOrEqual(edge.error);
});

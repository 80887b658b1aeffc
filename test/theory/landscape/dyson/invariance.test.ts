import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  chiralSelfEnergy,
  type DysonEquation,
  deformedEquation,
  dysonEquation,
  dysonSweep,
  empiricalEquation,
  kroneckerSelfEnergy,
  literalSelfEnergy,
  profileSelfEnergy,
  selfEnergy,
  separableSelfEnergy,
  solveDyson,
  spectralDistribution,
  supportBound,
} from "../../../../src/landscape.js";
import { randomSymmetric, randomVariances, semicircle } from "./ensembles.js";

const times = (A: readonly (readonly number[])[], c: number) => A.map((row) => row.map((value) => c * value));
const moved = (A: readonly (readonly number[])[], by: number) =>
  A.map((row, i) => row.map((value, j) => (i === j ? value + by : value)));

const A = [randomSymmetric(2, 3), randomSymmetric(2, 4)];
const mean = randomSymmetric(2, 5);
const equationOf = (c: number, shift = 0) =>
  dysonEquation(kroneckerSelfEnergy(A.map((one) => times(one, c))), { mean: moved(times(mean, c), shift) });

describe("H and its multiples, shifts and rotations", () => {
  test.each([2 ** -300, 2 ** -30, 8, 2 ** 300])("the density of %d H is that of H, bit by bit", (c) => {
    for (const energy of [-1, 0, 0.4, 1.9]) {
      const [one, other] = [solveDyson(equationOf(1), energy), solveDyson(equationOf(c), c * energy)];
      expect(other.density * c).toBe(one.density);
      expect(other.error * c).toBe(one.error);
      expect([other.residual, other.iterations, other.converged]).toEqual([one.residual, one.iterations, true]);
    }
  });

  test.each([1e-90, 1e-8, 1e8, 1e90])("the error of %d H is in its units", (c) => {
    for (const energy of [-1, 0, 0.4, 1.9]) {
      const [one, other] = [solveDyson(equationOf(1), energy), solveDyson(equationOf(c), c * energy)];
      expect(Math.abs(other.density * c - one.density)).toBeLessThanOrEqual(other.error * c + one.error);
      expect(other.error * c).toBeLessThan(1e-12);
    }
    expect(spectralDistribution(equationOf(c)).mass).toBeCloseTo(1, 12);
  });

  test("H + 2^20: exactly that of H, where the sum is exact", () => {
    const round = (x: number) => Math.round(x * 2 ** 20) / 2 ** 20;
    const exact = mean.map((row) => row.map(round));
    const at = (shift: number) =>
      solveDyson(dysonEquation(kroneckerSelfEnergy(A), { mean: moved(exact, shift) }), shift + 0.5);
    expect(at(2 ** 20).density).toBeCloseTo(at(0).density, 14);
    // without a centre it would be 2^20 roundoffs
    expect(at(2 ** 20).error).toBeLessThan(1e-12);
  });

  test("blocks and rows in another order are the same ensemble", () => {
    const variances = randomVariances(3, 7);
    const order = [2, 0, 1];
    const turned = order.map((i) => order.map((j) => variances[i]![j]!));
    const [fractions, diagonal] = [
      [0.5, 0.3, 0.2],
      [1, 0, -1],
    ];
    for (const energy of [-1.3, 0.1, 1]) {
      const one = solveDyson(dysonEquation(profileSelfEnergy(variances, fractions), { mean: diagonal }), energy);
      const other = solveDyson(
        dysonEquation(
          profileSelfEnergy(
            turned,
            order.map((i) => fractions[i]!),
          ),
          { mean: order.map((i) => diagonal[i]!) },
        ),
        energy,
      );
      expect(Math.abs(one.density - other.density)).toBeLessThanOrEqual(one.error + other.error);
    }
  });
});

/** Where in the support bound, -1 to 1. */
const energyAt = (equation: DysonEquation, at: number) => {
  const { low, high } = supportBound(equation);
  return (low + high) / 2 + (at * (high - low)) / 2;
};

const square = (D: readonly (readonly number[])[]) =>
  D.map((row) => D.map((other) => row.reduce((sum, value, k) => sum + value * other[k]!, 0)));

test("in the bulk the residual is at most 1e-12, whatever the ensemble", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 }), fc.double({ min: -0.9, max: 0.9, noNaN: true }), (seed, at) => {
      const matrix = (k: number) => randomSymmetric(3, seed + k);
      const variances = randomVariances(3, seed);
      // the map of the literal one, entry by entry
      const diagonal = (part: readonly (readonly number[])[]) =>
        part.map((row, i) =>
          row.map((_, j) => (i === j ? variances[i]!.reduce((sum, s, k) => sum + s * part[k]![k]!, 0) : 0)),
        );
      const own = selfEnergy(3, ({ re, im }) => ({ re: diagonal(re), im: diagonal(im) }));
      const ensembles = [
        dysonEquation(literalSelfEnergy(variances), { mean: matrix(1) }),
        dysonEquation(own, { mean: matrix(1) }),
        dysonEquation(profileSelfEnergy(randomVariances(4, seed))),
        deformedEquation(randomSymmetric(4, seed)),
        dysonEquation(chiralSelfEnergy(0.3)),
        dysonEquation(kroneckerSelfEnergy([matrix(2), matrix(3)]), { mean: matrix(4) }),
        dysonEquation(separableSelfEnergy(square(matrix(5))), { mean: matrix(6) }),
        empiricalEquation([7, 8, 9, 10].map(matrix)),
      ];
      for (const equation of ensembles) {
        const { residual, density } = solveDyson(equation, energyAt(equation, at));
        if (density > 0.01) expect(residual).toBeLessThanOrEqual(1e-12);
      }
    }),
    { numRuns: 25 },
  );
});

test("so it is for 30 rows, which Anderson's method solves", () => {
  const equation = dysonEquation(literalSelfEnergy(randomVariances(30, 5)), {
    mean: times(randomSymmetric(30, 6), 0.1),
  });
  const sweep = dysonSweep(equation);
  const bulk = [-0.4, -0.2, 0, 0.1, 0.3].map((at) => sweep(energyAt(equation, at)));
  for (const { residual, density, converged } of bulk) {
    expect(density).toBeGreaterThan(0.01);
    expect(residual).toBeLessThanOrEqual(1e-12);
    expect(converged).toBe(true);
  }
});

describe("hard spectra", () => {
  test("two semicircles on top of each other: the inner edges cost no accuracy", () => {
    const blocks = dysonEquation(
      profileSelfEnergy(
        [
          [2, 0],
          [0, 0.5],
        ],
        [0.5, 0.5],
      ),
    );
    const { mass, cumulative, bands, converged } = spectralDistribution(blocks);
    expect([bands.length, converged]).toEqual([1, true]);
    expect(mass).toBeCloseTo(1, 8);
    expect(cumulative(0)).toBeCloseTo(0.5, 8);
    const share = (x: number, radius: number) => {
      const t = Math.min(1, x / radius);
      return 0.5 + (t * Math.sqrt(1 - t * t) + Math.asin(t)) / Math.PI;
    };
    for (const x of [0.3, 0.9, 1.1, 1.5]) {
      expect(cumulative(x)).toBeCloseTo((share(x, 2) + share(x, 1)) / 2, 8);
      expect(solveDyson(blocks, x).density).toBeCloseTo((semicircle(x, 1) + semicircle(x, 0.25)) / 2, 13);
    }
  });

  test("without a self-energy the spectrum is that of A, each eigenvalue once", () => {
    const zero = [
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ];
    const distribution = spectralDistribution(
      dysonEquation(literalSelfEnergy(zero), {
        mean: [
          [1, 1, 0],
          [1, 1, 0],
          [0, 0, 1],
        ],
      }),
    );
    expect(distribution.atoms.map(({ energy }) => energy)).toEqual([0, 1, 2].map((value) => expect.closeTo(value, 14)));
    expect([distribution.mass, distribution.converged]).toEqual([expect.closeTo(1, 14), true]);
    const twice = spectralDistribution(dysonEquation(literalSelfEnergy(zero), { mean: [5, 5, 5] }));
    expect(twice.atoms).toEqual([{ energy: 5, mass: expect.closeTo(1, 14), error: expect.any(Number) }]);
  });

  test("a user's function has any name", () => {
    const own = selfEnergy(2, (R) => R, { name: "scalar" });
    expect(spectralDistribution(dysonEquation(own)).mass).toBeCloseTo(1, 10);
  });
});

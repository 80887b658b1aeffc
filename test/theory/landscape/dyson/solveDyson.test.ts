import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  chiralSelfEnergy,
  type DysonEquation,
  deformedEquation,
  dysonDensity,
  dysonEquation,
  kroneckerSelfEnergy,
  literalSelfEnergy,
  profileSelfEnergy,
  scalarSelfEnergy,
  separableSelfEnergy,
  solveDyson,
  supportBound,
  wignerSelfEnergy,
  wishartDensity,
} from "../../../../src/landscape.js";
import { marchenkoPastur, randomSymmetric, randomVariances, semicircle, twoAtoms } from "./ensembles.js";

const between = (low: number, high: number, points: number) =>
  Array.from({ length: points }, (_, k) => low + ((high - low) * (k + 0.5)) / points);

describe("closed forms", () => {
  test.each([{}, { method: "newton" }] as const)(
    "one block is the semicircle, to its error everywhere and to 1e-14 in the bulk: %j",
    (options) => {
      for (const variance of [1, 0.3, 7]) {
        const reach = 2 * Math.sqrt(variance);
        const energies = between(-1.2 * reach, 1.2 * reach, 301);
        const points = dysonDensity(dysonEquation(scalarSelfEnergy(variance)), energies, options);
        for (const { energy, density, error, residual, converged } of points) {
          const off = Math.abs(density - semicircle(energy, variance));
          expect(converged).toBe(true);
          expect(residual).toBeLessThanOrEqual(1e-12);
          expect(off).toBeLessThanOrEqual(error + 1e-16);
          if (Math.abs(energy) < 0.95 * reach) expect(off).toBeLessThanOrEqual(1e-14);
        }
      }
    },
  );

  test("one row at its edge: the double root itself, of a vector, a matrix and a part of either", () => {
    const part = [
      [1, 0],
      [0, 9],
    ];
    const equations = [
      dysonEquation(scalarSelfEnergy(1)),
      dysonEquation(literalSelfEnergy([[1]])),
      dysonEquation(kroneckerSelfEnergy([part]), { mean: [0, 5] }),
      dysonEquation(profileSelfEnergy(part, [1, 0]), { mean: [0, 5] }),
    ];
    for (const equation of equations) {
      for (const energy of [2, -2]) {
        const { diagonal, stability, converged } = solveDyson(equation, energy);
        expect([diagonal.re[0], diagonal.im[0]]).toEqual([-energy / 2, 0]);
        expect([stability, converged]).toEqual([Number.POSITIVE_INFINITY, true]);
      }
    }
  });

  test("the literal self-energy of the GOE gives variance 1 + 1/N, as its short form does", () => {
    const N = 5;
    const variances = Array.from({ length: N }, (_, i) => Array.from({ length: N }, (__, j) => (i === j ? 2 : 1)));
    for (const equation of [dysonEquation(literalSelfEnergy(variances)), dysonEquation(wignerSelfEnergy(N))]) {
      for (const { energy, density } of dysonDensity(equation, [0, 0.7, 1.9, 2.1, 2.3])) {
        expect(density).toBeCloseTo(semicircle(energy, 1.2), 13);
      }
    }
  });

  test("Marchenko and Pastur's law for more and fewer columns than rows", () => {
    for (const ratio of [0.1, 0.5, 1, 2, 8]) {
      const { points, atomAtZero } = wishartDensity(ratio, between(0.01, (1 + Math.sqrt(ratio)) ** 2 + 0.3, 60));
      expect(atomAtZero).toBeCloseTo(Math.max(0, 1 - 1 / ratio), 14);
      for (const { energy, density, error, converged } of points) {
        expect(converged).toBe(true);
        expect(Math.abs(density - marchenkoPastur(energy, ratio))).toBeLessThanOrEqual(error + 1e-14 * (1 + density));
      }
    }
  });

  test("rows of two variances: halves of equal variance are one law, and the first moment is their mean", () => {
    const energies = between(0.01, 4, 20);
    const one = wishartDensity(0.5, energies).points;
    const halves = wishartDensity(0.5, energies, { variances: [1, 1], fractions: [0.25, 0.75] }).points;
    halves.forEach(({ density }, k) => {
      expect(density).toBeCloseTo(one[k]!.density, 12);
    });
    const fine = wishartDensity(0.5, between(1e-4, 12, 20_000), { variances: [1, 3], fractions: [0.6, 0.4] }).points;
    const mean = fine.reduce((sum, { energy, density }) => sum + energy * density, 0) * (12 / 20_000);
    expect(mean).toBeCloseTo(1.8, 3);
  });

  test.each([0.3, 0.6, 0.99, 1.01, 2])("two atoms at +-%d and a semicircle solve a cubic", (a) => {
    const points = dysonDensity(deformedEquation([a, -a]), between(-a - 2.1, a + 2.1, 200));
    for (const { energy, density, error, converged } of points) {
      expect(converged).toBe(true);
      // Cardano's formula cancels near edges
      expect(Math.abs(density - twoAtoms(energy, a))).toBeLessThanOrEqual(error + 1e-9);
    }
  });
});

describe("the point where it is hard", () => {
  test("at an edge, at a cusp and beside them the density is within its error", () => {
    const edge = dysonEquation(scalarSelfEnergy(1));
    for (const energy of [2, 2 - 1e-15, 2 - 1e-12, 2 - 1e-9, 2 + 1e-12, -2]) {
      const [root, newton] = [solveDyson(edge, energy), solveDyson(edge, energy, { method: "newton" })];
      for (const { density, error, converged } of [root, newton]) {
        expect(converged).toBe(true);
        expect(Math.abs(density - semicircle(energy))).toBeLessThanOrEqual(error);
      }
      expect(root.error).toBeLessThan(2e-8);
      expect(newton.error).toBeLessThan(1e-5);
    }
    const cusp = deformedEquation([1, -1]);
    for (const energy of [0, 1e-12, -1e-10, 1e-8]) {
      const { density, error, converged } = solveDyson(cusp, energy);
      expect(converged).toBe(true);
      expect(Math.abs(density - (Math.sqrt(3) / 2 / Math.PI) * Math.cbrt(Math.abs(energy)))).toBeLessThanOrEqual(error);
      expect(error).toBeLessThan(1e-4);
    }
  });

  test("an atom has infinite density, and its neighbours in the gap none", () => {
    const equation = dysonEquation(chiralSelfEnergy(0.5));
    expect(solveDyson(equation, 0)).toMatchObject({ density: Number.POSITIVE_INFINITY, error: 0, converged: true });
    for (const energy of [1e-9, 1e-4, 0.29]) {
      expect(solveDyson(equation, energy)).toMatchObject({ density: 0, converged: true });
    }
  });

  test("square chiral blocks at 0: a continuum of solutions at eta = 0, of which the limit is found", () => {
    for (const variance of [1, 4]) {
      const equation = dysonEquation(
        profileSelfEnergy([
          [0, 2 * variance],
          [2 * variance, 0],
        ]),
      );
      const { density, error, converged } = solveDyson(equation, 0);
      expect(converged).toBe(true);
      expect(Math.abs(density - 1 / (Math.PI * Math.sqrt(variance)))).toBeLessThanOrEqual(error + 1e-12);
      expect(error).toBeLessThan(1e-9);
    }
  });

  test("nearly square chiral blocks above 0: a root of a quadratic, with errors of rounding, however near the atom", () => {
    for (const ratio of [0.5, 0.9, 0.999, 0.99999, 1, 1.001, 1.1]) {
      const equation = dysonEquation(chiralSelfEnergy(ratio));
      for (const eta of [1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-9, 1e-12]) {
        // m_1 = ia, m_2 = i/(eta + y a), y eta a^2 + (1 - y + eta^2) a = eta
        const b = 1 - ratio + eta * eta;
        const root = Math.hypot(b, 2 * eta * Math.sqrt(ratio));
        const a = b > 0 ? (2 * eta) / (b + root) : (root - b) / (2 * ratio * eta);
        const known = (ratio * a + 1 / (eta + ratio * a)) / (1 + ratio) / Math.PI;
        const { density, error, converged, iterations } = solveDyson(equation, 0, { eta });
        expect(converged).toBe(true);
        expect(iterations).toBeLessThan(400);
        // the closed form loses what 1 - y does
        expect(Math.abs(density - known)).toBeLessThanOrEqual(error + 1e-11 * known);
        // where 1 - y + eta^2 cancels, entries are off by the root of rounding times 1/eta
        if (ratio !== 1) expect(error).toBeLessThan(1e-9 * known);
      }
    }
  });

  test("what has not converged has an error that covers it, above the axis", () => {
    const equation = dysonEquation(chiralSelfEnergy(0.999));
    for (const maxIterations of [8, 20, 40, 80]) {
      const { density, error, converged } = solveDyson(equation, 0, { eta: 1e-7, maxIterations });
      const known = solveDyson(equation, 0, { eta: 1e-7 });
      expect(converged).toBe(false);
      expect(Math.abs(density - known.density)).toBeLessThanOrEqual(error + known.error);
    }
  });

  test("an infinite density that is no atom does not converge, and says so", () => {
    const equation = dysonEquation(
      profileSelfEnergy([
        [0, 1],
        [1, 1],
      ]),
    );
    expect(solveDyson(equation, 0).converged).toBe(false);
    expect(solveDyson(equation, 1e-3).converged).toBe(true);
  });

  test("two bulks far apart: each is a semicircle of its own, within the error, however far", () => {
    const variances = [
      [1, 0.2],
      [0.2, 0.5],
    ];
    for (const a of [1e6, 3e7, 1e9]) {
      const equation = dysonEquation(profileSelfEnergy(variances, [0.3, 0.7]), { mean: [a, 0] });
      for (const energy of [0, 0.1, -0.7]) {
        const { density, error, converged } = solveDyson(equation, energy);
        expect(converged).toBe(true);
        // the other moves it by 0.3 x 0.2 / a
        const known = 0.7 * semicircle(energy + 0.06 / a, 0.35);
        expect(Math.abs(density - known)).toBeLessThanOrEqual(error + 1 / a ** 2 + 1e-12);
        expect(error).toBeLessThan(1e-16 * a + 1e-8);
      }
    }
  });

  test("rows in no contact are solved alone, in any order: traces, entries and G are those of the parts", () => {
    const blocks = [
      [1, 0, 0.3],
      [0, 2, 0],
      [0.3, 0, 0.5],
    ];
    const mean = [
      [0.2, 0, 0.1],
      [0, 1, 0],
      [0.1, 0, -0.4],
    ];
    const part = (matrix: readonly (readonly number[])[], rows: readonly number[]) =>
      rows.map((i) => rows.map((j) => matrix[i]![j]!));
    const of = (rows: readonly number[]) =>
      solveDyson(dysonEquation(kroneckerSelfEnergy([part(blocks, rows)]), { mean: part(mean, rows) }), 0.3);
    const [whole, first, second] = [of([0, 1, 2]), of([0, 2]), of([1])];
    expect(whole.density).toBeCloseTo((2 * first.density + second.density) / 3, 14);
    expect(whole.trace[0]).toBeCloseTo((2 * first.trace[0] + second.trace[0]) / 3, 14);
    expect(whole.diagonal.im[1]).toBeCloseTo(second.diagonal.im[0]!, 14);
    expect(whole.G!.re[0]![2]).toBeCloseTo(first.G!.re[0]![1]!, 14);
    expect(whole.G!.im[1]![2]).toBe(0);
    // an atom of half the rows beside a bulk
    const atom = dysonEquation(
      profileSelfEnergy([
        [1, 0],
        [0, 0],
      ]),
    );
    expect(solveDyson(atom, 0)).toMatchObject({ density: Number.POSITIVE_INFINITY, converged: true });
    expect(solveDyson(atom, 0.5).density).toBeCloseTo(semicircle(0.5, 0.5) / 2, 14);
  });

  test("blocks in contact that is hardly one: the error covers the edge of one in the bulk of the other", () => {
    const equation = dysonEquation(
      profileSelfEnergy([
        [2, 1e-20],
        [1e-20, 8],
      ]),
    );
    const { density, error } = solveDyson(equation, 2);
    expect(Math.abs(density - Math.sqrt(12) / (16 * Math.PI))).toBeLessThanOrEqual(error);
    expect(error).toBeLessThan(1e-6);
  });

  test("without a self-energy there are only atoms", () => {
    const equation = dysonEquation(profileSelfEnergy([[0]]), { mean: [1] });
    expect(dysonDensity(equation, [0, 1, 2]).map(({ density }) => density)).toEqual([0, Number.POSITIVE_INFINITY, 0]);
  });
});

describe("methods", () => {
  const equations: readonly (readonly [string, DysonEquation, number])[] = [
    ["semicircle", dysonEquation(scalarSelfEnergy(1)), 1.99],
    [
      "profile",
      dysonEquation(
        profileSelfEnergy(
          [
            [1, 0.2],
            [0.2, 0.5],
          ],
          [0.3, 0.7],
        ),
      ),
      1.29,
    ],
    ["deformed", deformedEquation([0.6, -0.6]), 2.263],
    ["chiral", dysonEquation(chiralSelfEnergy(0.5)), 0.99 + Math.SQRT1_2],
    ["kronecker", dysonEquation(kroneckerSelfEnergy([randomSymmetric(3, 1), randomSymmetric(3, 2)])), 0.4],
  ];

  test.each(equations)("%s: all four agree at eta = 1e-3", (_, equation, energy) => {
    const of = (method: "plain" | "averaged" | "anderson" | "newton") =>
      solveDyson(equation, energy, { eta: 1e-3, method, tolerance: 1e-12 });
    const newton = of("newton");
    for (const method of ["plain", "averaged", "anderson"] as const) {
      const { density, error, converged } = of(method);
      expect(converged).toBe(true);
      expect(Math.abs(density - newton.density)).toBeLessThanOrEqual(error + newton.error);
    }
  });

  test.each(equations.slice(0, 4))(
    "%s: near an edge both fast ones need 26 times fewer iterations",
    (_, equation, energy) => {
      const of = (method: "plain" | "anderson" | "newton") =>
        solveDyson(equation, energy, { eta: 1e-4, method, tolerance: 1e-12 }).iterations;
      const plain = of("plain");
      expect(plain).toBeGreaterThan(26 * of("anderson"));
      expect(plain).toBeGreaterThan(26 * of("newton"));
    },
  );

  test("the real axis by Anderson's method, as it is for large matrices, is Newton's", () => {
    const equation = dysonEquation(literalSelfEnergy(randomVariances(6, 3)), { mean: randomSymmetric(6, 4) });
    const { low, high } = supportBound(equation);
    const energies = between(low, high, 12);
    const newton = dysonDensity(equation, energies);
    dysonDensity(equation, energies, { method: "anderson" }).forEach(({ density, error, converged }, k) => {
      expect(converged).toBe(true);
      expect(Math.abs(density - newton[k]!.density)).toBeLessThanOrEqual(error + newton[k]!.error);
    });
  });

  test("too few iterations are not called converged", () => {
    const { converged, iterations } = solveDyson(equations[0]![1], 1.9, {
      method: "plain",
      eta: 1e-6,
      maxIterations: 50,
    });
    expect([converged, iterations]).toEqual([false, 50]);
  });

  test("blocks are their rows: a profile of 2 blocks, of 10 rows, and as a matrix", () => {
    const variances = [
      [1, 0.2],
      [0.2, 0.5],
    ];
    const block = (i: number) => (i < 3 ? 0 : 1);
    const rows = Array.from({ length: 10 }, (_, i) =>
      Array.from({ length: 10 }, (__, j) => variances[block(i)]![block(j)]!),
    );
    const energies = [0, 0.5, 1, 1.29, 1.4];
    const blocks = dysonDensity(dysonEquation(profileSelfEnergy(variances, [0.3, 0.7])), energies);
    dysonDensity(dysonEquation(profileSelfEnergy(rows)), energies).forEach(({ density }, k) => {
      expect(density).toBeCloseTo(blocks[k]!.density, 12);
    });
  });
});

describe("any self-energy", () => {
  const equationOf = (kind: number, size: number, seed: number, sign = 1): DysonEquation => {
    const mean = randomSymmetric(size, seed + 1).map((row) => row.map((value) => sign * value));
    const A = randomSymmetric(size, seed + 2);
    const squared = A.map((row) => A.map((other) => row.reduce((sum, value, k) => sum + value * other[k]!, 0)));
    if (kind === 0) return dysonEquation(kroneckerSelfEnergy([A, randomSymmetric(size, seed + 3)]), { mean });
    if (kind === 1) return dysonEquation(literalSelfEnergy(randomVariances(size, seed)), { mean });
    if (kind === 2) return dysonEquation(separableSelfEnergy(squared), { mean });
    return dysonEquation(profileSelfEnergy(randomVariances(size, seed)), { mean: mean[0]! });
  };
  const ensembles = fc.record({
    kind: fc.integer({ min: 0, max: 3 }),
    size: fc.integer({ min: 1, max: 4 }),
    seed: fc.integer({ min: 0, max: 2 ** 31 }),
    energy: fc.double({ min: -3, max: 3, noNaN: true }),
    eta: fc.double({ min: 0.01, max: 2, noNaN: true }),
  });

  test("above the axis: it solves the equation, Im G > 0, |G| <= 1/eta, and the density of -H is the mirror image", () => {
    fc.assert(
      fc.property(ensembles, ({ kind, size, seed, energy, eta }) => {
        const solution = solveDyson(equationOf(kind, size, seed), energy, { eta });
        const { residual, converged, diagonal, trace, G } = solution;
        expect(converged).toBe(true);
        const mirror = solveDyson(equationOf(kind, size, seed, -1), -energy, { eta });
        expect(Math.abs(mirror.density - solution.density)).toBeLessThanOrEqual(mirror.error + solution.error);
        expect(residual).toBeLessThanOrEqual(1e-13);
        for (const im of diagonal.im) expect(im).toBeGreaterThan(0);
        expect(Math.hypot(...trace)).toBeLessThanOrEqual(1 / eta + 1e-12);
        for (let i = 0; G !== null && i < size; i++) {
          for (let j = 0; j < i; j++) expect(G.im[i]![j]! ** 2).toBeLessThan(G.im[i]![i]! * G.im[j]![j]!);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("on the axis: the limit of what is above it, at the rate that the derivative allows", () => {
    fc.assert(
      fc.property(ensembles, ({ kind, size, seed, energy }) => {
        const equation = equationOf(kind, size, seed);
        const { density, converged, stability } = solveDyson(equation, energy);
        fc.pre(converged && stability < 100);
        const eta = 1e-7;
        // |dG/dz| <= stability |G|^2, and G is at most of size 1/gap
        const above = solveDyson(equation, energy, { eta });
        const size2 = above.diagonal.re.reduce((sum, re, i) => sum + re ** 2 + above.diagonal.im[i]! ** 2, 1);
        expect(Math.abs(above.density - density)).toBeLessThanOrEqual(100 * eta * stability * size * size2);
      }),
      { numRuns: 40 },
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lanczos, ritzValues, type SymmetricProduct } from "../../../src/numeric/linearAlgebra/lanczos.js";
import {
  countedHistogram,
  equalBins,
  spectralHistogram,
  spectralShare,
} from "../../../src/numeric/linearAlgebra/spectralHistogram.js";
import { spectralNorm } from "../../../src/numeric/linearAlgebra/spectralNorm.js";
import {
  extremeRitzValues,
  spectralMean,
  spectralProbe,
} from "../../../src/numeric/linearAlgebra/stochasticLanczos.js";
import { symmetricEigenvalues } from "../../../src/numeric/linearAlgebra/symmetricEigenvalues.js";
import { GaussianStream } from "../../../src/numeric/random/gaussianStream.js";

const gaussian = (seed: number, length: number) =>
  new GaussianStream({ seed, sample: 0, draw: 1 }).fill(new Float64Array(length));

function symmetric(size: number, seed: number): Float64Array {
  const entries = gaussian(seed, size * size);
  for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) entries[i * size + j] = entries[j * size + i]!;
  return entries;
}

const productOf =
  (matrix: Float64Array, size: number): SymmetricProduct =>
  (v, out) => {
    for (let i = 0; i < size; i++) {
      out[i] = 0;
      for (let j = 0; j < size; j++) out[i]! += matrix[i * size + j]! * v[j]!;
    }
  };

/** A product with these eigenvalues on the diagonal. */
const diagonal =
  (eigenvalues: readonly number[]): SymmetricProduct =>
  (v, out) => {
    for (const [i, each] of eigenvalues.entries()) out[i] = each * v[i]!;
  };

const sizes = fc.record({ size: fc.integer({ min: 1, max: 30 }), seed: fc.integer({ min: 0, max: 1e9 }) });

describe("Lanczos", () => {
  it("in as many steps as there are rows finds all eigenvalues", () => {
    fc.assert(
      fc.property(sizes, ({ size, seed }) => {
        const matrix = symmetric(size, seed);
        const found = ritzValues(lanczos(productOf(matrix, size), gaussian(seed + 1, size), size));
        const want = symmetricEigenvalues(matrix, size);
        expect(found.length).toBe(size);
        // a start may have a small share of an eigenvector; norms are below 20
        for (const [i, { value }] of found.entries()) expect(Math.abs(value - want[i]!)).toBeLessThan(1e-9);
      }),
      { numRuns: 50 },
    );
  });

  it("every Ritz value has an eigenvalue within its residual", () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 30 }), ({ size, seed }, steps) => {
        const matrix = symmetric(size, seed);
        const basis = lanczos(productOf(matrix, size), gaussian(seed + 1, size), Math.min(size, steps));
        const want = symmetricEigenvalues(matrix, size);
        for (const { value, residual } of ritzValues(basis)) {
          const nearest = Math.min(...Array.from(want, (each) => Math.abs(each - value)));
          expect(nearest).toBeLessThan(residual + 1e-12);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("the weights are the squared first components: a Gauss rule of degree 2k - 1", () => {
    const size = 12;
    const matrix = symmetric(size, 4);
    const product = productOf(matrix, size);
    const start = gaussian(5, size);
    const length = Math.hypot(...start);
    const ritz = ritzValues(lanczos(product, start, 4));
    let power = start.map((entry) => entry / length);
    const unit = power;
    for (let degree = 0; degree <= 7; degree++) {
      const exact = unit.reduce((sum, entry, i) => sum + entry * power[i]!, 0);
      const ruled = ritz.reduce((sum, { value, weight }) => sum + weight * value ** degree, 0);
      expect(Math.abs(ruled - exact)).toBeLessThan(1e-12 * 8 ** degree);
      const next = new Float64Array(size);
      product(power, next);
      power = next;
    }
  });

  it("stops where the space is invariant: one step for the identity, none lost for a zero matrix", () => {
    const one = lanczos(diagonal([2, 2, 2]), Float64Array.of(1, 2, 3), 3);
    expect([one.diagonal.length, one.invariant, one.residual]).toEqual([1, true, 0]);
    expect(ritzValues(one)[0]!.value).toBeCloseTo(2, 14);
    expect(ritzValues(lanczos(diagonal([0, 0]), Float64Array.of(1, 2), 2)).map(({ value }) => value)).toEqual([0]);
    const pairs = ritzValues(lanczos(diagonal([1, 1, 3, 3, 3]), Float64Array.of(1, 2, 3, 4, 5), 5));
    expect(pairs.map(({ value }) => Number(value.toFixed(12)))).toEqual([1, 3]);
    expect(pairs[0]!.weight).toBeCloseTo(5 / 55, 13);
  });

  it("refuses a start of length zero, too many steps and a product that overflows", () => {
    expect(() => lanczos(diagonal([1, 2]), new Float64Array(2), 1)).toThrow(/start .*not 0/);
    expect(() => lanczos(diagonal([1, 2]), Float64Array.of(1, 1), 3)).toThrow(/steps = 3/);
    expect(() => lanczos(diagonal([1, Number.POSITIVE_INFINITY]), Float64Array.of(1, 1), 2)).toThrow(/not finite/);
  });

  it.each([1e-300, 1e-170, 1e160, 1e300])(
    "finds eigenvalues and starts of size %d, whose squares are no doubles",
    (size) => {
      const eigenvalues = [size, 2 * size, 4 * size];
      for (const start of [Float64Array.of(1, 1, 1), Float64Array.of(size, size, size)]) {
        const found = ritzValues(lanczos(diagonal(eigenvalues), start, 3));
        for (const [i, { value, weight }] of found.entries()) {
          expect(Math.abs(value / eigenvalues[i]! - 1)).toBeLessThan(1e-14);
          expect(weight).toBeCloseTo(1 / 3, 13);
        }
      }
      expect(spectralNorm(diagonal(eigenvalues), 3).value / size).toBeCloseTo(4, 12);
      // [[2, 1, 0], [1, 2, 1], [0, 1, 2]]
      const dense = symmetricEigenvalues(
        Float64Array.from([2, 1, 0, 1, 2, 1, 0, 1, 2], (entry) => entry * size),
        3,
      );
      expect(Array.from(dense, (value) => value / size)).toEqual([
        expect.closeTo(2 - Math.SQRT2, 14),
        expect.closeTo(2, 14),
        expect.closeTo(2 + Math.SQRT2, 14),
      ]);
    },
  );
});

it("the spectral norm is the largest magnitude, also of a negative eigenvalue", () => {
  expect(spectralNorm(diagonal([-5, 1, 4]), 3).value).toBeCloseTo(5, 12);
  expect(spectralNorm(diagonal([0]), 1)).toEqual({ value: 0, error: 0 });
});

describe("stochastic Lanczos quadrature", () => {
  const eigenvalues = Array.from(
    { length: 200 },
    (_, i) => Math.cos((Math.PI * (i + 0.5)) / 200) * (i % 3 === 0 ? 2 : 1),
  );
  const probes = Array.from({ length: 40 }, (_, probe) =>
    spectralProbe(diagonal(eigenvalues), 200, { seed: 3, probe, steps: 30 }),
  );
  const mean = (f: (x: number) => number) => eigenvalues.reduce((sum, x) => sum + f(x), 0) / 200;

  it.each([
    ["x^2", (x: number) => x * x],
    ["x^3", (x: number) => x ** 3],
    ["exp", Math.exp],
    ["1/(4 + x^2)", (x: number) => 1 / (4 + x * x)],
  ])("the mean of %s is within four standard errors and the quadrature's", (_, f) => {
    const { value, standardError, quadratureError } = spectralMean(probes, f);
    expect(Math.abs(value - mean(f))).toBeLessThan(4 * standardError + quadratureError);
    // it can fail: the error is no more than 5 % of the spread of f
    expect(standardError + quadratureError).toBeLessThan(0.05 * Math.sqrt(mean((x) => (f(x) - mean(f)) ** 2)));
  });

  it("shares are within four standard errors and the bound", () => {
    for (const { low, high, share } of spectralHistogram(probes, equalBins(-2.01, 2.01, 9))) {
      const exact = mean((x) => Number(x >= low && x < high));
      expect(Math.abs(share.value - exact)).toBeLessThan(4 * share.standardError + share.quadratureError);
      // two places, nodes of three times the mean weight 1/30
      expect(share.quadratureError).toBeLessThan(0.2);
    }
    const all = spectralShare(probes, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
    expect([all.value, all.quadratureError]).toEqual([expect.closeTo(1, 12), 0]);
  });

  it("the bound of a share holds for each probe: distribution functions of Gauss rules interlace", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 2, max: 12 }), (seed, steps) => {
        const values = Array.from({ length: 15 }, (_, i) => Math.sin(i * 1.3 + seed));
        const few = [spectralProbe(diagonal(values), 15, { seed, probe: 0, steps })];
        const whole = [spectralProbe(diagonal(values), 15, { seed, probe: 0, steps: 15 })];
        for (const place of [-0.9, -0.301, 0.0123, 0.5, 0.8]) {
          const estimate = spectralShare(few, Number.NEGATIVE_INFINITY, place);
          const exact = spectralShare(whole, Number.NEGATIVE_INFINITY, place);
          expect(Math.abs(estimate.value - exact.value)).toBeLessThan(estimate.quadratureError + 1e-9);
        }
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ["clustered", Array.from({ length: 100 }, (_, i) => [1, 1, 1, 5, -3][i % 5]! + 1e-9 * Math.sin(i))],
    ["of rank 5", Array.from({ length: 100 }, (_, i) => (i < 5 ? i - 1.5 : 0))],
    ["with one far out", Array.from({ length: 200 }, (_, i) => (i === 0 ? 50 : Math.sin(i)))],
    ["geometric", Array.from({ length: 150 }, (_, i) => 0.8 ** i)],
    ["two", [3, -1]],
  ])("of a spectrum that is %s, of 100 runs of 8 probes at most 8 are outside three standard errors", (_, spectrum) => {
    for (const f of [(x: number) => x, (x: number) => x * x, (x: number) => Number(x > 0.5)]) {
      const exact = spectrum.reduce((sum, x) => sum + f(x), 0) / spectrum.length;
      const outside = Array.from({ length: 100 }, (__, seed) => {
        const few = Array.from({ length: 8 }, (___, probe) =>
          spectralProbe(diagonal(spectrum), spectrum.length, { seed, probe, steps: 10 }),
        );
        const { value, standardError } = spectralMean(few, f);
        const bound = spectralShare(few, 0.5, Number.POSITIVE_INFINITY).quadratureError;
        return Number(Math.abs(value - exact) > 3 * standardError + (f(0.7) === 1 ? bound : 0) + 1e-12);
      }).reduce((sum, each) => sum + each, 0);
      expect(outside).toBeLessThanOrEqual(8);
    }
  });

  it("the standard error is the spread of the means of fresh probes", () => {
    const means = Array.from({ length: 300 }, (_, k) => {
      const one = spectralProbe(diagonal(eigenvalues), 200, { seed: 9, probe: k, steps: 10 });
      return spectralMean([one], (x) => x * x);
    });
    const centre = means.reduce((sum, { value }) => sum + value, 0) / 300;
    const spread = Math.sqrt(means.reduce((sum, { value }) => sum + (value - centre) ** 2, 0) / 299);
    const said = means.reduce((sum, { standardError }) => sum + standardError, 0) / 300;
    // the spread of 300 is known to 4 %
    expect(Math.abs(said / spread - 1)).toBeLessThan(0.16);
  });

  it("a multiple of the identity has no standard error, and neither has one number", () => {
    for (const spectrum of [new Array<number>(30).fill(2.7), [3.3], [0, 0, 0]]) {
      const few = [0, 1, 2].map((probe) => {
        return spectralProbe(diagonal(spectrum), spectrum.length, { seed: 1, probe, steps: 9 });
      });
      const { value, standardError, quadratureError } = spectralMean(few, (x) => x * x);
      expect(Math.abs(value - spectrum[0]! ** 2)).toBeLessThanOrEqual(quadratureError);
      expect(standardError).toBeLessThanOrEqual(1e-14 * value);
    }
  });

  it("one step has no rule to compare with", () => {
    expect(() => spectralProbe(diagonal([1, 2, 3]), 3, { seed: 1, probe: 0, steps: 1 })).toThrow(/steps = 1/);
  });

  it("the extremes are eigenvalues, and more probes say more", () => {
    const { least, greatest } = extremeRitzValues(probes);
    expect(Math.abs(greatest.value - Math.max(...eigenvalues))).toBeLessThan(greatest.residual + 1e-12);
    expect(Math.abs(least.value - Math.min(...eigenvalues))).toBeLessThan(least.residual + 1e-12);
    const [one, all] = [probes.slice(0, 1), probes].map((some) => spectralMean(some, (x) => x).standardError);
    expect(one! / all! / Math.sqrt(40)).toBeCloseTo(1, 0);
  });

  it("a probe is a function of its seed and number", () => {
    const again = spectralProbe(diagonal(eigenvalues), 200, { seed: 3, probe: 7, steps: 30 });
    expect(again).toEqual(probes[7]);
    expect(again).not.toEqual(probes[8]);
  });
});

it("given eigenvalues are counted, each once", () => {
  const bins = countedHistogram([-1, 0, 0, 1], [-1, 0, 1.5]);
  expect(bins.map(({ share }) => share.value)).toEqual([0.25, 0.75]);
  expect(() => spectralHistogram([spectralProbe(diagonal([1]), 1, { seed: 1, probe: 0, steps: 2 })], [1, 1])).toThrow(
    /edges\[1\] = 1/,
  );
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { covarianceMap } from "../../../../src/index.js";
import { emptyRing, ringAt } from "../../../../src/theory/batchnorm/covariance/fourier/plane.js";
import reference from "../../../reference/covariance.json" with { type: "json" };
import { largestGap } from "../../../support/covariances.js";

const numbers = (rows: readonly (readonly string[])[]) => rows.map((row) => row.map(Number));

interface Row {
  readonly label: string;
  readonly phi: string;
  readonly sigma: number[][];
  readonly epsilon: number;
  readonly want: number[][];
  readonly slack: number;
}

const rowsOf = (cases: readonly object[], slack: number): Row[] =>
  (
    cases as readonly { name: string; epsilon?: number; sigma: number[][]; values: Record<string, string[][]> }[]
  ).flatMap(({ name, epsilon = 0, sigma, values }) =>
    Object.entries(values).map(([phi, rows]) => ({
      label: `${phi}, ${name}`,
      phi,
      sigma,
      epsilon,
      want: numbers(rows),
      slack,
    })),
  );

describe("fourier against integrals over directions", () => {
  // the circle to 20 digits; the sphere's product rule to 12 or more
  const rows = [...rowsOf(reference.circle, 0), ...rowsOf(reference.sphere, 2e-12)];

  it("has enough of them", () => expect(rows.length).toBeGreaterThanOrEqual(9));

  it.each(rows)("$label", ({ phi, sigma, epsilon, want, slack }) => {
    const { values, error } = covarianceMap(phi, sigma, { method: "fourier", epsilon });
    expect(largestGap(values, want)).toBeLessThanOrEqual(error + slack);
    expect(error).toBeLessThan(1e-9);
  });
});

describe("the density of two samples", () => {
  it("is (1 - |v|^2/B)^(n/2-2) for an isotropic batch of dimension n", () => {
    // S = I/n: rho(v) = (n-2)/(2 pi B) (1 - |v|^2/B)^(n/2-2), and B |v|^2/... as coordinates of the ring
    const cases = fc.record({ n: fc.integer({ min: 3, max: 60 }), logP: fc.double({ min: -8, max: 6, noNaN: true }) });
    fc.assert(
      fc.property(cases, ({ n, logP }) => {
        const batch = n + 1;
        const p = Math.exp(logP);
        const distinct = { eigenvalues: Float64Array.of(1 / n), multiplicities: Float64Array.of(n) };
        const weights = {
          xx: Float64Array.of(1 / n),
          xz: Float64Array.of(0),
          zz: Float64Array.of(1 / n),
        };
        const ring = emptyRing();
        ringAt(p, distinct, weights, batch, 0, ring);
        // |v|^2/B = y/(1+y), y = 2 p/n; d|v|^2/B = dlog p y/(1+y)^2; per d log p dtheta/(2 pi): (n/2-1) (1+y)^-(n/2-2) y/(1+y)^2
        const y = (2 * p) / n;
        const want = ((n / 2 - 1) * y) / (1 + y) ** (n / 2);
        const got = (ring.size * (ring.flat + (2 * ring.k11) / ring.h1)) / ring.h1;
        expect(Math.abs(ring.x1 ** 2 + ring.x2 ** 2 - (batch * y) / (1 + y))).toBeLessThan(1e-13 * batch);
        // the two parts that make `flat` cancel to a rounding
        expect(Math.abs(got - want)).toBeLessThan(1e-13 * (want + ring.size * (1 + y)));
      }),
      { numRuns: 100 },
    );
  });

  it("costs a batch with symmetries a few pairs, whatever its size", () => {
    const blocks = (size: number) =>
      Array.from({ length: size }, (_, i) =>
        Array.from({ length: size }, (_, j) => (i === j ? 2 : i < size / 4 === j < size / 4 ? 0.7 : -0.2)),
      );
    const small = covarianceMap("gelu", blocks(16));
    const large = covarianceMap("gelu", blocks(128));
    expect(large.method).toBe("fourier");
    expect(large.error).toBeLessThan(1e-9);
    expect(large.evals).toBeLessThan(4 * small.evals);
    // the same entries one by one, where a small perturbation has broken the symmetry
    const broken = blocks(16).map((row, i) => row.map((value, j) => (i === j ? value + 1e-9 * i : value)));
    expect(largestGap(covarianceMap("gelu", broken).values, small.values)).toBeLessThan(1e-7);
  });

  it("handles samples that are nearly parallel", () => {
    const points = [
      [1, 0.5, -0.2],
      [-0.3, 0.8, 0.1],
      [0.2, -0.9, 0.6],
    ];
    const distance = 1e-4;
    const rows = [...points, points[0].map((x, k) => x + distance * [1, -2, 1][k])];
    const sigma = rows.map((a) => rows.map((b) => a.reduce((sum, x, k) => sum + x * b[k], 0)));
    const relu = covarianceMap("relu", sigma, { method: "fourier", tolerance: 1e-6 });
    const laplace = covarianceMap("relu", sigma);
    expect(largestGap(relu.values, laplace.values)).toBeLessThanOrEqual(relu.error + laplace.error);
    const tanh = covarianceMap("tanh", sigma, { tolerance: 1e-6 });
    expect(tanh.error).toBeLessThan(1e-5);
    expect(Math.abs(tanh.values[0][3] - tanh.values[0][0])).toBeLessThan(distance + 2 * tanh.error);
  });
});

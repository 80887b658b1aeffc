import fc from "fast-check";
import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { batchNorm, covarianceMap } from "../../../src/index.js";
import { covarianceCases, covarianceOf, largestGap, randomCovariance } from "../../support/covariances.js";

const bsb1 = (batch: number, q: number, c: number) =>
  Array.from({ length: batch }, (_, i) => Array.from({ length: batch }, (_, j) => (i === j ? q : q * c)));

const smallestEigenvalue = (values: readonly (readonly number[])[]) =>
  Math.min(
    ...new EigenvalueDecomposition(new Matrix(values.map((row) => [...row])), { assumeSymmetric: true })
      .realEigenvalues,
  );

describe("covarianceMap at BSB1", () => {
  it.each([
    ["leaky_relu(0.2)", 6, {}],
    ["tanh", 4, {}],
    ["tanh", 9, { gamma: 1.5, beta: 0.3, weightVariance: 1.7 }],
    ["gelu", 16, {}],
    ["hardtanh", 5, {}],
    ["hardtanh", 8, { epsilon: 0.1 }],
    ["elu", 70, {}],
    ["relu", 8, { epsilon: 0.2, weightVariance: 2 }],
    ["relu", 8, { beta: 0.5 }],
    ["sin", 4, { epsilon: 0.05 }],
  ] as const)("keeps %s, B = %d, %j where batchNorm has its fixed point", (activation, batch, options) => {
    const { q, c } = batchNorm({ activation, batch, ...options }).fixedPoint;
    const sigma = bsb1(batch, q.value, c.value);
    const { values, error, converged } = covarianceMap(activation, sigma, options);
    expect(converged).toBe(true);
    expect(error).toBeLessThan(2e-10);
    // the input carries the fixed point's own error, which the map shrinks
    const slack = error + 4 * (q.error + q.value * c.error);
    expect(Math.abs(values[0][0] - q.value)).toBeLessThanOrEqual(slack);
    expect(largestGap(values, bsb1(batch, values[0][0], values[0][1] / values[0][0]))).toBeLessThanOrEqual(2 * error);
    expect(Math.abs(values[0][1] - q.value * c.value)).toBeLessThanOrEqual(slack);
  });
});

describe("covarianceMap's routes", () => {
  it("laplace and fourier agree on random covariances of any rank, with and without epsilon", () => {
    const activations = fc.constantFrom("relu", "x", "leaky_relu(-0.7)", "abs", "relu(x)^2", "sign(x)");
    const epsilons = fc.constantFrom(0, 0, 1e-3, 0.5);
    let [runs, converged] = [0, 0];
    fc.assert(
      fc.property(covarianceCases(2, 7), activations, epsilons, (covariance, phi, epsilon) => {
        const sigma = covarianceOf(covariance);
        const laplace = covarianceMap(phi, sigma, { method: "laplace", epsilon });
        const fourier = covarianceMap(phi, sigma, { method: "fourier", epsilon });
        expect(largestGap(laplace.values, fourier.values)).toBeLessThanOrEqual(laplace.error + fourier.error);
        runs++;
        if (fourier.converged) converged++;
      }),
      { numRuns: 12 },
    );
    // the others have samples that are nearly parallel, and say so
    expect(converged).toBeGreaterThanOrEqual(runs / 3);
  });

  it.each([
    { phi: "tanh", size: 5, rank: 5, epsilon: 0 },
    { phi: "gelu", size: 8, rank: 3, epsilon: 0.1 },
    { phi: "hardtanh", size: 6, rank: 6, epsilon: 0 },
    { phi: "x < 0.5 ? 0 : x*x", size: 4, rank: 4, epsilon: 0 },
    { phi: "sin(2*x)", size: 3, rank: 3, epsilon: 0.3 },
    { phi: "softplus", size: 6, rank: 1, epsilon: 0.3 },
    { phi: "hardtanh", size: 5, rank: 2, epsilon: 0 },
  ])(
    "fourier and monte-carlo agree for $phi, B = $size, rank $rank, epsilon $epsilon",
    ({ phi, size, rank, epsilon }) => {
      const sigma = randomCovariance(size, rank, 17 + size);
      const fourier = covarianceMap(phi, sigma, { epsilon });
      expect(fourier.method).toBe("fourier");
      const sampled = covarianceMap(phi, sigma, { epsilon, method: "monte-carlo", samples: 1e5, seed: 5 });
      // seed fixed: at most 21 entries, five standard errors of the worst one, alpha < 1e-4
      expect(largestGap(fourier.values, sampled.values)).toBeLessThan(5 * (sampled.standardError ?? 0));
      expect(sampled.error).toBe(4 * (sampled.standardError ?? 0));
      expect(sampled.error).toBeLessThan(0.05);
    },
  );

  it("monte-carlo repeats itself for a seed, and not for another one", () => {
    const sigma = randomCovariance(6, 6, 3);
    const run = (seed: number) => covarianceMap("tanh", sigma, { method: "monte-carlo", samples: 640, seed }).values;
    expect(run(4)).toEqual(run(4));
    expect(run(4)).not.toEqual(run(5));
  });

  it("monte-carlo's standard error falls as samples^(-1/2) and holds its nominal coverage", () => {
    const sigma = randomCovariance(4, 4, 9);
    const exact = covarianceMap("gelu", sigma).values;
    const z = Array.from({ length: 40 }, (_, seed) => {
      const { values, standardError } = covarianceMap("gelu", sigma, { method: "monte-carlo", samples: 6400, seed });
      return largestGap(exact, values) / (standardError ?? 0);
    });
    // seeds fixed; the largest of ten gaps against the largest standard error: beyond 4 in less than one run of a thousand
    expect(Math.max(...z)).toBeLessThan(4);
    expect(z.filter((x) => x > 0.5).length).toBeGreaterThan(20);
    const few = covarianceMap("gelu", sigma, { method: "monte-carlo", samples: 6400 }).standardError ?? 0;
    const many = covarianceMap("gelu", sigma, { method: "monte-carlo", samples: 640_000 }).standardError ?? 0;
    expect(few / many).toBeGreaterThan(7);
    expect(few / many).toBeLessThan(14);
  });

  it("takes the route that fits, and says so", () => {
    const sigma = randomCovariance(5, 5, 1);
    expect(covarianceMap("relu", sigma).method).toBe("laplace");
    expect(covarianceMap("tanh", sigma).method).toBe("fourier");
    expect(covarianceMap("relu", sigma, { beta: 0.1 }).method).toBe("fourier");
    expect(covarianceMap("tanh", randomCovariance(80, 80, 1), { samples: 640 }).method).toBe("monte-carlo");
    expect(covarianceMap("tanh", bsb1(300, 1, 0.2)).method).toBe("fourier");
  });
});

describe("covarianceMap's laws", () => {
  const activations = fc.constantFrom("relu", "tanh", "gelu", "hardtanh", "leaky_relu(0.3)");

  it("is blind to scale, moves with permutations, and stays a covariance within its Gram bounds", () => {
    const numbers = fc.double({ min: -30, max: 30, noNaN: true });
    fc.assert(
      fc.property(covarianceCases(2, 6), activations, numbers, (covariance, phi, power) => {
        const sigma = covarianceOf(covariance);
        const { values, error } = covarianceMap(phi, sigma);
        const n = sigma.length;
        const scaled = covarianceMap(
          phi,
          sigma.map((row) => row.map((x) => x * 2 ** Math.round(power))),
        );
        // a power of two changes no digit
        expect(largestGap(scaled.values, values)).toBeLessThanOrEqual(1e-15);
        const order = Array.from({ length: n }, (_, i) => (i + 1) % n);
        const moved = covarianceMap(
          phi,
          order.map((i) => order.map((j) => sigma[i][j])),
        );
        const back = order.map((i) => order.map((j) => values[i][j]));
        // centring rounds in another order: 1e-16 of the trace, 1e-10 of an eigenvalue of 1e-6
        expect(largestGap(moved.values, back)).toBeLessThanOrEqual(moved.error + error + 1e-9);
        expect(smallestEigenvalue(values)).toBeGreaterThanOrEqual(-n * error);
        for (let i = 0; i < n; i++) {
          for (let j = 0; j < n; j++) {
            expect(values[i][j]).toBe(values[j][i]);
            const bound = Math.sqrt(Math.max(0, values[i][i] * values[j][j]));
            expect(Math.abs(values[i][j])).toBeLessThanOrEqual(bound + 2 * error);
          }
        }
      }),
      { numRuns: 12 },
    );
  });

  it("forgets a constant row: Sigma + r 1^T + 1 r^T has the same V", () => {
    const sigma = randomCovariance(5, 5, 21);
    const r = [0.5, -0.25, 0.75, 0.125, 1];
    const shifted = sigma.map((row, i) => row.map((x, j) => x + r[i] + r[j] + 4));
    for (const phi of ["relu", "tanh"]) {
      const a = covarianceMap(phi, sigma);
      const b = covarianceMap(phi, shifted);
      expect(largestGap(a.values, b.values)).toBeLessThan(a.error + b.error + 1e-12);
    }
  });

  it("has trace B for the identity, B/2 for relu, and B minus what epsilon takes", () => {
    for (const method of ["laplace", "fourier"] as const) {
      const sigma = randomCovariance(6, 4, 2);
      const trace = (phi: string, epsilon = 0) => {
        const { values, error } = covarianceMap(phi, sigma, { method, epsilon });
        return { value: values.reduce((sum, row, i) => sum + row[i], 0), error: 6 * error };
      };
      const [identity, relu, damped] = [trace("x"), trace("relu"), trace("x", 0.01)];
      expect(Math.abs(identity.value - 6)).toBeLessThan(identity.error);
      expect(Math.abs(relu.value - 3)).toBeLessThan(relu.error);
      expect(damped.value).toBeLessThan(6);
      expect(damped.value).toBeGreaterThan(4);
    }
  });

  it("multiplies with weightVariance", () => {
    const sigma = randomCovariance(4, 4, 8);
    const one = covarianceMap("tanh", sigma);
    const three = covarianceMap("tanh", sigma, { weightVariance: 3 });
    expect(
      largestGap(
        three.values,
        one.values.map((row) => row.map((x) => 3 * x)),
      ),
    ).toBeLessThan(1e-15);
    expect(three.error).toBeCloseTo(3 * one.error, 15);
  });
});

describe("covarianceMap at edges", () => {
  const points = [
    [3, 1, -2, 1],
    [-1, 2, 1, 0],
    [0, -2, 2, -1],
    [1, 1, 0, 3],
  ];
  const gram = (rows: readonly (readonly number[])[]) =>
    rows.map((a) => rows.map((b) => a.reduce((sum, x, k) => sum + x * b[k], 0)));

  it.each(["relu", "tanh", "hardtanh"])("gives copies of a sample the same row, correlation 1: %s", (phi) => {
    const { values, error } = covarianceMap(phi, gram([...points, points[1]]));
    expect(Math.abs(values[1][4] - values[1][1])).toBeLessThanOrEqual(2 * error);
    expect(Math.abs(values[4][4] - values[1][1])).toBeLessThanOrEqual(2 * error);
    for (let i = 0; i < 4; i++) expect(Math.abs(values[i][4] - values[i][1])).toBeLessThanOrEqual(2 * error);
  });

  it.each(["relu", "tanh", "gelu", "softplus"])("gives a sample at the mean psi(0): %s", (phi) => {
    const rows = points.slice(0, 3);
    const mean = rows[0].map((_, k) => (rows[0][k] + rows[1][k] + rows[2][k]) / 3);
    const { values } = covarianceMap(phi, gram([...rows, mean]));
    const centre = phi === "softplus" ? Math.LN2 : 0;
    // the mean of three numbers is rounded: 1e-16 in a variance is 1e-8 in the sample
    expect(Math.abs(values[3][3] - centre ** 2)).toBeLessThan(4e-8);
    const means = covarianceMap(phi, gram([...rows, mean]), { method: "monte-carlo", samples: 20_000 });
    expect(Math.abs(values[0][3] - means.values[0][3])).toBeLessThan(means.error + 4e-8);
  });

  it("gives a batch of two its two values", () => {
    // x = (1, -1) or (-1, 1)
    const [plus, minus] = [Math.tanh(1), Math.tanh(-1)];
    const { values, error } = covarianceMap("tanh", [
      [2, 0.5],
      [0.5, 1],
    ]);
    expect(Math.abs(values[0][0] - plus ** 2)).toBeLessThanOrEqual(error);
    expect(Math.abs(values[0][1] - plus * minus)).toBeLessThanOrEqual(error);
  });

  it.each([
    ["tanh", bsb1(4, 1, 0), { method: "laplace" }, "not positively homogeneous"],
    ["relu", bsb1(4, 1, 0), { method: "laplace", beta: 1 }, "not positively homogeneous"],
    ["relu", [[1, 0]], {}, "square array"],
    [
      "relu",
      [
        [1, 0],
        [0, Number.NaN],
      ],
      {},
      "finite",
    ],
    [
      "relu",
      [
        [1, 2],
        [2, 1],
      ],
      {},
      "sigma",
    ],
    [
      "relu",
      [
        [1, 0.5],
        [0.4, 1],
      ],
      {},
      "symmetric",
    ],
    [
      "tanh",
      [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, -1],
      ],
      {},
      "semi-definite",
    ],
    [
      "tanh",
      [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, -1],
      ],
      { method: "monte-carlo" },
      "semi-definite",
    ],
    ["tanh", bsb1(5, 1, 1), {}, "not zero after centring"],
    ["relu", bsb1(40, 1, 1), {}, "not zero after centring"],
    ["relu", bsb1(4, 1, 0), { method: "magic" }, "method"],
    ["relu", bsb1(4, 1, 0), { epsilon: -1 }, "epsilon"],
    ["relu", bsb1(4, 1, 0), { tolerance: 0 }, "tolerance"],
    ["relu", bsb1(4, 1, 0), { samples: 3 }, "samples"],
    ["relu", bsb1(4, 1, 0), { seed: -1 }, "seed"],
    ["relu", bsb1(4, 1, 0), { gamma: 0 }, "gamma"],
    ["hardtanh", randomCovariance(400, 400, 1), { method: "fourier" }, "fourier method"],
  ] as const)("refuses what has no answer, %#: %s", (phi, sigma, options, words) => {
    expect(() => covarianceMap(phi, sigma as number[][], options as object)).toThrow(words);
  });

  it("keeps to maxEvals, with an error that holds, or refuses and says what else to do", () => {
    const sigma = randomCovariance(12, 12, 4);
    const full = covarianceMap("hardtanh", sigma);
    const short = covarianceMap("hardtanh", sigma, { maxEvals: 3e6 });
    expect(full.converged).toBe(true);
    expect(short.converged).toBe(false);
    expect(short.evals).toBeLessThan(6e6);
    expect(largestGap(short.values, full.values)).toBeLessThanOrEqual(short.error + full.error);
    expect(() => covarianceMap("hardtanh", sigma, { maxEvals: 1e4 })).toThrow("12 samples");
    expect(() => covarianceMap("hardtanh", sigma, { maxEvals: 10 })).toThrow("maxEvals");
  });

  it("says when it did not converge", () => {
    const found = covarianceMap("tanh", randomCovariance(4, 4, 2), {
      method: "monte-carlo",
      samples: 64,
      tolerance: 1e-6,
    });
    expect(found.converged).toBe(false);
  });
});

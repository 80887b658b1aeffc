import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  activeArcs,
  enumeratedOverlap,
  gatedForward,
  gatedNetwork,
  kernelRegression,
  meanKernels,
  overlapKernel,
  pathMass,
  randomGatedNetwork,
  tangentKernel,
  traceNormalised,
} from "../../../src/gating.js";
import { GaussianStream } from "../../../src/numeric/random/gaussianStream.js";
import { coneCount } from "../../../src/theory/gating/regions/coneCount.js";

const circle = (n: number) =>
  Array.from({ length: n }, (_, k) => [
    Math.cos((2 * Math.PI * (k + 0.5)) / n),
    Math.sin((2 * Math.PI * (k + 0.5)) / n),
  ]);

describe("the overlap kernel", () => {
  it("counts shared paths, is symmetric and has path counts on its diagonal", () => {
    const network = randomGatedNetwork("relu", [2, 4, 3, 5, 1], { seed: 4, biases: 0.3 });
    const points = circle(7);
    const kernel = overlapKernel(network, points);
    for (const [i, x] of points.entries()) {
      expect(kernel[i]![i]).toBe(pathMass(network, x));
      for (const [j, other] of points.entries()) {
        expect(kernel[i]![j]).toBe(enumeratedOverlap(network, x, other));
        expect(kernel[i]![j]).toBe(kernel[j]![i]);
      }
    }
  });

  it("differs between >= and > at the input zero: all paths or none", () => {
    const W = [
      [
        [1, 2],
        [-1, 1],
      ],
      [[1, 1]],
    ];
    expect(overlapKernel(gatedNetwork("relu", { W }), [[0, 0]])).toEqual([[2]]);
    expect(overlapKernel(gatedNetwork("relu", { W }, { atZero: "closed" }), [[0, 0]])).toEqual([[0]]);
  });

  it("has trace one where it is normalised, and cannot be where no path is active", () => {
    const kernel = traceNormalised(overlapKernel(randomGatedNetwork("dlgn", [2, 3, 1], { seed: 1 }), circle(9)));
    expect(kernel.reduce((sum, row, i) => sum + row[i]!, 0)).toBeCloseTo(1, 14);
    expect(() => traceNormalised(overlapKernel(gatedNetwork("relu", { W: [[[1]], [[1]]] }), [[-1]]))).toThrow(
      /trace 0/,
    );
    expect(() => traceNormalised([[1, 2]])).toThrow(/kernel/);
  });
});

describe("means over expert weights", () => {
  const network = randomGatedNetwork("dlgn", [2, 3, 3, 1], { seed: 6 });
  const points = [
    [0.6, 0.8],
    [0.9, -0.2],
  ];

  it("are L sigma^(2(L-1)) and sigma^(2L) times <x, x'> Lambda", () => {
    const { output, tangent } = meanKernels(network, points, 0.5);
    const overlap = overlapKernel(network, points);
    const inner = 0.6 * 0.9 - 0.8 * 0.2;
    expect(tangent[0]![1]).toBeCloseTo(3 * 0.5 ** 4 * inner * overlap[0]![1]!, 14);
    expect(output[0]![1]).toBeCloseTo(0.5 ** 6 * inner * overlap[0]![1]!, 14);
  });

  it("are those of sampled Gaussian experts, within five standard errors", () => {
    const sigmas = [0.7, 0.4, 1.1];
    const { tangent } = meanKernels(network, points, sigmas);
    const stream = new GaussianStream({ seed: 8, sample: 0, draw: 0 });
    const count = 4000;
    const values = Array.from({ length: count }, () => {
      const U = network.U.map((rows, l) => rows.map((row) => row.map(() => sigmas[l]! * stream.next())));
      return tangentKernel(gatedNetwork("dlgn", { W: network.W, U }), points, { parameters: "U" })[0]![1]!;
    });
    const mean = values.reduce((sum, value) => sum + value, 0) / count;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count;
    expect(Math.abs(mean - tangent[0]![1]!)).toBeLessThan(5 * Math.sqrt(variance / count));
    expect(Math.sqrt(variance / count)).toBeLessThan(0.1 * Math.abs(tangent[0]![1]!));
  });

  it("ask for a DLGN without expert biases and for deviations from 0 up", () => {
    expect(() => meanKernels(randomGatedNetwork("relu", [2, 3, 1], { seed: 1 }), points, 1)).toThrow(/network = relu/);
    expect(() => meanKernels(randomGatedNetwork("dlgn", [2, 3, 1], { seed: 1, biases: 1 }), points, 1)).toThrow(
      /biases/,
    );
    expect(() => meanKernels(network, points, -1)).toThrow(/sigma = -1/);
    expect(() => meanKernels(network, points, [1, 2])).toThrow(/sigma\.length = 2/);
    expect(meanKernels(network, points, 0).tangent.flat()).toEqual([0, 0, 0, 0]);
  });
});

describe("kernel regression", () => {
  it("interpolates with a definite kernel, and predicts by its coefficients", () => {
    const kernel = [
      [2, 1, 0],
      [1, 3, 1],
      [0, 1, 4],
    ];
    const targets = [[1], [-2], [0.5]];
    const { coefficients, fitted, predictions, rank, degreesOfFreedom } = kernelRegression(kernel, targets, {
      cross: [[1, 0, 2]],
    });
    expect(rank).toBe(3);
    expect(degreesOfFreedom).toBeCloseTo(3, 14);
    fitted.forEach(([value], i) => {
      expect(value).toBeCloseTo(targets[i]![0]!, 13);
    });
    expect(predictions[0]![0]).toBeCloseTo(coefficients[0]![0]! + 2 * coefficients[2]![0]!, 14);
  });

  it("gives points with the same paths the mean of their targets", () => {
    const { fitted, rank } = kernelRegression(
      [
        [2, 2, 0],
        [2, 2, 0],
        [0, 0, 1],
      ],
      [[1], [4], [7]],
    );
    expect(rank).toBe(2);
    expect(fitted.map(([value]) => value!.toFixed(12))).toEqual(["2.500000000000", "2.500000000000", "7.000000000000"]);
  });

  it("solves (K + ridge) a = y", () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.double({ min: 0.1, max: 5, noNaN: true }), (seed, ridge) => {
        const kernel = overlapKernel(randomGatedNetwork("relu", [2, 5, 5, 1], { seed }), circle(12));
        const targets = circle(12).map(([x, y]) => [x! * y!, x!]);
        const { coefficients, fitted } = kernelRegression(kernel, targets, { ridge });
        for (const [i, row] of kernel.entries()) {
          for (const c of [0, 1]) {
            const value = row.reduce((sum, entry, j) => sum + entry * coefficients[j]![c]!, 0);
            expect(Math.abs(value - fitted[i]![c]!)).toBeLessThan(1e-10);
            // a = (y - K a)/ridge but for what is orthogonal to all features, which has no coefficient
            if (row.every((entry) => entry === 0)) expect(fitted[i]![c]).toBeCloseTo(0, 10);
          }
        }
        const residual = targets.map((row, i) => row[0]! - fitted[i]![0]!);
        const gradient = kernel.map(
          (row, i) => row.reduce((sum, entry, j) => sum + entry * residual[j]!, 0) - ridge * fitted[i]![0]!,
        );
        expect(Math.max(...gradient.map(Math.abs))).toBeLessThan(1e-8);
      }),
      { numRuns: 30 },
    );
  });

  it("with the tangent kernel is the linearised network: ridge regression on its derivatives, here difference quotients", () => {
    const network = randomGatedNetwork("dlgn", [2, 3, 3, 1], { seed: 3, beta: 2 });
    const points = [...circle(6), [0.5, 0.9], [-1.2, 0.1]];
    const kernel = tangentKernel(network, points);
    const targets = circle(6).map(([x, y]) => [x! * y! + 0.3]);
    const ridge = 0.2;
    const { coefficients, fitted, predictions, rank } = kernelRegression(
      kernel.slice(0, 6).map((row) => row.slice(0, 6)),
      targets,
      { ridge, cross: kernel.slice(6).map((row) => row.slice(0, 6)) },
    );
    const { W, U } = network;
    const parameters = (["W", "U"] as const).flatMap((part) =>
      network[part].flatMap((rows, l) => rows.flatMap((row, i) => row.map((_, j) => ({ part, l, i, j })))),
    );
    const step = 1e-4;
    const features = points.map((x) =>
      parameters.map(({ part, l, i, j }) => {
        const at = (by: number) => {
          const moved = structuredClone({ W, U }) as { W: number[][][]; U: number[][][] };
          moved[part][l]![i]![j]! += by;
          return gatedForward(gatedNetwork("dlgn", moved, { beta: 2 }), x).output[0]!;
        };
        return (at(step) - at(-step)) / (2 * step);
      }),
    );
    const inner = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, k) => sum + value * b[k]!, 0);
    const theta = parameters.map((_, p) => coefficients.reduce((sum, [a], k) => sum + a! * features[k]![p]!, 0));
    // quotients of step h are off by h^2 times a third derivative: some 1e-8
    [...fitted, ...predictions].forEach(([value], k) => {
      expect(Math.abs(value! - inner(features[k]!, theta))).toBeLessThan(1e-6);
    });
    // the gradient of |J theta - y|^2 + ridge |theta|^2 vanishes
    parameters.forEach((_, p) => {
      const pull = fitted.reduce((sum, [value], k) => sum + features[k]![p]! * (targets[k]![0]! - value!), 0);
      expect(Math.abs(pull - ridge * theta[p]!)).toBeLessThan(1e-6);
    });
    expect(rank).toBe(6);
    expect(Math.hypot(...theta)).toBeGreaterThan(0.1);
  });

  it("refuses what is no kernel", () => {
    expect(() =>
      kernelRegression(
        [
          [1, 2],
          [2, 1],
        ],
        [[1], [1]],
      ),
    ).toThrow(/negative eigenvalue/);
    expect(() =>
      kernelRegression(
        [
          [1, 2],
          [0, 1],
        ],
        [[1], [1]],
      ),
    ).toThrow(/kernel\[0\]\[1\]/);
    expect(() => kernelRegression([[1]], [[1], [1]])).toThrow(/targets/);
    expect(() => kernelRegression([[1]], [[1]], { ridge: -1 })).toThrow(/ridge/);
    expect(kernelRegression([[0]], [[3]])).toMatchObject({ fitted: [[0]], rank: 0, degreesOfFreedom: 0 });
  });
});

describe("arcs of the circle", () => {
  it("of one neuron: a half-plane", () => {
    const { breakpoints, paths, components, everywhere } = activeArcs(gatedNetwork("relu", { W: [[[0, 1]], [[1]]] }));
    expect(breakpoints.map((angle) => angle.toFixed(12))).toEqual(["0.000000000000", Math.PI.toFixed(12)]);
    expect({ paths, components, everywhere }).toEqual({ paths: [1, 0], components: 1, everywhere: 0 });
  });

  it("of gates without a boundary: all round, open at >= only", () => {
    const W = [[[0, 0]], [[1]]];
    expect(activeArcs(gatedNetwork("relu", { W }))).toEqual({
      breakpoints: [],
      paths: [1],
      components: 1,
      everywhere: 1,
    });
    expect(activeArcs(gatedNetwork("relu", { W }, { atZero: "closed" }))).toMatchObject({ paths: [0], components: 0 });
    expect(
      activeArcs(
        gatedNetwork("dln", {
          W: [
            [
              [1, 0],
              [0, 1],
            ],
            [[1, 1]],
          ],
        }),
      ),
    ).toMatchObject({ components: 2, everywhere: 2 });
  });

  it("of a ReLU path that is active on two arcs, apart", () => {
    // layer 1: x, -x, y; layer 2 is open where |x| - y >= 0: the path through y has two cones of 45 degrees
    const { components, paths } = activeArcs(
      gatedNetwork("relu", {
        W: [
          [
            [1, 0],
            [-1, 0],
            [0, 1],
          ],
          [[1, 1, -1]],
          [[1]],
        ],
      }),
    );
    expect(components).toBe(1 + 1 + 2);
    expect(Math.max(...paths)).toBe(2);
  });

  it("of a DLGN hold as many cones as exact arithmetic finds", () => {
    fc.assert(
      fc.property(fc.nat(1e6), (seed) => {
        const network = randomGatedNetwork("dlgn", [2, 4, 3, 3, 1], { seed });
        expect(BigInt(activeArcs(network).components)).toBe(coneCount(network.W).cones);
      }),
      { numRuns: 40 },
    );
  });

  it("ask for two inputs, steps, no biases and at most 512 neurons, as cones do", () => {
    expect(() => activeArcs(randomGatedNetwork("relu", [3, 2, 1], { seed: 1 }))).toThrow(/3 inputs/);
    expect(() => activeArcs(randomGatedNetwork("relu", [2, 2, 1], { seed: 1, biases: 1 }))).toThrow(/biases/);
    const wide = randomGatedNetwork("dlgn", [2, 300, 213, 1], { seed: 1 });
    expect(() => activeArcs(wide)).toThrow(/network = 513 neurons/);
    expect(() => coneCount(wide.W)).toThrow(/weights = 513 neurons/);
    expect(() => activeArcs(randomGatedNetwork("dlgn", [2, 2, 1], { seed: 1, beta: 2 }))).toThrow(/soft/);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  activeNeurons,
  enumeratedPathSums,
  gatedForward,
  gatedNetwork,
  layerPathSums,
  log10PathMasses,
  pathExpert,
  pathExperts,
  pathMass,
  pathSums,
  randomGatedNetwork,
  strongestPath,
  totalPaths,
} from "../../../src/gating.js";

/** Rounding of sums of at most some hundred products of order one. */
const near = (actual: readonly number[], expected: readonly number[]) => {
  expect(actual.length).toBe(expected.length);
  actual.forEach((value, k) => {
    expect(Math.abs(value - expected[k]!)).toBeLessThanOrEqual(1e-11 * (1 + Math.abs(expected[k]!)));
  });
};

const models = fc.constantFrom("relu", "dlgn", "dlgn-pwc", "dln");
const hidden = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 });

describe("the sum over paths", () => {
  it("is the output for any model, widths and biases", () => {
    fc.assert(
      fc.property(models, hidden, fc.nat(1e6), fc.boolean(), fc.boolean(), (model, widths, seed, biased, soft) => {
        const gates = soft && model.startsWith("dlgn") ? { beta: 3 } : {};
        const network = randomGatedNetwork(model as "relu", [3, ...widths, 2], {
          seed,
          biases: biased ? 0.7 : 0,
          ...gates,
        });
        const x = [0.8, -0.3, 1.1];
        const { output, hidden: layers } = gatedForward(network, x);
        near(enumeratedPathSums(network, x), output);
        near(pathSums(network, x), output);
        layers.slice(1).forEach((layer, l) => {
          near(layerPathSums(network, x, l + 1), layer);
        });
      }),
      { numRuns: 100 },
    );
  });

  it("is counted by hand: two paths of weights 2 and -3 of which one is active", () => {
    const network = gatedNetwork("relu", { W: [[[2], [-1]], [[1, 3]]] });
    expect(pathSums(network, [5])).toEqual([10]);
    expect(pathSums(network, [-5])).toEqual([15]);
    expect(pathMass(network, [-5])).toBe(1);
    expect(pathMass(network, [0])).toBe(2);
    expect(pathExperts(network, [5])).toEqual([
      { path: [0], gate: 1, weights: [1], values: [10] },
      { path: [1], gate: 0, weights: [3], values: [-15] },
    ]);
  });

  it("has no need of a list: 16^5 paths, and 256^3 of weight one", () => {
    const network = randomGatedNetwork("dlgn", [2, 16, 16, 16, 16, 16, 1], { seed: 5 });
    expect(totalPaths(network)).toBe(16 ** 5);
    const active = activeNeurons(network, [0.6, 0.8]);
    expect(pathMass(network, [0.6, 0.8])).toBe(active.reduce((product, each) => product * each, 1));
    near(pathSums(network, [0.6, 0.8]), gatedForward(network, [0.6, 0.8]).output);
    const wide = 256;
    const ones = [
      Array.from({ length: wide }, () => [1]),
      ...[0, 0].map(() => Array.from({ length: wide }, () => new Array<number>(wide).fill(1))),
      [new Array<number>(wide).fill(1)],
    ];
    const linear = gatedNetwork("dln", { W: ones });
    expect(pathSums(linear, [1])).toEqual([wide ** 3]);
    expect(pathMass(linear, [1])).toBe(wide ** 3);
    expect(() => enumeratedPathSums(linear, [1])).toThrow(/16777216 paths/);
  });
});

describe("numbers of paths", () => {
  it("of many points are those of each, in logarithms; more points than are computed at once", () => {
    const network = randomGatedNetwork("relu", [2, 6, 6, 6, 1], { seed: 2 });
    const points = Array.from({ length: 1100 }, (_, k) => [Math.cos(k), Math.sin(k)]);
    const logarithms = log10PathMasses(network, points);
    expect(logarithms.length).toBe(1100);
    for (const k of [0, 511, 512, 1099]) near([10 ** logarithms[k]!], [pathMass(network, points[k]!)]);
  });

  it("are zero where a layer is silent, and minus infinity in logarithms", () => {
    const network = gatedNetwork("relu", { W: [[[1]], [[1]]] });
    expect(pathMass(network, [-1])).toBe(0);
    expect(log10PathMasses(network, [[-1], [1]])).toEqual([Number.NEGATIVE_INFINITY, 0]);
  });

  it("of soft gates lie between none and all, and tend to the count of steps", () => {
    const soft = randomGatedNetwork("dlgn", [2, 4, 4, 1], { seed: 3, beta: 2 });
    const steep = randomGatedNetwork("dlgn", [2, 4, 4, 1], { seed: 3, beta: 1e6 });
    const steps = randomGatedNetwork("dlgn", [2, 4, 4, 1], { seed: 3 });
    const x = [0.3, -0.9];
    expect(pathMass(soft, x)).toBeGreaterThan(0);
    expect(pathMass(soft, x)).toBeLessThan(16);
    near([pathMass(steep, x)], [pathMass(steps, x)]);
  });

  it("of 63 layers of 32 neurons are a double, 32^63", () => {
    const square = Array.from({ length: 32 }, () => new Array<number>(32).fill(0));
    const first = Array.from({ length: 32 }, () => [1]);
    const deep = gatedNetwork("dln", { W: [first, ...new Array<number[][]>(62).fill(square), [square[0]!]] });
    expect(pathMass(deep, [1])).toBe(32 ** 63);
    expect(log10PathMasses(deep, [[1]])[0]).toBeCloseTo(63 * Math.log10(32), 10);
  });
});

describe("the strongest path", () => {
  it("is the first of the strongest that a list has", () => {
    fc.assert(
      fc.property(models, hidden, fc.nat(1e6), (model, widths, seed) => {
        const network = randomGatedNetwork(model as "relu", [2, ...widths, 2], { seed });
        const x = [0.5, -1.5];
        for (const output of [0, 1]) {
          const { path, gate, contribution } = strongestPath(network, x, { output });
          const sizes = pathExperts(network, x).map((expert) => Math.abs(expert.gate * expert.values[output]!));
          near([Math.abs(contribution)], [Math.max(...sizes)]);
          expect(pathExpert(network, path, x).gate).toBe(gate);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("contributes nothing where no path is active", () => {
    expect(strongestPath(gatedNetwork("relu", { W: [[[1]], [[1]]] }), [-1]).contribution).toBe(0);
  });

  it("belongs to an output that exists", () => {
    const network = gatedNetwork("relu", { W: [[[1]], [[1]]] });
    expect(() => strongestPath(network, [1], { output: 1 })).toThrow(/output = 1/);
    expect(() => pathExpert(network, [1], [1])).toThrow(/path\[0\] = 1/);
    expect(() => pathExpert(network, [0, 0], [1])).toThrow(/path\.length = 2/);
    expect(() => layerPathSums(network, [1], 3)).toThrow(/layer = 3/);
  });
});

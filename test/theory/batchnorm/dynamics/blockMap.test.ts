import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GaussianStream } from "../../../../src/numeric/random/gaussianStream.js";
import { activation } from "../../../../src/symbolic/activation/create.js";
import { batchNorm } from "../../../../src/theory/batchnorm/batchNorm.js";
import { covarianceMap } from "../../../../src/theory/batchnorm/covarianceMap.js";
import type { BlockEntries, BlockState } from "../../../../src/theory/batchnorm/dynamics/blocks/blockState.js";
import { perronRoot } from "../../../../src/theory/batchnorm/dynamics/blocks/perronRoot.js";
import { blockRoute, sphereRoute } from "../../../../src/theory/batchnorm/dynamics/blocks/selectBlockRoute.js";
import { choleskyFactor } from "../../../../src/theory/batchnorm/dynamics/path/choleskyFactor.js";
import { dense, problemOf } from "./support.js";

const state = (one: number, two: number, between: number, first: number, second: number): BlockState => ({
  sizes: [one, two],
  between,
  within: [one === 1 ? 0 : first, two === 1 ? 0 : second],
});

/** The five entries of a dense image, where they exist. */
function entriesOf(values: readonly (readonly number[])[], [one]: readonly [number, number]): BlockEntries {
  const last = values.length - 1;
  return {
    diagonal: [values[0]![0]!, values[last]![last]!],
    offDiagonal: [one > 1 ? values[0]![1]! : values[0]![0]!, values[last]![last - 1]!],
    between: values[0]![last]!,
  };
}

function largestDifference(a: BlockEntries, b: BlockEntries): number {
  const flat = (x: BlockEntries) => [...x.diagonal, ...x.offDiagonal, x.between];
  return Math.max(...flat(a).map((x, i) => Math.abs(x - flat(b)[i]!)));
}

describe("one layer on block states", () => {
  it("is the dense Laplace covariance for homogeneous activations", () => {
    const spread = fc.double({ min: 0.01, max: 10, noNaN: true });
    fc.assert(
      fc.property(
        fc.constantFrom("relu", "relu(x)^1.5", "leaky_relu(0.3)", "x^2"),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 3, max: 6 }),
        spread,
        spread,
        spread,
        (text, one, two, between, first, second) => {
          const s = state(one, two, between, first, second);
          const { entries } = blockRoute(problemOf(text, one + two), 2).map(s);
          const exact = entriesOf(covarianceMap(text, dense(s)).values, s.sizes);
          // both claim 1e-12 of the largest entry at these condition numbers; entries of x^2 reach B^2 = 121
          expect(largestDifference(exact, entries)).toBeLessThan(1e-11 * Math.max(1, ...exact.diagonal));
        },
      ),
      { numRuns: 15 },
    );
  });

  it.each([
    ["gelu", state(2, 3, 3, 1, 0.2)],
    ["tanh", state(1, 4, 2, 0, 0.5)],
    ["silu", state(3, 3, 3, 1, 0)],
  ])("is the dense Fourier covariance for %s, within the difference of two resolutions", (text, s) => {
    const problem = problemOf(text, s.sizes[0] + s.sizes[1]);
    const [coarse, fine] = [sphereRoute(problem, 1).map(s), sphereRoute(problem, 2).map(s)];
    const own = largestDifference(coarse.entries, fine.entries);
    const { values, error } = covarianceMap(text, dense(s), { method: "fourier" });
    expect(own + error).toBeLessThan(1e-5);
    expect(largestDifference(entriesOf(values, s.sizes), fine.entries)).toBeLessThan(own + error);
  });

  it.each([
    ["x^2", state(4, 6, 3, 1, 0), 1e-9],
    ["x^2", state(3, 7, 3, 1, 0.3), 1e-8],
    ["relu", state(12, 20, 3, 1, 0.3), 1e-6],
    ["relu", state(1, 20, 3, 0, 1), 1e-6],
  ])("two independent routes agree on everything: %s", (text, s, tolerance) => {
    const problem = problemOf(text, s.sizes[0] + s.sizes[1]);
    const [laplace, sphere] = [blockRoute(problem, 2), sphereRoute(problem, 2)];
    expect([laplace.name, sphere.name]).toEqual(["laplace", "sphere quadrature"]);
    const flat = (route: typeof laplace) => {
      const { state: next } = route.map(s);
      return [
        next.between,
        ...next.within,
        ...route.backward(s).flat(),
        ...route.stability(s).modes.map((m) => m.growth),
      ];
    };
    const [a, b] = [flat(laplace), flat(sphere)];
    expect(a.length).toBe(b.length);
    // relative to the largest; kinks cost the sphere its digits
    const scale = Math.max(...a);
    for (const [i, x] of a.entries()) expect(Math.abs(x - b[i]!)).toBeLessThan(tolerance * scale);
  });

  it.each([
    ["gelu", 3, 5, 0],
    ["gelu", 17, 47, 0],
    ["gelu", 4, 15, 0.1],
    ["relu", 4, 6, 0],
    ["relu(x)^1.5", 3, 7, 0],
    ["x^3", 5, 6, 0],
  ])("BSB1 is the state with all eigenvalues alike: %s, %i + %i, epsilon %d", (text, one, two, epsilon) => {
    const network = batchNorm({ activation: text, batch: one + two, epsilon });
    const mu = network.fixedPoint.mu.value;
    const s = state(one, two, mu, mu, mu);
    const known: number[] = [];
    const valuesAt = (level: 1 | 2) => {
      const route = blockRoute(problemOf(text, one + two, epsilon), level);
      const { state: next, entries } = route.map(s);
      const { modes } = route.stability(s);
      const forward = modes.map(({ kind }) => (kind === "parting" ? network.forward.L : network.forward.M)!.value);
      const q = network.fixedPoint.q.value;
      known.splice(0, known.length, mu, mu, mu, q, q, network.rate.value, ...forward);
      const rate = perronRoot(route.backward(s));
      return [next.between, ...next.within, ...entries.diagonal, rate, ...modes.map(({ growth }) => growth)];
    };
    const [coarse, fine] = [valuesAt(1), valuesAt(2)];
    for (const [i, value] of fine.entries()) {
      // the difference of two resolutions is the error that is claimed
      const claimed = Math.abs(value - coarse[i]!) + 5e-9 * Math.max(1, value);
      expect(Math.abs(value - known[i]!)).toBeLessThan(claimed);
      expect(claimed).toBeLessThan(1e-5);
    }
  });
});

/** E[J^T P_b J] by sampling, its coefficients pi_a and their standard errors. */
function sampledBackward(text: string, s: BlockState, samples: number, seed: number) {
  const [one, two] = s.sizes;
  const batch = one + two;
  const { derivative } = activation(text);
  const sigma = Float64Array.from(dense(s).flat());
  const factor = choleskyFactor(sigma, batch);
  const stream = new GaussianStream({ seed, sample: 0, draw: 0 });
  const noise = new Float64Array(batch);
  const unit = (g: readonly [number, number, number]) => dense({ sizes: s.sizes, between: g[0], within: [g[1], g[2]] });
  const projectors = [unit([1, 0, 0]), unit([0, 1, 0]), unit([0, 0, 1])];
  const dimensions = [1, one - 1, two - 1];
  const sums = Array.from({ length: 9 }, () => [0, 0]);
  for (let n = 0; n < samples; n++) {
    stream.fill(noise);
    const y = Array.from({ length: batch }, (_, i) => {
      let sum = 0;
      for (let k = 0; k <= i; k++) sum += factor[i * batch + k]! * noise[k]!;
      return sum;
    });
    const scale = Math.sqrt(y.reduce((sum, x) => sum + x * x, 0) / batch);
    const u = y.map((x) => x / scale);
    const slope = u.map(derivative);
    // J = D (G - u u^T/B)/scale, row i
    const jacobian = u.map((ui, i) =>
      u.map((uj, j) => (slope[i]! * ((i === j ? 1 : 0) - 1 / batch - (ui * uj) / batch)) / scale),
    );
    for (let b = 0; b < 3; b++) {
      const half = projectors[b]!.map((row) =>
        u.map((_, k) => row.reduce((sum, p, i) => sum + p * jacobian[i]![k]!, 0)),
      );
      for (let a = 0; a < 3; a++) {
        // tr(P_a J^T P_b J)
        let trace = 0;
        for (let k = 0; k < batch; k++)
          for (let l = 0; l < batch; l++) {
            let product = 0;
            for (let i = 0; i < batch; i++) product += jacobian[i]![k]! * half[i]![l]!;
            trace += projectors[a]![k]![l]! * product;
          }
        const value = trace / dimensions[a]!;
        sums[3 * a + b]![0]! += value;
        sums[3 * a + b]![1]! += value * value;
      }
    }
  }
  return sums.map(([x, xx]) => {
    const mean = x! / samples;
    return { mean, error: Math.sqrt(Math.max(0, xx! / samples - mean * mean) / samples) };
  });
}

it("the backward operator is what sampled Jacobians give, within 4.5 standard errors (18 numbers: alpha 1e-4)", () => {
  for (const [text, s] of [
    ["gelu", state(4, 5, 3, 1, 0.3)],
    ["relu", state(5, 4, 2, 0.5, 1)],
  ] as const) {
    const exact = blockRoute(problemOf(text, 9), 1).backward(s).flat();
    const sampled = sampledBackward(text, s, 6000, 11);
    exact.forEach((value, i) => {
      const { mean, error } = sampled[i]!;
      expect(error).toBeLessThan(0.1 * Math.max(...exact)); // else the test has no power
      expect(Math.abs(value - mean)).toBeLessThan(4.5 * error);
    });
  }
});

import { describe, expect, it } from "vitest";
import { GaussianStream } from "../../../src/numeric/random/gaussianStream.js";
import { plainBackend } from "../../../src/simulation/kernels/plain/plainBackend.js";
import { wasmBackend } from "../../../src/simulation/kernels/wasm/wasmBackend.js";
import { columnsOf, type NetworkOptions, validNetwork } from "../../../src/simulation/network.js";
import { exactSampler } from "../../../src/simulation/sampler/exact.js";
import { jacobianEstimate } from "../../../src/simulation/sampler/jacobianEstimate.js";
import { naiveSampler } from "../../../src/simulation/sampler/naive.js";
import { naiveBatchNorm, naiveJacobian } from "../../../src/simulation/sampler/naiveBatchNorm.js";
import { naiveJacobianEstimate } from "../../../src/simulation/sampler/naiveJacobianEstimate.js";
import { naivePass } from "../../../src/simulation/sampler/naivePass.js";
import { over, type Rows, table, times, transpose } from "../../../src/simulation/sampler/rows.js";
import { relativeError } from "../../support/errors.js";
import { relu, tanh } from "../activations.js";

const small: NetworkOptions = { activation: tanh, width: 12, batch: 4, depth: 2, beta: 0.3 };

/** The mean of <Pi, mean J^T Pi J>/<Pi, Pi> over an orthonormal basis of M, by Gram and Schmidt. */
function traceOnM(neurons: readonly Rows[]): number {
  const size = neurons[0]!.length;
  const inner = (a: Rows, b: Rows) => a.reduce((s, row, i) => s + row.reduce((t, x, j) => t + x * b[i]![j]!, 0), 0);
  const square = (entry: (i: number, j: number) => number) =>
    Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => entry(i, j)));
  const basis: Rows[] = [];
  // (e_a - e_b)(e_c - e_d)^T made symmetric: zero row sums, zero diagonal
  const axis = (i: number, a: number, b: number) => Number(i === a) - Number(i === b);
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) {
      for (let c = 0; c < size; c++) {
        for (let d = 0; d < size; d++) {
          if (new Set([a, b, c, d]).size < 4) continue;
          let pi: Rows = square((i, j) => axis(i, a, b) * axis(j, c, d) + axis(j, a, b) * axis(i, c, d));
          for (const known of basis) {
            const share = inner(known, pi);
            pi = pi.map((row, i) => row.map((x, j) => x - share * known[i]![j]!));
          }
          const norm = Math.sqrt(inner(pi, pi));
          if (norm > 1e-6) basis.push(over(pi, norm));
        }
      }
    }
  }
  expect(basis.length).toBe((size * (size - 3)) / 2);
  let total = 0;
  for (const j of neurons) {
    for (const pi of basis) total += inner(pi, times(transpose(j), times(pi, j))) / neurons.length;
  }
  return total / basis.length;
}

describe("Jacobian estimates", () => {
  // The same preactivations, three algebras: three vectors a neuron, explicit Jacobians, and a basis of M. Rounding
  // only: 1e-12.
  it.each([2, 3, 4, 7])("are the traces of T with explicit Jacobians over all batches, B = %i", async (batch) => {
    for (const centred of [true, false]) {
      const network = validNetwork({ ...small, batch, batches: 2, epsilon: 0.05, gamma: 1.4, centred });
      const columns = columnsOf(network);
      const kernels = await plainBackend.open({ ...network, columns });
      const h = kernels.allocate();
      const data = new GaussianStream({ seed: 5, sample: 0, draw: 0 }).fill(new Float64Array(columns * network.width));
      await kernels.write(h, data);
      const got = await jacobianEstimate(kernels, [h], network);
      const neurons = Array.from({ length: 2 * network.width }, (_, k) => {
        const [n, first] = [k % network.width, k < network.width ? 0 : batch];
        const row = Array.from({ length: batch }, (_, c) => data[(first + c) * network.width + n]!);
        return naiveJacobian(naiveBatchNorm(row, network), centred);
      });
      const want = naiveJacobianEstimate([neurons]);
      for (const space of ["G", "L", "M"] as const) {
        expect(got[space].length).toBe(want[space].length);
        for (const [i, value] of want[space].entries())
          expect(relativeError(got[space][i]!, value)).toBeLessThan(1e-12);
      }
      if (batch >= 4) expect(relativeError(got.M[0]!, traceOnM(neurons))).toBeLessThan(1e-12);
    }
  });

  it("take explicit Jacobians that are derivatives, by central differences", () => {
    const network = validNetwork({ ...small, batch: 5, epsilon: 0.2, gamma: 0.7 });
    const h = [0.3, -1.2, 0.8, 2.1, -0.4];
    for (const centred of [true, false]) {
      const jacobian = naiveJacobian(naiveBatchNorm(h, { ...network, centred }), centred);
      for (let j = 0; j < 5; j++) {
        const at = (step: number) =>
          naiveBatchNorm(
            h.map((x, k) => (k === j ? x + step : x)),
            { ...network, centred },
          ).value;
        const [above, below] = [at(1e-5), at(-1e-5)];
        // h^2 f'''/6 and rounding: 1e-10 each
        for (let i = 0; i < 5; i++)
          expect(Math.abs((above[i]! - below[i]!) / 2e-5 - jacobian[i]![j]!)).toBeLessThan(1e-8);
      }
    }
  });
});

describe("the naive sampler", () => {
  it.each([
    ["plain", {}],
    ["residual", { residual: true }],
    ["not centred, two batches", { centred: false, batches: 2, batch: 3 }],
  ])("has gradients that are derivatives of the loss, by central differences: %s", (_, options) => {
    const network = validNetwork({ ...small, width: 5, depth: 3, epsilon: 0.1, gamma: 1.2, ...options });
    const { width, depth } = network;
    const stream = new GaussianStream({ seed: 1, sample: 0, draw: 0 });
    const draw = (columns: number) => table(width, columns, () => stream.next());
    const weights = Array.from({ length: depth }, () => over(draw(width), Math.sqrt(width)));
    const input = draw(columnsOf(network));
    const top = draw(columnsOf(network));
    const loss = (w: readonly Rows[], h: Rows) => {
      const x = naivePass(network, w, h, top).x[depth]!;
      return x.reduce((sum, row, n) => sum + row.reduce((s, value, c) => s + value * top[n]![c]!, 0), 0);
    };
    const moved = (a: Rows, i: number, j: number, step: number) =>
      a.map((row, n) => row.map((value, c) => (n === i && c === j ? value + step : value)));
    const { scales, gradients, weightGradients } = naivePass(network, weights, input, top);
    const slope = (f: (step: number) => number) => (f(1e-5) - f(-1e-5)) / 2e-5;
    // the step squared times a third derivative, and rounding over the step: each about 1e-10
    const near = (got: number, want: number) =>
      expect(Math.abs(got - want)).toBeLessThan(1e-7 * Math.max(1, Math.abs(want)));
    for (let i = 0; i < width; i++) {
      for (let j = 0; j < 3; j++) {
        const bottom = slope((step) => loss(weights, moved(input, i, j, step)));
        near(Math.exp(scales[0]!) * gradients[0]![i]![j]!, bottom);
        for (let l = 0; l < depth; l++) {
          const at = (step: number) => weights.map((w, k) => (k === l ? moved(w, i, j, step) : w));
          const weight = slope((step) => loss(at(step), input));
          near(Math.exp(scales[l + 1]!) * weightGradients[l]![i]![j]!, weight);
        }
      }
    }
  });

  it("refuses widths whose weights would not fit", async () => {
    const network = validNetwork({ ...small, width: 20_000 });
    await expect(naiveSampler(network, plainBackend)).rejects.toThrow(/width\^2 x depth/);
  });
});

describe("the exact sampler", () => {
  it("records what it is asked for, and no more", async () => {
    const network = validNetwork(small);
    const plain = await (await exactSampler(network, plainBackend)).sample(1, 0);
    expect(Object.keys(plain).sort()).toEqual(["index", "logGradient", "logWeightGradient"]);
    const full = { covariance: true, gradientCovariance: true, jacobian: true };
    const all = await (await exactSampler(network, plainBackend, full)).sample(1, 0);
    expect(all.logGradient).toEqual(plain.logGradient);
    expect(all.covariance!.length).toBe(3);
    for (const matrix of all.gradientCovariance!) {
      expect(Math.abs(matrix.reduce((sum, x, k) => sum + (k % 5 === 0 ? x : 0), 0) - 1)).toBeLessThan(1e-14);
    }
  });

  it("draws the same network whatever it drew before", async () => {
    const network = validNetwork({ ...small, residual: true, batches: 2 });
    const recording = { covariance: true, gradientCovariance: true, jacobian: true };
    const once = await (await exactSampler(network, wasmBackend, recording)).sample(9, 5);
    const used = await exactSampler(network, wasmBackend, recording);
    await used.sample(9, 4);
    await used.sample(2, 5);
    expect(await used.sample(9, 5)).toEqual(once);
  });

  it("agrees with itself on the other backend to rounding", async () => {
    const network = validNetwork({ ...small, width: 100, depth: 5 });
    const [one, other] = await Promise.all(
      [plainBackend, wasmBackend].map(async (backend) => (await exactSampler(network, backend)).sample(1, 0)),
    );
    for (const [l, value] of one!.logGradient.entries()) {
      expect(Math.abs(other!.logGradient[l]! - value)).toBeLessThan(1e-10);
    }
  });

  it("gives a deeper network the same lower layers", async () => {
    const [short, long] = await Promise.all(
      [2, 4].map(async (depth) => {
        const sampler = await exactSampler(validNetwork({ ...small, depth }), plainBackend, { covariance: true });
        return sampler.sample(1, 3);
      }),
    );
    expect(long!.covariance!.slice(0, 3)).toEqual(short!.covariance);
  });

  it("neither overflows nor underflows in ten thousand layers", async () => {
    const grows = validNetwork({ activation: relu, width: 64, batch: 4, depth: 10_000 });
    const { logGradient } = await (await exactSampler(grows, wasmBackend)).sample(1, 0);
    expect(logGradient.every(Number.isFinite)).toBe(true);
    // e^709 is the largest double
    expect(logGradient[0]! - logGradient[10_000]!).toBeGreaterThan(1500);
  });

  it("has no gradient at all in centred batches of two, nor has the naive one", async () => {
    const network = validNetwork({ activation: relu, width: 16, batch: 2, depth: 3 });
    const exact = await (await exactSampler(network, plainBackend, { gradientCovariance: true })).sample(1, 0);
    expect(new Set([...exact.logGradient, ...exact.logWeightGradient])).toEqual(new Set([-Infinity]));
    expect(exact.gradientCovariance!.every((matrix) => matrix.every((x) => x === 0))).toBe(true);
    const naive = await (await naiveSampler(network, plainBackend)).sample(1, 0);
    expect(new Set([...naive.logGradient, ...naive.logWeightGradient])).toEqual(new Set([-Infinity]));
    const kept = validNetwork({ ...network, epsilon: 0.1 });
    expect((await (await exactSampler(kept, plainBackend)).sample(1, 0)).logGradient.every(Number.isFinite)).toBe(true);
  });

  it("has no weight gradient where D and X are orthogonal: one neuron, whose scale batch norm takes away", async () => {
    const network = validNetwork({ ...small, width: 1 });
    const exact = await (await exactSampler(network, wasmBackend)).sample(1, 0);
    expect(exact.logWeightGradient).toEqual([-Infinity, -Infinity]);
    expect(exact.logGradient.every(Number.isFinite)).toBe(true);
    const naive = await (await naiveSampler(network, plainBackend)).sample(1, 0);
    expect(naive.logWeightGradient).toEqual([-Infinity, -Infinity]);
  });
});

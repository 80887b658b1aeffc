import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isTheoryError } from "../../../src/errors.js";
import { wasmBackend } from "../../../src/simulation/kernels/wasm/wasmBackend.js";
import { type NetworkOptions, validNetwork } from "../../../src/simulation/network.js";
import type { Sample } from "../../../src/simulation/sample.js";
import { exactSampler } from "../../../src/simulation/sampler/exact.js";
import { identity, relu, tanh } from "../activations.js";

/** A covariance of any rank, 0 too, from small whole numbers. */
const covariance = (size: number) =>
  fc
    .integer({ min: 1, max: size })
    .chain((rank) =>
      fc.array(fc.array(fc.integer({ min: -2, max: 2 }), { minLength: rank, maxLength: rank }), {
        minLength: size,
        maxLength: size,
      }),
    )
    .map((factor) => factor.map((a) => factor.map((b) => a.reduce((sum, x, k) => sum + x * b[k]!, 0))));

const networks = fc
  .record({ batch: fc.integer({ min: 2, max: 5 }), batches: fc.integer({ min: 1, max: 2 }) })
  .chain(({ batch, batches }) =>
    fc.record({
      batch: fc.constant(batch),
      batches: fc.constant(batches),
      activation: fc.constantFrom(relu, tanh, identity),
      width: fc.integer({ min: 1, max: 7 }),
      depth: fc.integer({ min: 1, max: 4 }),
      epsilon: fc.constantFrom(0, 1e-5, 1, 1e12),
      gamma: fc.constantFrom(1, -0.5, 1e3),
      beta: fc.constantFrom(0, 1, -3),
      weightVariance: fc.constantFrom(1, 1e-6, 1e6),
      centred: fc.boolean(),
      residual: fc.boolean(),
      input: covariance(batch * batches),
      topGradient: covariance(batch * batches),
    }),
  );

const numbersOf = ({ logGradient, logWeightGradient, covariance: x, gradientCovariance, jacobian }: Sample) => [
  ...logGradient,
  ...logWeightGradient,
  ...[...(x ?? []), ...(gradientCovariance ?? [])].flatMap((matrix) => [...matrix]),
  ...(jacobian ? [...jacobian.G, ...jacobian.L, ...jacobian.M] : []),
];

async function draw(options: NetworkOptions) {
  try {
    const recording = { covariance: true, gradientCovariance: true, jacobian: true };
    const sampler = await exactSampler(validNetwork(options), wasmBackend, recording);
    const sample = await sampler.sample(1, 2);
    sampler.close();
    if (sample.collapsed === undefined && sample.overflowed === undefined) expect(sample.jacobian).toBeDefined();
    return numbersOf(sample);
  } catch (error) {
    if (!isTheoryError(error)) throw error;
    return null;
  }
}

describe("any network", () => {
  it("gives numbers or a TheoryError, never NaN", async () => {
    await fc.assert(
      fc.asyncProperty(networks, async (options) => {
        const numbers = await draw(options);
        for (const x of numbers ?? [])
          expect(x === Number.NEGATIVE_INFINITY || Number.isFinite(x), String(x)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it("is whole where epsilon keeps batches apart from 0/0", async () => {
    await fc.assert(
      fc.asyncProperty(networks, async (options) => {
        const numbers = await draw({ ...options, epsilon: 0.1 });
        // more than the norms
        expect(numbers!.length).toBeGreaterThan(2 * options.depth + 1);
      }),
      { numRuns: 50 },
    );
  });
});

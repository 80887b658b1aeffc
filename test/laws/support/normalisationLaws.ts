/** Batch norm and the activation: forward, and backward in three ways. */
import { identity, relu } from "./activations.js";
import * as reference from "./kernelReference.js";
import { assert, assertSame } from "./law.js";
import { given, type LawHarness, plainOptions } from "./lawHarness.js";

export function normalisationLaws({ backend, unitRoundoff, law, forAll, agrees }: LawHarness): void {
  law(
    "bnForward",
    "gives phi(gamma z + beta) and keeps H",
    forAll(async (kernels, numbers) => {
      const [source, h] = await given(kernels, numbers(0));
      const [target] = await given(kernels, numbers(1));
      await kernels.bnForward(source, target);
      agrees(await kernels.read(target), reference.bnForward(h, kernels.options));
      assertSame(await kernels.read(source), h, "H");
    }),
  );

  law(
    "bnBackward",
    "is the transposed dense Jacobian times D, and keeps H",
    forAll(async (kernels, numbers) => {
      const [source, h] = await given(kernels, numbers(0));
      const [gradient, d] = await given(kernels, numbers(1));
      await kernels.bnBackward(source, gradient);
      agrees(await kernels.read(gradient), reference.bnBackward(h, d, kernels.options, unitRoundoff));
      assertSame(await kernels.read(source), h, "H");
    }),
  );

  law(
    "finite differences",
    "of phi(gamma z + beta) give bnBackward",
    forAll(async (kernels, numbers) => {
      const { gamma, beta, activation } = kernels.options;
      if (activation === relu) return;
      const [source, h] = await given(kernels, numbers(0));
      const [gradient, d] = await given(kernels, numbers(1));
      await kernels.bnBackward(source, gradient);
      const got = await kernels.read(gradient);
      const { roundings } = reference.bnBackward(h, d, kernels.options, unitRoundoff);
      for (const row of reference.rows(h, kernels.options)) {
        const step = 1e-4 / row.scale;
        const size = Math.max(...row.at.map((place) => Math.abs(d[place]!))) * row.at.length;
        const loss = (values: readonly number[]) =>
          reference
            .normalise(values, kernels.options)
            .z.reduce((sum, z, c) => sum + d[row.at[c]!]! * activation.value(gamma * z + beta), 0);
        for (const [b, place] of row.at.entries()) {
          const moved = (by: number) => loss(row.h.map((value, c) => (c === b ? value + by : value)));
          const difference = (moved(step) - moved(-step)) / (2 * step);
          // truncation: step^2 times third derivatives, gamma^3 at most 16; rounding of h against the step
          const truncation = 1e-6 * size * row.scale + 2 ** -53 * 1e4 * size * row.scale * row.blur * 3;
          const allowed = truncation + unitRoundoff * roundings[place]!;
          const error = Math.abs(got[place]! - difference);
          assert(error <= allowed, `entry ${place}: ${got[place]} for ${difference}, allowed ${allowed}`);
        }
      }
    }),
  );

  law("constant rows", "have z = 0 and no gradient without epsilon, whatever their value", async () => {
    for (const centred of [true, false]) {
      for (const epsilon of [0, 0.25]) {
        const options = { ...plainOptions, centred, epsilon, gamma: 2, beta: 0.7, activation: identity };
        const kernels = await backend.open(options);
        const constants = centred ? [0, 0.1, -3.3, 1e8, 7] : [0, 0, 0, 0, 0];
        const [h] = await given(
          kernels,
          Float64Array.from({ length: 15 }, (_, i) => constants[i % 5]!),
        );
        const [x] = await given(kernels, new Float64Array(15));
        const [d] = await given(
          kernels,
          Float64Array.from({ length: 15 }, (_, i) => [1, -2, 4][Math.floor(i / 5)]!),
        );
        await kernels.bnForward(h, x);
        await kernels.bnBackward(h, d);
        for (const value of await kernels.read(x))
          assert(Math.abs(value - 0.7) <= unitRoundoff, `${value} for beta = 0.7`);
        // with epsilon: e = 2 D, dH = (e - mean(e)) / sqrt(epsilon)
        const expected = [1, -2, 4].map((value) => (epsilon === 0 ? 0 : 4 * (value - (centred ? 1 : 0))));
        const got = await kernels.read(d);
        for (let i = 0; i < 15; i++) {
          const want = expected[Math.floor(i / 5)]!;
          assert(Math.abs(got[i]! - want) <= 100 * unitRoundoff, `entry ${i}: ${got[i]} for ${want}`);
        }
        kernels.close();
      }
    }
  });
}

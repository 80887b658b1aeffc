/** What the laws of the kernels share: random cases and comparison with the reference. */
import fc from "fast-check";
import { GaussianStream } from "../../../src/numeric/random/gaussianStream.js";
import type { Backend, Block, KernelOptions, Kernels } from "../../../src/simulation/kernels/kernels.js";
import { activations, cosine, relu, tanh } from "./activations.js";
import type { Expected } from "./kernelReference.js";
import { assert, type Law } from "./law.js";

export type KernelLaw =
  | "blocks"
  | "fill"
  | "syrk"
  | "gemmTN"
  | "mulTri"
  | "addXM"
  | "bnForward"
  | "bnBackward"
  | "finite differences"
  | "constant rows"
  | "operations"
  | "padding"
  | "refusals";

export interface KernelLawOptions {
  /** Random cases a law. Default 40. */
  readonly runs?: number;
}

export const plainOptions: KernelOptions = {
  width: 5,
  columns: 3,
  batch: 3,
  epsilon: 0,
  gamma: 1,
  beta: 0,
  centred: true,
  activation: relu,
};

const anyOptions: fc.Arbitrary<KernelOptions> = fc
  .record({
    width: fc.integer({ min: 1, max: 70 }),
    batch: fc.integer({ min: 2, max: 9 }),
    batches: fc.integer({ min: 1, max: 3 }),
    epsilon: fc.constantFrom(0, 1e-5, 0.5),
    gamma: fc.constantFrom(1, -0.7, 2.5),
    beta: fc.constantFrom(0, 0.3, -1.2),
    centred: fc.boolean(),
    activation: fc.constantFrom(...activations),
  })
  .map(({ batches, ...options }) => ({ ...options, columns: batches * options.batch }));

const anyCase = fc.tuple(anyOptions, fc.nat(2 ** 31));

/** Wide enough for several panels of any size that a backend would choose, and batches beyond a tile. */
const large: [KernelOptions, number][] = [
  [{ ...plainOptions, width: 613, batch: 13, columns: 39, epsilon: 1e-3, beta: 0.3, activation: tanh }, 1],
  [{ ...plainOptions, width: 1031, batch: 2, columns: 2, gamma: 2, centred: false, activation: cosine }, 2],
  [{ ...plainOptions, width: 3, batch: 150, columns: 150 }, 3],
];

/** Numbers of sizes and offsets that differ from column to column. */
function random(seed: number, draw: number, length: number): Float64Array {
  const stream = new GaussianStream({ seed, sample: 0, draw });
  return stream.fill(new Float64Array(length)).map((x, i) => 0.3 * ((i % 7) - 2) + x);
}

/** A block that holds numbers, and the numbers as the backend rounds them. */
export async function given(kernels: Kernels, data: Float64Array): Promise<[Block, Float64Array]> {
  const block = kernels.allocate();
  await kernels.write(block, data);
  return [block, await kernels.read(block)];
}

/** A test on one opened backend; `random(draw)` gives N x C numbers. */
export type KernelCheck = (kernels: Kernels, random: (draw: number) => Float64Array) => Promise<void>;

export type LawHarness = ReturnType<typeof lawHarness>;

export function lawHarness(backend: Backend, { runs = 40 }: KernelLawOptions) {
  const { unitRoundoff } = backend;

  const laws: Law[] = [];
  const law = (name: KernelLaw, title: string, check: () => Promise<void>) => {
    laws.push({ name, title: `${name}: ${title}`, check });
  };

  /** Runs a check on random cases and on the large ones. */
  const forAll = (check: KernelCheck) => async () => {
    await fc.assert(
      fc.asyncProperty(anyCase, async ([options, seed]) => {
        const kernels = await backend.open(options);
        await check(kernels, (draw) => random(seed, draw, options.width * options.columns));
        kernels.close();
      }),
      { numRuns: runs, examples: large.map((example) => [example]) },
    );
  };

  function agrees(got: Float64Array, { value, roundings }: Expected): void {
    assert(got.length === value.length, `${got.length} numbers for ${value.length}`);
    for (let i = 0; i < value.length; i++) {
      const allowed = unitRoundoff * roundings[i]!;
      // a NaN fails: no comparison holds for it
      assert(Math.abs(got[i]! - value[i]!) <= allowed, `entry ${i}: ${got[i]} for ${value[i]}, allowed ${allowed}`);
    }
  }

  return { backend, unitRoundoff, laws, law, forAll, agrees };
}

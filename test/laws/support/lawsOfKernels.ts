/** What every backend must do, each kernel against naive loops, at sizes that fill no panel, tile or vector. */
import { TheoryError } from "../../../src/errors.js";
import { GaussianStream } from "../../../src/numeric/random/gaussianStream.js";
import type { Backend, KernelOptions } from "../../../src/simulation/kernels/kernels.js";
import * as reference from "./kernelReference.js";
import { assert, assertSame, type Law } from "./law.js";
import { given, type KernelLawOptions, type LawHarness, lawHarness, plainOptions } from "./lawHarness.js";
import { normalisationLaws } from "./normalisationLaws.js";
import { operationLaws } from "./operationLaws.js";

/** The list for one backend. */
export function lawsOfKernels(backend: Backend, options: KernelLawOptions = {}): readonly Law[] {
  const harness = lawHarness(backend, options);
  blockLaws(harness);
  productLaws(harness);
  normalisationLaws(harness);
  operationLaws(harness);
  boundaryLaws(harness);
  return harness.laws;
}

function blockLaws({ unitRoundoff, law, forAll, agrees }: LawHarness): void {
  law(
    "blocks",
    "hold what is written, are copied, and never overlap, also when they are used again",
    forAll(async (kernels, numbers) => {
      const { width, columns } = kernels.options;
      const single = (x: number) => (unitRoundoff > 2 ** -53 ? Math.fround(x) : x);
      const data = [0, 1, 2, 3].map((draw) => numbers(draw).map(single));
      const [a, b, c] = [kernels.allocate(), kernels.allocate(), kernels.allocate()];
      assertSame([a.width, a.columns], [width, columns], "the shape");
      await kernels.write(a, data[0]!);
      await kernels.write(b, data[1]!);
      await kernels.copy(a, c);
      await kernels.write(a, data[2]!);
      kernels.release(b);
      const again = kernels.allocate();
      const more = kernels.allocate();
      await kernels.write(again, data[1]!);
      await kernels.write(more, data[3]!);
      assertSame(await kernels.read(a), data[2]!, "a");
      assertSame(await kernels.read(c), data[0]!, "c");
      assertSame(await kernels.read(again), data[1]!, "again");
      assertSame(await kernels.read(more), data[3]!, "more");
    }),
  );

  law(
    "fill",
    "draws the numbers of the key's stream, column after column",
    forAll(async (kernels, numbers) => {
      const seed = Math.floor(Math.abs(numbers(0)[0]!) * 1e6);
      const key = { seed, sample: 3, draw: 9 };
      const block = kernels.allocate();
      await kernels.fill(block, key);
      const first = await kernels.read(block);
      const expected = new GaussianStream(key).fill(new Float64Array(first.length));
      if (unitRoundoff === 2 ** -53) assertSame(first, expected, "the Gaussians");
      agrees(first, { value: expected, roundings: expected.map(Math.abs) });
      for (const other of [{ seed: seed + 1 }, { sample: 4 }, { draw: 8 }]) {
        await kernels.fill(block, { ...key, ...other });
        const changed = await kernels.read(block);
        // single precision may repeat a number by chance
        const repeated = changed.filter((x, i) => x === first[i]).length;
        assert(repeated <= changed.length / 50, `${repeated} of ${changed.length} numbers do not change with the key`);
      }
      await kernels.fill(block, key);
      assertSame(await kernels.read(block), first, "block");
    }),
  );
}

const square = (data: Float64Array, columns: number) => {
  const out = new Float64Array(columns * columns);
  for (let i = 0; i < out.length; i++) out[i] = data[(7 * i) % data.length]!;
  return out;
};

function productLaws({ law, forAll, agrees }: LawHarness): void {
  law(
    "syrk",
    "gives X^T X / N, symmetric to the last bit",
    forAll(async (kernels, numbers) => {
      const { width, columns } = kernels.options;
      const [block, x] = await given(kernels, numbers(0));
      const out = await kernels.syrk(block);
      agrees(out, reference.gemmTN(x, x, width));
      for (let a = 0; a < columns; a++) {
        for (let b = 0; b < a; b++) assertSame([out[a * columns + b]!], [out[b * columns + a]!], `(${a}, ${b})`);
      }
      assertSame(await kernels.read(block), x, "block");
    }),
  );

  law(
    "gemmTN",
    "gives X^T Y / N",
    forAll(async (kernels, numbers) => {
      const [left, x] = await given(kernels, numbers(0));
      const [right, y] = await given(kernels, numbers(1));
      agrees(await kernels.gemmTN(left, right), reference.gemmTN(x, y, kernels.options.width));
    }),
  );

  law(
    "mulTri",
    "gives G L^T in place, and reads the lower triangle only",
    forAll(async (kernels, numbers) => {
      const { width, columns } = kernels.options;
      const [block, g] = await given(kernels, numbers(0));
      const full = square(numbers(1), columns);
      const lower = full.map((entry, i) => (i % columns > Math.floor(i / columns) ? 0 : entry));
      await kernels.mulTri(block, full);
      agrees(await kernels.read(block), reference.mulTri(g, lower, width));
    }),
  );

  law(
    "addXM",
    "adds X M to Y and keeps X",
    forAll(async (kernels, numbers) => {
      const { width, columns } = kernels.options;
      const [target, y] = await given(kernels, numbers(0));
      const [source, x] = await given(kernels, numbers(1));
      const m = square(numbers(2), columns);
      await kernels.addXM(target, source, m);
      agrees(await kernels.read(target), reference.addXM(y, x, m, width));
      assertSame(await kernels.read(source), x, "source");
    }),
  );
}

function boundaryLaws({ backend, law, forAll, agrees }: LawHarness): void {
  law(
    "padding",
    "never leaks: what the activation gives beyond the width reaches no sum",
    forAll(async (kernels, numbers) => {
      const { width } = kernels.options;
      const [h] = await given(kernels, numbers(0));
      const [x] = await given(kernels, numbers(1));
      await kernels.bnForward(h, x);
      const forward = await kernels.read(x);
      agrees(await kernels.syrk(x), reference.gemmTN(forward, forward, width));
      await kernels.bnBackward(h, x);
      kernels.release(h);
      const again = kernels.allocate();
      await kernels.fill(again, { seed: 1, sample: 1, draw: 1 });
      const [gaussians, backward] = [await kernels.read(again), await kernels.read(x)];
      agrees(await kernels.gemmTN(again, x), reference.gemmTN(gaussians, backward, width));
    }),
  );

  law("refusals", "name the option that is outside its domain", async () => {
    const wrong: [keyof KernelOptions, number][] = [
      ["width", 0],
      ["width", 2.5],
      ["batch", 0],
      ["columns", 4],
      ["epsilon", -1],
      ["gamma", Number.NaN],
      ["beta", Infinity],
    ];
    for (const [parameter, value] of wrong) {
      const attempt = (async () => backend.open({ ...plainOptions, [parameter]: value }))();
      const error = await attempt.then(
        () => undefined,
        (reason: unknown) => reason,
      );
      const named = error instanceof TheoryError ? error.details.parameter : error;
      assert(named === parameter, `${parameter} = ${value} is refused with ${String(named)}`);
    }
  });
}

import { describe, expect, it } from "vitest";
import {
  type Architecture,
  convolutional5,
  resNet34,
  resNet110,
} from "../../../../src/simulation/gating/convolutional/architecture.js";
import { ConvolutionalTrainer } from "../../../../src/simulation/gating/convolutional/convolutionalTrainer.js";
import { multiplyAdds } from "../../../../src/simulation/gating/convolutional/multiplyAdds.js";
import type { ConvolutionKernels } from "../../../../src/simulation/gating/convolutional/numbers.js";
import { plainKernels } from "../../../../src/simulation/gating/convolutional/plainKernels.js";
import { trainConvolutional } from "../../../../src/simulation/gating/convolutional/trainConvolutional.js";
import { adamOf } from "../../../../src/simulation/gating/trainer.js";
import { samplesFor } from "../randomProblems.js";

const models = ["relu", "dlgn", "dlgn-pwc", "dln"] as const;
const tiny: Architecture = {
  name: "tiny",
  layers: [
    { kind: "convolution", filters: 3, stride: 1 },
    { kind: "residual", filters: 3, stride: 1 },
    { kind: "residual", filters: 4, stride: 2 },
  ],
  dense: [5],
  normalised: true,
};
const image = { channels: 2, height: 5, width: 4 };
const batch = {
  inputs: samplesFor({ inputs: 40, outputs: 3, loss: "mse" }, 6, 1).inputs,
  labels: Uint8Array.from([0, 1, 2, 2, 1, 0]),
};

const trainerOf = (model: (typeof models)[number], architecture: Architecture, rate: number, kernels = plainKernels) =>
  new ConvolutionalTrainer(kernels, {
    model: { architecture, model, beta: 2, outputs: 3 },
    ...{ image, seed: 1, adam: adamOf({ adam: { rate } }) },
  });

describe.each(models)("a convolutional %s", (model) => {
  it.each([true, false])("has the gradient of its loss by central differences, normalised: %s", (normalised) => {
    const trainer = trainerOf(model, { ...tiny, normalised }, 1e-300);
    // so small a rate leaves the weights as they are, and the gradients in their places
    const { loss, accuracy } = trainer.step(batch)!;
    expect(trainer.measure(batch).loss).toBeCloseTo(loss, 12);
    expect(trainer.measure(batch).accuracy).toBe(accuracy);
    const { all } = trainer.parameters;
    const slopes = all.map(({ gradient }) => [...gradient]);
    let moving = 0;
    for (const [k, { values }] of all.entries()) {
      const i = (7 * k) % values.length;
      const at = values[i]!;
      const [above, below] = [at + 1e-5, at - 1e-5].map((value) => {
        values[i] = value;
        return trainer.measure(batch).loss;
      });
      values[i] = at;
      expect(slopes[k]![i]).toBeCloseTo((above! - below!) / 2e-5, 6);
      moving += Number(Math.abs(slopes[k]![i]!) > 1e-4);
    }
    // a bias before a normalisation, and dead units, have none
    expect(moving).toBeGreaterThan(all.length / 3);
  });

  it("needs as many multiply-adds as it is said to", () => {
    let counted = 0;
    const counting: ConvolutionKernels = {
      zeros: plainKernels.zeros,
      addProduct: ({ rows, columns, inner }) => {
        counted += rows * columns * inner;
      },
    };
    const trainer = trainerOf(model, tiny, 0.01, counting);
    trainer.measure(batch);
    const cost = multiplyAdds({ architecture: tiny, model, beta: 2, outputs: 3 }, image);
    expect(counted).toBe(6 * cost.forward);
    counted = 0;
    trainer.step(batch);
    expect(counted).toBe(6 * cost.step);
  });
});

describe("the architectures", () => {
  it("have the multiply-adds that are known for images of 3 x 32 x 32", () => {
    const cifar = { channels: 3, height: 32, width: 32 };
    const million = (architecture: Architecture, model: "relu" | "dlgn") =>
      multiplyAdds({ architecture, model, beta: 4, outputs: 10 }, cifar).forward / 1e6;
    // 26 3 9 1024 + 4 26^2 9 1024 + 26 64 + 640
    expect(million(convolutional5, "relu")).toBeCloseTo((718_848 + 24_920_064 + 1664 + 640) / 1e6, 9);
    // published: 0.25 and 1.16 billion
    expect(million(resNet110, "relu")).toBeCloseTo(253, 0);
    expect(million(resNet34, "relu")).toBeCloseTo(1159, 0);
    expect(million(resNet34, "dlgn") / million(resNet34, "relu")).toBeCloseTo(2, 3);
  });
});

describe("trainConvolutional", () => {
  const settings = {
    ...{ architecture: { ...tiny, layers: tiny.layers.slice(0, 1), normalised: false }, model: "dlgn" as const },
    ...{ beta: 4, image: { channels: 1, height: 4, width: 4 }, outputs: 2, rate: 0.01, batch: 16, epochs: 15 },
  };
  // the label is whether the sum of the pixels is positive
  const images = (count: number, seed: number) => {
    const { inputs } = samplesFor({ inputs: 16, outputs: 1, loss: "mse" }, count, seed);
    const sum = (s: number) => inputs.subarray(16 * s, 16 * s + 16).reduce((total, x) => total + x, 0);
    return { inputs, labels: Uint8Array.from({ length: count }, (_, s) => Number(sum(s) > 0)) };
  };
  const data = { training: images(160, 1), evaluation: images(80, 2) };

  it("learns what an average tells, the same each time, and nearly the same in double precision", async () => {
    const run = await trainConvolutional(settings, data, { seed: 1 });
    expect(run.records.at(-1)!.evaluation!.accuracy).toBeGreaterThan(0.9);
    expect(run.records[0]!.training).toBeNull();
    expect(await trainConvolutional(settings, data, { seed: 1 })).toEqual(run);
    const short = { ...settings, epochs: 1 };
    const [single, double] = [
      await trainConvolutional(short, data, { seed: 1 }),
      await trainConvolutional(short, data, { seed: 1, kernels: "plain" }),
    ];
    expect(single.records[1]!.training!.loss).toBeCloseTo(double.records[1]!.training!.loss, 4);
    // of 160 images; one of them may be at the boundary
    const rights = [single, double].map(({ records }) => Math.round(160 * records[1]!.training!.accuracy!));
    expect(Math.abs(rights[0]! - rights[1]!)).toBeLessThanOrEqual(1);
  });

  it("ends early after an abort, and where the loss leaves all bounds", async () => {
    const signal = { aborted: false };
    const onProgress = (done: number) => {
      signal.aborted = done > 1;
    };
    const aborted = await trainConvolutional(settings, data, { seed: 1, signal, onProgress });
    expect(aborted.records.map(({ epoch }) => epoch)).toEqual([0, 1]);
    expect(aborted.divergedAt).toBeNull();
    signal.aborted = false;
    let turns = 0;
    // within the first look at the 80 evaluation images, of five batches
    const early = () => {
      signal.aborted = ++turns === 3;
    };
    const unseen = await trainConvolutional(settings, data, { seed: 1, signal, onProgress: early });
    expect([unseen.records, turns]).toEqual([[], 3]);
    const wild = await trainConvolutional({ ...settings, model: "dln", beta: null, rate: 1e30 }, data, { seed: 1 });
    expect(wild.divergedAt).toBe(0);
    // the only step of the only epoch leaves weights that give no finite loss
    const last = { ...settings, model: "dln" as const, beta: null, rate: 1e30, batch: 160, epochs: 1 };
    const { records, divergedAt } = await trainConvolutional(last, data, { seed: 1 });
    expect([records.length, divergedAt]).toEqual([1, 1]);
  });

  it.each([
    ["model", { model: "cnn" }],
    ["beta", { beta: null }],
    ["beta", { model: "relu" }],
    ["beta", { beta: -1 }],
    ["architecture.layers", { architecture: {} }],
    ["architecture.layers", { architecture: { ...tiny, layers: [] } }],
    ["architecture.layers[0].filters", { architecture: { ...tiny, layers: [{ ...tiny.layers[0], filters: 0 }] } }],
    ["architecture.layers[0].stride", { architecture: { ...tiny, layers: [{ ...tiny.layers[0], stride: 0.5 }] } }],
    ["architecture.layers[0].kind", { architecture: { ...tiny, layers: [{ ...tiny.layers[0], kind: "pool" }] } }],
    ["architecture.dense", { architecture: { ...tiny, dense: [0] } }],
    ["architecture.normalised", { architecture: { ...tiny, normalised: 1 } }],
    ["beta", { beta: 1e7 }],
    ["outputs", { outputs: 1 }],
    ["epochs", { epochs: 0.5 }],
    ["batch", { architecture: resNet34, image: { channels: 3, height: 256, width: 256 }, batch: 64 }],
    ["image.height", { image: { channels: 1, height: 0, width: 4 } }],
    ["data.training.inputs", { image: { channels: 3, height: 4, width: 4 } }],
    ["batch", { batch: 0 }],
    ["rate", { rate: Number.NaN }],
  ])("refuses a wrong %s: %j", async (parameter, change) => {
    await expect(trainConvolutional({ ...settings, ...change } as never, data, { seed: 1 })).rejects.toMatchObject({
      details: { code: "domain", parameter },
    });
  });

  it("refuses kernels that there are not", async () => {
    await expect(trainConvolutional(settings, data, { seed: 1, kernels: "gpu" as never })).rejects.toThrow("kernels");
  });

  it("refuses labels without an output", async () => {
    const strange = { training: { ...data.training, labels: data.training.labels.map(() => 2) } };
    await expect(trainConvolutional(settings, strange, { seed: 1 })).rejects.toThrow("labels");
  });

  it("refuses images that are not finite numbers", async () => {
    const inputs = data.training.inputs.map((x, k) => (k === 7 ? Number.NaN : x));
    const broken = { training: { ...data.training, inputs } };
    await expect(trainConvolutional(settings, broken, { seed: 1 })).rejects.toThrow("finite");
  });
});

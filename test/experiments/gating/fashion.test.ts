import { beforeAll, describe, expect, it } from "vitest";
import type { Finished } from "../../../src/experiments/experiment.js";
import {
  accuracyParts,
  classKernels,
  classMeans,
  pathParts,
  sampleOf,
} from "../../../src/experiments/gating/fashionMeasures.js";
import { type FashionResult, fashionStudy } from "../../../src/experiments/gating/fashionStudy.js";
import { figure7 } from "../../../src/experiments/gating/figure7.js";
import { figure11 } from "../../../src/experiments/gating/figure11.js";
import { figure13 } from "../../../src/experiments/gating/figure13.js";
import { figure16 } from "../../../src/experiments/gating/figure16.js";
import { GROUPS, harderLabels } from "../../../src/experiments/gating/harderLabels.js";
import type { Images } from "../../../src/experiments/images/images.js";
import { fromClothes } from "../../../src/experiments/images/parseImages.js";
import { GaussianStream } from "../../../src/numeric/random/gaussianStream.js";
import { renderPlot } from "../../../src/render/plot/renderPlot.js";
import { gatedNetwork } from "../../../src/theory/gating/network/gatedNetwork.js";
import { pathMass } from "../../../src/theory/gating/paths/pathMass.js";
import { wellFormed } from "../../support/wellFormed.js";
import { finishedJob, verdicts } from "../alignment/support.js";

/** Ten classes, each around a direction of its own. */
function images(count: number, classes = 10, dimension = 12): Images {
  const stream = new GaussianStream({ seed: 1, sample: 0, draw: 0 });
  const labels = Uint8Array.from({ length: count }, (_, k) => k % classes);
  const inputs = new Float32Array(count * dimension);
  for (const [k, label] of labels.entries()) {
    for (let i = 0; i < dimension; i++) inputs[k * dimension + i] = (i === label ? 3 : 0) + stream.next();
  }
  return { name: "blobs", digest: "x", dimension, shape: null, classes, inputs, labels };
}

describe("harder labels", () => {
  const given = images(500);
  const labels = harderLabels(given, 0);

  it("keep the first half of the classes, and give each of the others to all labels alike", () => {
    for (const [k, label] of given.labels.entries()) {
      if (label < 5) expect(labels[k]).toBe(label);
      else expect(labels[k]).toBeGreaterThanOrEqual(5);
    }
    expect(new Set(labels).size).toBe(10);
    const pairs = new Set([...labels].map((label, k) => `${given.labels[k]} ${label}`));
    // five groups of each of five classes: some share a label
    expect(pairs.size).toBeGreaterThan(5 + 5);
    expect(pairs.size).toBeLessThanOrEqual(5 + GROUPS * 5);
  });

  it("are a function of the seed, and of another seed others", () => {
    expect(harderLabels(given, 0)).toEqual(labels);
    expect(harderLabels(given, 1)).not.toEqual(labels);
  });

  it("are refused for few classes and few images", () => {
    expect(() => harderLabels(images(30, 3), 0)).toThrow(/at least four classes/);
    expect(() => harderLabels(images(30), 0)).toThrow(/3 images of class 5/);
  });
});

describe("what is measured", () => {
  const W = [
    [
      [1, 0],
      [0, 1],
      [1, 1],
    ],
  ];
  const network = gatedNetwork("relu", {
    W: [
      ...W,
      [
        [1, 0, 0],
        [0, 1, 0],
      ],
    ],
  });
  const inputs = Float32Array.from([1, 1, -1, 2, 1, -2, -1, -1]);
  const sample = sampleOf(
    { inputs, labels: Uint8Array.from([0, 1, 0, 1]), dimension: 2 },
    { classes: 2, simple: 1, most: 5 },
  );

  it("is of the first images of each class, class by class", () => {
    expect(sample.labels).toEqual([0, 0, 1, 1]);
    expect(sample.points).toEqual([
      [1, 1],
      [1, -2],
      [-1, 2],
      [-1, -1],
    ]);
    const short = sampleOf(
      { inputs, labels: Uint8Array.from([0, 1, 0, 1]), dimension: 2 },
      { classes: 2, simple: 1, most: 1 },
    );
    expect(short.labels).toEqual([0, 1]);
    expect(() =>
      sampleOf({ inputs, labels: new Uint8Array(4), dimension: 2 }, { classes: 2, simple: 1, most: 1 }),
    ).toThrow(/labelled 1/);
  });

  it("path counts are means over the part", () => {
    const counts = sample.points.map((point) => pathMass(network, point));
    expect(counts).toEqual([3, 1, 2, 0]);
    expect(pathParts(network, sample)[0]).toBeCloseTo(Math.log10(1 + 2), 4);
    expect(pathParts(network, sample)[1]).toBeCloseTo(Math.log10(1 + 1), 4);
  });

  it("accuracy is that of each part", () => {
    const outputs = Float32Array.from([2, 1, 0, 3, 0, 1, 1, 0]);
    expect(accuracyParts(outputs, Uint8Array.from([0, 1, 0, 1]), 1)).toEqual([0.5, 0.5]);
    expect(accuracyParts(outputs, Uint8Array.from([0, 1, 1, 0]), 1)).toEqual([1, 1]);
  });

  it("kernels are averaged over classes, whose mean times the number of pairs is the sum of all entries", () => {
    const kernel = [
      [1, 2, 3, 4],
      [2, 1, 5, 6],
      [3, 5, 1, 7],
      [4, 6, 7, 1],
    ];
    expect(classMeans(kernel, sample)).toEqual([
      [6 / 16, 18 / 16],
      [18 / 16, 16 / 16],
    ]);
    const { overlap } = classKernels(network, network, sample);
    // |A n A'| of pairs, over the trace 6
    expect(overlap[0]![0]).toBeCloseTo((3 + 1 + 2 * 1) / 4 / 6, 3);
  });
});

describe("a run on images", () => {
  let result: FashionResult;
  const given = images(400, 4);
  const context = { effort: "quick", images: given } as const;
  const job = { key: "x", variant: { network: 1 }, seed: 1 };
  beforeAll(async () => {
    const prepared = await fashionStudy.prepare!(context);
    expect(JSON.parse(JSON.stringify(prepared))).toEqual(prepared);
    result = await fashionStudy.run(job, { ...context, prepared });
  });

  it("survives the way through a file, learns, and looks at three kernels", () => {
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(result.looks.at(-1)!.loss).toBeLessThan(result.looks[0]!.loss);
    expect(result.kernels).toHaveLength(3);
    expect(result.kernels.every(({ overlap, tangent }) => overlap.length === 4 && tangent[3]!.length === 4)).toBe(true);
    const epochs = result.kernels.map(({ epoch }) => epoch);
    expect([epochs[0], epochs[2]]).toEqual([0, result.looks.at(-1)!.epoch]);
  });

  it("makes pictures of finite numbers", () => {
    const finished: readonly Finished<FashionResult>[] = [{ job, result }];
    for (const figure of [figure7, figure11, figure13]) {
      const findings = figure.summarise(finished, "quick");
      for (const { columns, rows } of findings.tables) for (const row of rows) expect(row.length).toBe(columns.length);
      expect(findings.plots).toHaveLength(1);
      const svg = renderPlot({ ...findings.plots[0]!, metadata: {} });
      wellFormed(svg);
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    }
    expect(figure16.summarise(finished, "quick").plots).toEqual([]);
  });

  it("asserts that simple classes are told apart better, and fails where they are not", () => {
    const of = (simple: number, complex: number) =>
      [0, 1].map((seed) => {
        const looks = result.looks.map((look) => ({ ...look, accuracy: [simple + seed / 100, complex] as const }));
        return finishedJob({ ...result, looks }, seed, { network: 1 });
      });
    expect(verdicts(figure11.summarise(of(0.9, 0.5), "quick"))).toEqual([true]);
    expect(verdicts(figure11.summarise(of(0.5, 0.9), "quick"))).toEqual([false]);
  });

  it("needs images", async () => {
    await expect(fashionStudy.run(job, { effort: "quick", images: null, prepared: null })).rejects.toThrow(/images/);
  });
});

it("the clothes of the package come class by class in turn, over 255, without the empty rows", () => {
  const row = (value: number) => Array<number>(784).fill(value);
  const clothes = Array.from({ length: 10 }, (_, label) => [row(label), [], row(255), row(51)]);
  const read = fromClothes(clothes, "x");
  expect([read.name, read.labels.length, read.classes, read.dimension]).toEqual(["Fashion-MNIST", 30, 10, 784]);
  expect([...read.labels.slice(0, 12)]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1]);
  expect([read.inputs[784 * 3], read.inputs[784 * 10], read.inputs[784 * 20]]).toEqual([
    Math.fround(3 / 255),
    1,
    Math.fround(0.2),
  ]);
});

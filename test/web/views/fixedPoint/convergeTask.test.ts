import { describe, expect, it } from "vitest";
import { isTheoryError } from "../../../../src/errors.js";
import { batchNorm } from "../../../../src/theory/batchnorm/batchNorm.js";
import { covarianceMap } from "../../../../src/theory/batchnorm/covarianceMap.js";
import { dynamics } from "../../../../src/theory/batchnorm/dynamics/dynamics.js";
import {
  type ConvergePiece,
  type ConvergeQuestion,
  convergeTask,
  type MappedLayer,
} from "../../../../src/web/views/fixedPoint/convergeTask.js";
import type { Start } from "../../../../src/web/views/fixedPoint/startCovariance.js";

const setting = { activation: "relu", batch: 6, epsilon: 0, gamma: 1, beta: 0 };
const random: Start = { kind: "random", batch: 6, seed: 2 };
const question: ConvergeQuestion = { setting, start: random, layers: 30, width: 4000, seed: 1 };

async function follow(changed: Partial<ConvergeQuestion> = {}) {
  const pieces: ConvergePiece[] = [];
  const show = async (piece: ConvergePiece) => void pieces.push(structuredClone(piece));
  const answer = await convergeTask({ ...question, ...changed }, { show, pause: async () => {} });
  const [start, ...rest] = pieces;
  if (start?.kind !== "start") throw new Error("the start comes first");
  const layers = rest.flatMap((piece): readonly MappedLayer[] => (piece.kind === "layers" ? piece.layers : []));
  return { ...start, layers, answer };
}

const largest = (values: Float64Array) => values.reduce((top, value) => Math.max(top, Math.abs(value)), 0);
const difference = (a: Float64Array, b: Float64Array) => largest(a.map((value, k) => value - b[k]!));

describe("a batch through the layers", () => {
  it("comes to BSB1 of a stable network, at the speed of the largest forward eigenvalue", async () => {
    const { layers, answer } = await follow();
    const { fixedPoint, forward } = batchNorm(setting);
    const off = fixedPoint.q.value * fixedPoint.c.value;
    const bsb1 = Float64Array.from({ length: 36 }, (_, k) => (k % 7 === 0 ? fixedPoint.q.value : off));
    const distances = layers.map(({ covariance }) => difference(covariance, bsb1));
    expect(distances[29]! / distances[19]!).toBeCloseTo(Math.max(forward.L!.value, forward.M!.value) ** 10, 3);
    expect(answer.settled).toBeNull();
    expect(layers).toHaveLength(30);
  });

  it("is the covariance map of the layer before", async () => {
    const { covariance, layers } = await follow({ layers: 2 });
    const rows = (flat: Float64Array) => Array.from({ length: 6 }, (_, i) => [...flat.subarray(6 * i, 6 * i + 6)]);
    const first = covarianceMap("relu", rows(covariance));
    expect(difference(layers[0]!.covariance, Float64Array.from(first.values.flat()))).toBeLessThan(1e-14);
    const second = covarianceMap("relu", first.values);
    expect(difference(layers[1]!.covariance, Float64Array.from(second.values.flat()))).toBeLessThan(1e-14);
  });

  it("is near to what one wide network does, layer by layer", async () => {
    const { sampled, layers } = await follow({ layers: 8 });
    expect(sampled).toHaveLength(8);
    // entries have a standard deviation of about q/sqrt(N) a layer, 0.008, and eight layers add some up
    sampled.forEach((each, k) => {
      expect(difference(each, layers[k]!.covariance), `layer ${k + 1}`).toBeLessThan(0.06);
    });
    expect(difference(sampled[0]!, layers[0]!.covariance)).toBeGreaterThan(1e-4);
  });

  it("settles, and says where", async () => {
    const { layers, answer } = await follow({ layers: 400 });
    expect(answer.settled).toBe(layers.length);
    expect(layers.length).toBeLessThan(150);
  });

  it("parts into groups where BSB1 is unstable: the state that dynamics solves for", async () => {
    const power = { ...setting, activation: "relu_power(2)", batch: 8 };
    const { layers, answer } = await follow({
      ...{ setting: power, start: { kind: "random", batch: 8, seed: 1 }, layers: 300 },
    });
    expect(answer.settled).toBe(layers.length);
    const limit = layers.at(-1)!.covariance;
    const diagonal = Array.from({ length: 8 }, (_, i) => limit[9 * i]!).sort((a, b) => b - a);
    const found = dynamics({ activation: power.activation, batch: 8 });
    // another path to the same groups: three samples of large variance and five that are alike
    expect(found.blocks).toEqual([3, 5]);
    const [high, low] = found.attractor!.covariance.diagonal;
    for (const [k, value] of diagonal.entries()) expect(value).toBeCloseTo(k < 3 ? high.value : low.value, 5);
  });

  it("begins with the covariance of given samples, or with a given one", async () => {
    const rows = [
      [1, 0, 2],
      [0, 1, -1],
      [3, 1, 0],
      [-1, 2, 2],
    ];
    const four = { ...setting, batch: 4 };
    const samples = await follow({ setting: four, start: { kind: "samples", rows }, layers: 1 });
    expect([...samples.covariance.subarray(0, 4)]).toEqual([5 / 3, -2 / 3, 1, 1]);
    const matrix = Array.from({ length: 4 }, (_, i) => [...samples.covariance.subarray(4 * i, 4 * i + 4)]);
    const covariance = await follow({ setting: four, start: { kind: "covariance", rows: matrix }, layers: 1 });
    expect(covariance.covariance).toEqual(samples.covariance);
    expect(covariance.layers[0]!.covariance).toEqual(samples.layers[0]!.covariance);
  });

  it.each([
    [
      "that is not square",
      [
        [1, 2, 3],
        [1, 2, 3],
        [1, 2, 3],
        [1, 2, 3],
      ],
    ],
    [
      "that is not symmetric",
      [
        [1, 1, 0, 0],
        [0, 1, 0, 0],
        [0, 0, 1, 0],
        [0, 0, 0, 1],
      ],
    ],
    [
      "with a negative eigenvalue",
      [
        [1, 2, 0, 0],
        [2, 1, 0, 0],
        [0, 0, 1, 0],
        [0, 0, 0, 1],
      ],
    ],
    [
      "of samples that are all the same",
      [
        [1, 1, 1, 1],
        [1, 1, 1, 1],
        [1, 1, 1, 1],
        [1, 1, 1, 1],
      ],
    ],
  ])("refuses a covariance %s", async (_, rows) => {
    const four = { ...setting, batch: 4 };
    const error = await follow({ setting: four, start: { kind: "covariance", rows } }).catch((reason) => reason);
    expect(isTheoryError(error)).toBe(true);
    expect(error.message.length).toBeGreaterThan(10);
  });
});

import { type CircleOptions, circle, circleSettings } from "../../simulation/gating/circle.js";
import { gatedOutputs } from "../../simulation/gating/gatedOutputs.js";
import { initialWeights } from "../../simulation/gating/initialWeights.js";
import { mapWeights } from "../../simulation/gating/mapWeights.js";
import type { GatedRecord, GatedSettings, TrainedWeights } from "../../simulation/gating/settings.js";
import { trainGated } from "../../simulation/gating/trainGated.js";
import { type WeightMatrices, weightMatrices } from "../../simulation/gating/weightMatrices.js";
import { tangentDiagonal } from "../../theory/gating/kernels/tangentKernel.js";
import type { Effort, Study, Variant } from "../experiment.js";
import { rounded } from "../statistics.js";
import { stopped } from "../stopped.js";
import {
  type CircleModel,
  type Halves,
  halvesOf,
  hardNetwork,
  imbalance,
  softNetwork,
  storedWeights,
  upwardShares,
} from "./circleMeasures.js";

export interface CircleNetwork extends CircleModel {
  readonly name: string;
  /** Gates stay as they start. */
  readonly fixed: boolean;
  readonly frequencies: NonNullable<CircleOptions["frequencies"]>;
  /** Initial weights are so many times PyTorch's default, uniform within 1/sqrt(fan-in). */
  readonly start: number;
}

const free = { fixed: false, frequencies: "slow on top", start: 1 } as const;
const fixed = { fixed: true, frequencies: "slow on top", start: 1 } as const;

/** Variant `network` is the number in this list, from 1. */
export const circleNetworks = [
  { name: "ReLU", model: "relu", beta: null, ...free },
  { name: "DLGN, beta 4", model: "dlgn", beta: 4, ...free },
  { name: "DLGN, beta 30", model: "dlgn", beta: 30, ...free },
  { ...free, name: "beta 4, halves swapped", model: "dlgn", beta: 4, frequencies: "swapped" },
  { ...free, name: "beta 4, equal frequency", model: "dlgn", beta: 4, frequencies: "equal" },
  // the variance 2/fan-in of He et al.
  { ...free, name: "beta 4, larger start", model: "dlgn", beta: 4, start: Math.sqrt(6) },
  { name: "fixed gates, beta 4", model: "dlgn", beta: 4, ...fixed },
  { name: "fixed gates, beta 30", model: "dlgn", beta: 30, ...fixed },
] as const satisfies readonly CircleNetwork[];

export type CircleName = (typeof circleNetworks)[number]["name"];

export const variantsOf = (...names: readonly CircleName[]): readonly Variant[] =>
  names.map((name) => ({ network: 1 + circleNetworks.findIndex((each) => each.name === name) }));

export const networkOf = ({ network }: Variant): CircleNetwork => circleNetworks[network! - 1]!;

const POINTS = 400;
/** Outputs are stored at every second point. */
const OUTPUT_STRIDE = 2;

const epochs = { quick: 200, full: 300 } as const;
const fixedEpochs = { quick: 200, full: 3000 } as const;

const epochsOf = (fixed: boolean, effort: Effort): number => (fixed ? fixedEpochs : epochs)[effort];

/** When loss and path counts are recorded: each epoch to 20, each fifth to 300, then each fiftieth. */
const recorded = (last: number): readonly number[] =>
  Array.from({ length: last + 1 }, (_, epoch) => epoch).filter(
    (epoch) => epoch <= 20 || (epoch <= 300 ? epoch % 5 === 0 : epoch % 50 === 0),
  );

/** When the network itself is looked at, besides the end. */
export const looks = Object.freeze([0, 3, 20, 200]);

export interface CircleLook {
  readonly epoch: number;
  /** Mean squared errors. */
  readonly loss: Halves;
  /** Means of the diagonal of the tangent kernel of all weights, with the gates of the training. */
  readonly tangent: Halves;
  /** Of each hidden layer; null for ReLU. */
  readonly upward: readonly number[] | null;
  readonly outputs: readonly number[];
  /** Of the first two networks: pictures are made of them. */
  readonly weights: WeightMatrices | null;
}

export interface CircleResult {
  readonly epochs: readonly number[];
  readonly loss: readonly number[];
  /** At each of these epochs. */
  readonly imbalance: readonly number[];
  readonly looks: readonly CircleLook[];
}

export const circlePoints = (): number[][] => {
  const { inputs } = circle({ points: POINTS });
  return Array.from({ length: POINTS }, (_, k) => [inputs[2 * k]!, inputs[2 * k + 1]!]);
};

/** The target at these points, slow on top. */
export const circleTargets = (): readonly number[] => Array.from(circle({ points: POINTS }).targets);

/** Of values at all points, those where outputs are stored. */
export const atOutputs = (values: readonly number[]): readonly number[] =>
  values.filter((_, k) => k % OUTPUT_STRIDE === 0);

/** Angles of the points whose outputs are stored. */
export const outputAngles = (): readonly number[] =>
  Array.from({ length: POINTS / OUTPUT_STRIDE }, (_, k) => (2 * Math.PI * (k * OUTPUT_STRIDE + 0.5)) / POINTS);

const PICTURED: readonly string[] = ["ReLU", "DLGN, beta 4"];

async function lookAt(network: CircleNetwork, settings: GatedSettings, record: GatedRecord): Promise<CircleLook> {
  const { inputs, targets } = circle({ points: POINTS, frequencies: network.frequencies });
  const outputs = Array.from(await gatedOutputs(settings, record.weights, inputs));
  const matrices = weightMatrices(record.weights);
  const tangent = halvesOf(tangentDiagonal(softNetwork(network, matrices), circlePoints()));
  const both = ([top, bottom]: Halves): Halves => [rounded(top, 6), rounded(bottom, 6)];
  return {
    epoch: record.epoch,
    loss: both(halvesOf(outputs.map((output, k) => (output - targets[k]!) ** 2))),
    tangent: both(tangent),
    upward: network.model === "dlgn" ? upwardShares(hardNetwork(network, matrices)) : null,
    outputs: atOutputs(outputs).map((value) => rounded(value, 4)),
    weights: PICTURED.includes(network.name) ? storedWeights(record.weights) : null,
  };
}

const startOf = ({ start }: CircleNetwork, settings: GatedSettings, seed: number): TrainedWeights =>
  mapWeights(initialWeights(settings, seed), (numbers) => numbers.map((weight) => start * weight));

/** Networks trained on the circle; the figures of section 4 look at them. */
export const circleStudy: Study<CircleResult> = {
  id: "gating-circle",
  settings: (effort) => ({
    ...{ networks: circleNetworks, points: POINTS, epochs: epochs[effort], fixedEpochs: fixedEpochs[effort] },
    ...{ looks, base: circleSettings("dlgn", { epochs: epochs[effort], checkpoints: [] }) },
  }),
  async run({ variant, seed, key }, { effort, signal, onProgress }) {
    const network = networkOf(variant);
    const { model, beta, frequencies } = network;
    const last = epochsOf(network.fixed, effort);
    const options = { fixed: network.fixed, epochs: last, checkpoints: recorded(last), ...(beta !== null && { beta }) };
    const settings = circleSettings(model, options);
    const { records, divergedAt } = await trainGated(
      settings,
      { training: circle({ points: POINTS, frequencies }) },
      {
        ...{ seed, start: startOf(network, settings, seed), ...(signal && { signal }) },
        ...(onProgress && { onProgress: (done) => onProgress(done / last) }),
      },
    );
    if (divergedAt !== null) throw new RangeError(`${key}: training diverged in epoch ${divergedAt}`);
    if (signal?.aborted) throw stopped();
    const points = circlePoints();
    const seen = records.filter(({ epoch }) => looks.includes(epoch) || epoch === last);
    return {
      epochs: records.map(({ epoch }) => epoch),
      loss: records.map(({ loss }) => rounded(loss)),
      imbalance: records.map(({ weights }) =>
        rounded(imbalance(hardNetwork(network, weightMatrices(weights)), points), 4),
      ),
      looks: await Promise.all(seen.map((record) => lookAt(network, settings, record))),
    };
  },
};

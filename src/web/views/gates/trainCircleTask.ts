/** A network that is trained on the circle, epoch by epoch. */
import { halvesOf, storedWeights } from "../../../experiments/gating/circleMeasures.js";
import { batchesOf } from "../../../simulation/gating/batches.js";
import { circle, circleSettings } from "../../../simulation/gating/circle.js";
import { initialWeights } from "../../../simulation/gating/initialWeights.js";
import { openGatedTrainer } from "../../../simulation/gating/openGatedTrainer.js";
import type { GatedSettings } from "../../../simulation/gating/settings.js";
import { validGatedSettings } from "../../../simulation/gating/validSettings.js";
import type { WeightMatrices } from "../../../simulation/gating/weightMatrices.js";
import { outputsAt } from "../../../theory/gating/network/gatedForward.js";
import { type GatedNetwork, gatedNetwork } from "../../../theory/gating/network/gatedNetwork.js";
import { normalAngles } from "../../../theory/gating/network/gateNormals.js";
import { log10PathMasses } from "../../../theory/gating/paths/pathMass.js";
import type { TaskContext } from "../../engine/task.js";
import { type CircleNetwork, type CircleRecord, isFixed, modelOf, recordedEpochs } from "./circleNetwork.js";

export interface TrainCircleQuestion extends CircleNetwork {
  readonly seed: number;
  readonly epochs: number;
  /**
   * The last epoch that is known: only later ones are shown. The run is a pure function of the seed and takes a millisecond an epoch, so
   * that it is trained again up to there.
   */
  readonly from: number | null;
}

export interface TrainedCircle {
  /** Epochs completed before the loss left all bounds; null where it did not. */
  readonly divergedAt: number | null;
}

const POINTS = 400;
const PAUSE_MS = 40;
const NARROW = Math.PI / 4;

export function trainingSettings({ kind, beta, width, depth }: CircleNetwork, epochs: number): GatedSettings {
  const model = modelOf(kind);
  const gates = model === "relu" ? {} : { beta, fixed: isFixed(kind) };
  const hidden = Array.from({ length: depth }, () => width);
  return validGatedSettings({ ...circleSettings(model, { ...gates, epochs, checkpoints: [] }), hidden });
}

/** As it is trained: with soft gates where it has gates of its own. */
export const softNetwork = (
  { kind, beta }: Pick<CircleNetwork, "kind" | "beta">,
  weights: WeightMatrices,
): GatedNetwork => gatedNetwork(modelOf(kind), weights, kind === "relu" ? {} : { beta });

export const hardNetwork = ({ kind }: Pick<CircleNetwork, "kind">, weights: WeightMatrices): GatedNetwork =>
  gatedNetwork(modelOf(kind), weights);

function recordOf(
  network: CircleNetwork,
  { epoch, loss, weights }: Pick<CircleRecord, "epoch" | "loss" | "weights">,
  data: { readonly points: readonly number[][]; readonly targets: ArrayLike<number> },
): CircleRecord {
  const hard = hardNetwork(network, weights);
  const outputs = outputsAt(softNetwork(network, weights), data.points);
  const [top, below] = halvesOf(outputs.map(([output], k) => (output! - data.targets[k]!) ** 2));
  const [pathsTop, pathsBelow] = halvesOf(log10PathMasses(hard, data.points).map((log) => 10 ** log));
  const angles = network.kind === "relu" ? null : normalAngles(hard, [0, 1]);
  const upward =
    angles === null ? null : angles.filter((angle) => angle !== null && angle < NARROW).length / angles.length;
  return { epoch, loss, top, below, pathsTop, pathsBelow, upward, weights };
}

/** Shows the network at each recorded epoch after `from`. @throws TheoryError for sizes that cannot be trained. */
export async function trainCircleTask(
  { seed, epochs, from, ...network }: TrainCircleQuestion,
  { show, pause }: TaskContext<CircleRecord>,
): Promise<TrainedCircle> {
  const settings = trainingSettings(network, epochs);
  const training = circle({ points: POINTS, frequencies: network.frequencies });
  const points = Array.from({ length: POINTS }, (_, k) => [training.inputs[2 * k]!, training.inputs[2 * k + 1]!]);
  const trainer = await openGatedTrainer("wasm", {
    ...{ settings, training, evaluation: null },
    start: initialWeights(settings, seed),
  });
  const recorded = new Set(recordedEpochs(epochs));
  let paused = performance.now();
  for (let epoch = 0; ; epoch++) {
    if (recorded.has(epoch) && epoch > (from ?? -1)) {
      const { loss } = trainer.measure("training");
      if (!Number.isFinite(loss)) return { divergedAt: epoch };
      const weights = storedWeights(trainer.weights());
      await show(recordOf(network, { epoch, loss, weights }, { points, targets: training.targets }));
      paused = performance.now();
    } else if (performance.now() - paused > PAUSE_MS) {
      await pause();
      paused = performance.now();
    }
    if (epoch === epochs) return { divergedAt: null };
    for (const batch of batchesOf(settings, { seed, epoch, samples: POINTS })) {
      if (!trainer.step(batch)) return { divergedAt: epoch };
    }
  }
}

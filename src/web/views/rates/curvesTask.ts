/** Rates against the batch size, coarse to fine: each piece makes the curves denser, and the last ones find where stability changes. */
import { isTheoryError } from "../../../errors.js";
import type { Activation } from "../../../symbolic/activation/activation.js";
import { batchNorm } from "../../../theory/batchnorm/batchNorm.js";
import { type RateResult, rateResult } from "../../../theory/batchnorm/results/networkResult.js";
import type { TaskContext } from "../../engine/task.js";
import { coarseToFine } from "./coarseToFine.js";
import { curveBatches } from "./curveBatches.js";
import { readActivation } from "./ratesTask.js";
import type { Setting } from "./setting.js";
import { kindOf } from "./stabilityKind.js";

export interface CurvesQuestion extends Setting {
  readonly activations: readonly string[];
}

/** What is known at one more batch size, by the place of the activation in the question. */
export interface CurvesPiece {
  readonly results: readonly { readonly index: number; readonly result: RateResult }[];
}

type Network = { readonly index: number; readonly phi: Activation };

function resultOf(phi: Activation, batch: number, setting: Setting): RateResult | null {
  const { epsilon, gamma, beta, weightVariance } = setting;
  try {
    return rateResult(batchNorm({ activation: phi, batch, epsilon, gamma, beta, weightVariance }));
  } catch (error) {
    if (!isTheoryError(error)) throw error;
    return null;
  }
}

/** Two neighbours of the curve of different kinds, with batch sizes between them. */
function changesOf(results: readonly RateResult[]): readonly (readonly [RateResult, RateResult])[] {
  const finite = results.filter(({ batch }) => batch < Infinity).sort((a, b) => a.batch - b.batch);
  return finite.slice(1).flatMap((right, k) => {
    const left = finite[k]!;
    const differ = kindOf(left.stability.verdict) !== kindOf(right.stability.verdict);
    return differ && right.batch - left.batch > 1 ? [[left, right] as const] : [];
  });
}

/** Halves the gap until the two batch sizes at which the kind changes are neighbours. */
async function findChange(
  [left, right]: readonly [RateResult, RateResult],
  { index, phi }: Network,
  setting: Setting,
  context: TaskContext<CurvesPiece>,
): Promise<void> {
  const before = kindOf(left.stability.verdict);
  let [low, high] = [left.batch, right.batch];
  while (high - low > 1) {
    const batch = Math.floor((low + high) / 2);
    const result = resultOf(phi, batch, setting);
    if (result === null) return;
    await context.show({ results: [{ index, result }] });
    if (kindOf(result.stability.verdict) === before) low = batch;
    else high = batch;
  }
}

/** Answers when all has been shown. What has no rate is left out: `ratesTask` says why. */
export async function curvesTask(question: CurvesQuestion, context: TaskContext<CurvesPiece>): Promise<null> {
  const networks = question.activations.flatMap((text, index): Network[] => {
    const phi = readActivation(text);
    return phi === null ? [] : [{ index, phi }];
  });
  const known = new Map<number, RateResult[]>(networks.map(({ index }) => [index, []]));
  for (const batch of [Infinity, ...coarseToFine(curveBatches())]) {
    const results: CurvesPiece["results"][number][] = [];
    for (const { index, phi } of networks) {
      const result = resultOf(phi, batch, question);
      if (result === null) continue;
      results.push({ index, result });
      known.get(index)!.push(result);
      // with epsilon one rate may take a tenth of a second and more
      if (question.epsilon > 0) await context.pause();
    }
    await context.show({ results });
  }
  for (const network of networks) {
    for (const change of changesOf(known.get(network.index)!)) await findChange(change, network, question, context);
  }
  return null;
}

import { epochs } from "../../../src/experiments/alignment/polarityStudy.js";
import type { TwoLayerResult } from "../../../src/experiments/alignment/trainTwoLayer.js";
import type { Findings, Finished, Variant } from "../../../src/experiments/experiment.js";

export const finishedJob = <R>(result: R, seed: number, variant: Variant = {}): Finished<R> => ({
  job: { key: `${JSON.stringify(variant)} ${seed}`, variant, seed },
  result,
});

/** Whether each assertion whose sentence contains the text holds. */
export const verdicts = ({ assertions }: Findings, text = ""): readonly boolean[] =>
  assertions.filter(({ says }) => says.includes(text)).map(({ holds }) => holds);

/** A correlation that counts as a match, and one that does not. */
export const [WITH, WITHOUT] = [0.96, 0.94];

export const quickEpochs = epochs.quick;
export const QUICK_TEACHERS = 10;

/** A run of the quick polarity study: which teachers are matched at each checkpoint, and the loss. */
export const quickResult = (
  matched: (checkpoint: number, teacher: number) => boolean,
  loss: (checkpoint: number) => number = () => 1,
): TwoLayerResult => ({
  steps: quickEpochs.map((epoch) => epoch * 500),
  evaluationLoss: quickEpochs.map((_, k) => loss(k)),
  best: quickEpochs.map((_, k) =>
    Array.from({ length: QUICK_TEACHERS }, (_row, j) => (matched(k, j) ? WITH : WITHOUT)),
  ),
  ...{ correlation: [WITH], teacher: [0], fanOut: [1] },
});

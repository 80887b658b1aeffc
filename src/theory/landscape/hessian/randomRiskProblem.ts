import { assertInteger, domainError } from "../../../numeric/domain.js";
import { GaussianStream } from "../../../numeric/random/gaussianStream.js";
import { finite, modest, oneOf, optionsOf, settingsOf, text, vector } from "../../../numeric/shape.js";
import { type LossName, lossNames } from "./pointLoss.js";
import type { RiskProblem } from "./riskProblem.js";

export interface RandomRiskOptions {
  /** n_0. */
  readonly inputs: number;
  /** n_1, ..., n_{L-1}; may be empty. */
  readonly hidden: readonly number[];
  /** m. */
  readonly samples: number;
  /** Whole number from 0 to 2^53 - 1: the problem is a pure function of it and of the sizes. */
  readonly seed: number;
  /** "random": fair signs, independent of the inputs; "teacher": signs of another such network. Default "random". */
  readonly labels?: "random" | "teacher";
  /** Default "hinge". */
  readonly loss?: LossName;
  /** Default "relu". */
  readonly activation?: string;
  /** Standard deviation of the weights times sqrt(n_{p-1}); default sqrt(2), of alpha 1. */
  readonly scale?: number;
}

const MOST = 2_000_000;

/**
 * Weights N(0, scale^2/n_{p-1}), alpha N(0, 1/n_{L-1}), inputs N(0, 1), labels -1 and 1.
 * @throws TheoryError "domain" for sizes that are no whole numbers from 1 up, more than 2e6 numbers, and labels by another name.
 */
export function randomRiskProblem(options: RandomRiskOptions): RiskProblem {
  settingsOf({ inputs: finite, hidden: vector, samples: finite, seed: finite })("options", options);
  const choices = { labels: oneOf("random", "teacher"), loss: oneOf(...lossNames), activation: text, scale: modest };
  optionsOf(choices)("options", options);
  const { inputs, hidden, samples, seed, labels = "random", loss = "hinge", activation = "relu" } = options;
  const { scale = Math.SQRT2 } = options;
  assertInteger("inputs", inputs, 1, MOST);
  for (const [index, width] of hidden.entries()) assertInteger(`hidden[${index}]`, width, 1, MOST);
  assertInteger("samples", samples, 1, MOST);
  const widths = [inputs, ...hidden];
  const count = widths.slice(1).reduce((sum, width, p) => sum + width * widths[p]!, samples * inputs);
  if (count > MOST) throw domainError("inputs", `${count} numbers`, `at most ${MOST} in all`, "Take smaller sizes.");
  const X = rows(new GaussianStream({ seed, sample: 21, draw: 0 }), samples, inputs, 1);
  const student = weightsOf(widths, { seed, sample: 22, scale });
  const signs = new GaussianStream({ seed, sample: 23, draw: 0 });
  const teacher = weightsOf(widths, { seed, sample: 24, scale });
  const y = X.map((x) => {
    const sign = labels === "random" ? signs.uniform() - 0.5 : reluOutput(teacher, x);
    return sign > 0 ? 1 : -1;
  });
  return { ...student, X, y, loss, activation };
}

const rows = (stream: GaussianStream, height: number, width: number, scale: number): number[][] =>
  Array.from({ length: height }, () => Array.from({ length: width }, () => scale * stream.next()));

function weightsOf(
  widths: readonly number[],
  { seed, sample, scale }: { readonly seed: number; readonly sample: number; readonly scale: number },
): Pick<RiskProblem, "W" | "alpha"> {
  const W = widths.slice(1).map((width, p) => {
    return rows(new GaussianStream({ seed, sample, draw: p }), widths[p]!, width, scale / Math.sqrt(widths[p]!));
  });
  const last = widths.at(-1)!;
  const stream = new GaussianStream({ seed, sample, draw: W.length });
  return { W, alpha: rows(stream, last, 1, 1 / Math.sqrt(last)).map(([entry]) => entry!) };
}

/** The teacher has the ReLU, whatever the student has. */
function reluOutput({ W, alpha }: Pick<RiskProblem, "W" | "alpha">, x: readonly number[]): number {
  let signal = x;
  for (const layer of W) {
    signal = layer[0]!.map((_, j) =>
      Math.max(
        0,
        signal.reduce((sum, value, i) => sum + value * layer[i]![j]!, 0),
      ),
    );
  }
  return signal.reduce((sum, value, i) => sum + value * alpha[i]!, 0);
}

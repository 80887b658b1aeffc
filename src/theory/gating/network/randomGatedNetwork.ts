import { assertAbove, assertInteger, domainError } from "../../../numeric/domain.js";
import { GaussianStream } from "../../../numeric/random/gaussianStream.js";
import { anyList, assertShapes, finite, fromZero, oneOf, optional, settingsOf } from "../../../numeric/shape.js";
import {
  type GatedModel,
  type GatedNetwork,
  type GateOptions,
  gatedModels,
  gatedNetwork,
  isLinearlyGated,
} from "./gatedNetwork.js";

const MOST_WEIGHTS = 4_000_000;

export interface RandomGatedOptions extends GateOptions {
  /** Whole number from 0 to 2^53 - 1: the network is a pure function of it, of the model and of the widths. */
  readonly seed: number;
  /** Weights have the standard deviation scale/sqrt(fan-in); default sqrt 2. */
  readonly scale?: number;
  /** Standard deviation of the biases; default 0: none. */
  readonly biases?: number;
}

const given = {
  model: oneOf(...gatedModels),
  widths: anyList,
  options: settingsOf({
    seed: finite,
    scale: optional(finite),
    biases: optional(fromZero),
    beta: optional(finite),
    atZero: optional(oneOf("open", "closed")),
  }),
};

/**
 * A network of that model with widths d, m_1, ..., m_(L-1), C and independent Gaussian weights; W and U of a DLGN are independent.
 * @throws TheoryError "domain" for fewer than three widths, widths that are no positive integers, and more than 4e6 weights.
 */
export function randomGatedNetwork(
  model: GatedModel,
  widths: readonly number[],
  options: RandomGatedOptions,
): GatedNetwork {
  assertShapes(given, { model, widths, options });
  const { seed, scale = Math.SQRT2, biases = 0, ...gates } = options;
  assertAbove("scale", scale, 0);
  if (widths.length < 3) throw domainError("widths", widths.join(", "), "three or more", "Pass d, m_1, ..., C.");
  for (const [l, width] of widths.entries()) assertInteger(`widths[${l}]`, width, 1, 8192);
  const weights = widths.slice(1).reduce((sum, width, l) => sum + width * (widths[l] + 1), 0);
  if (weights > MOST_WEIGHTS) {
    throw domainError("widths", widths.join(", "), `at most ${MOST_WEIGHTS} weights`, "Use fewer nodes.");
  }
  const matrices = (sample: number) =>
    widths.slice(1).map((width, l) => {
      const stream = new GaussianStream({ seed, sample, draw: 2 * l });
      const deviation = scale / Math.sqrt(widths[l]);
      return Array.from({ length: width }, () => Array.from({ length: widths[l] }, () => deviation * stream.next()));
    });
  const lists = (sample: number) =>
    widths.slice(1).map((width, l) => {
      const stream = new GaussianStream({ seed, sample, draw: 2 * l + 1 });
      return Array.from({ length: width }, () => biases * stream.next());
    });
  const linearGates = isLinearlyGated(model);
  return gatedNetwork(
    model,
    {
      W: matrices(0),
      ...(linearGates && { U: matrices(1) }),
      ...(biases > 0 && { b: lists(0), ...(linearGates && { c: lists(1) }) }),
    },
    gates,
  );
}

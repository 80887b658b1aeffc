import { domainError } from "../../../numeric/domain.js";
import { GaussianStream } from "../../../numeric/random/gaussianStream.js";
import { anyList, assertShapes, finite, settingsOf } from "../../../numeric/shape.js";
import { type ReluNetwork, reluNetwork } from "./reluNetwork.js";

const MOST_WEIGHTS = 4_000_000;

export interface RandomNetworkOptions {
  /** Whole number from 0 to 2^53 - 1: the network is a pure function of it and of the widths. */
  readonly seed: number;
  /** Which network of this seed, e.g. 0 for the teacher and 1 for the student. Default 0. */
  readonly sample?: number;
  /** Standard deviation of the biases; default 0.5. 0: none. */
  readonly biases?: number;
}

/**
 * A ReLU network with widths n_0, ..., n_L, weights N(0, 2/n_{l-1}) and biases N(0, biases^2).
 * @throws TheoryError "domain" for fewer than two widths or a width that is no positive integer.
 */
export function randomNetwork(widths: readonly number[], options: RandomNetworkOptions): ReluNetwork {
  assertShapes({ widths: anyList, options: settingsOf({ seed: finite }) }, { widths, options });
  const { seed, sample = 0, biases = 0.5 } = options;
  if (widths.length < 2 || widths.some((width) => !Number.isInteger(width) || width < 1)) {
    throw domainError("widths", widths.join(", "), "at least two positive integers", "Pass n_0, ..., n_L.");
  }
  if (!(biases >= 0 && Number.isFinite(biases))) {
    throw domainError("biases", biases, "a finite number of at least 0", "0.5 is usual.");
  }
  const weights = widths.slice(1).reduce((sum, width, index) => sum + width * (widths[index]! + 1), 0);
  if (widths.length > 65 || weights > MOST_WEIGHTS) {
    throw domainError("widths", widths.join(", "), `at most 65 widths and ${MOST_WEIGHTS} weights`, "Use fewer nodes.");
  }
  const layers = widths.slice(1).map((width, index) => {
    const stream = new GaussianStream({ seed, sample, draw: index });
    const fanIn = widths[index]!;
    const scale = Math.sqrt(2 / fanIn);
    return Array.from({ length: fanIn + 1 }, (_, i) =>
      Array.from({ length: width }, () => stream.next() * (i < fanIn ? scale : biases)),
    );
  });
  return reluNetwork(layers);
}

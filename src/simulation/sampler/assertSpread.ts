import { TheoryError } from "../../errors.js";
import { domainError } from "../../numeric/domain.js";
import type { Network } from "../network.js";

/**
 * Without epsilon, batch norm divides 0 by 0 where the samples of a batch have become one point (centred) or zero (not
 * centred). `gram` is C x C, row after row: the covariance of the next layer. A share of 1e-12 of its trace counts as
 * rounding.
 *
 * @throws TheoryError "not-applicable" for such a batch, and where `gram` is not finite.
 */
export function assertSpread(gram: Float64Array, network: Network, place: string): void {
  const { batch, batches, centred, epsilon } = network;
  const columns = batch * batches;
  for (let b = 0; b < batches; b++) {
    let trace = 0;
    let sum = 0;
    for (let i = b * batch; i < (b + 1) * batch; i++) {
      trace += gram[i * columns + i]!;
      for (let j = b * batch; j < (b + 1) * batch; j++) sum += gram[i * columns + j]!;
    }
    if (!Number.isFinite(trace) || !Number.isFinite(sum)) throw overflow(`the activations of ${place}`, trace);
    const spread = centred ? trace - sum / batch : trace;
    if (epsilon === 0 && !(spread > 1e-12 * trace)) throw collapsed(network, place);
  }
}

/** The error of numbers that left the doubles. */
export function overflow(what: string, value: number): TheoryError {
  return new TheoryError(`${what} overflow.`, {
    code: "not-applicable",
    parameter: "activation",
    value,
    domain: "networks whose activations and gradients are finite doubles",
    remedy: "Use an activation that grows less, or a smaller gamma.",
  });
}

function collapsed({ centred, activation }: Network, place: string): TheoryError {
  if (place === "the input") {
    return domainError(
      "input",
      "a batch at one point",
      "batches whose samples differ",
      "Separate them, or use epsilon.",
    );
  }
  const to = centred ? "one point" : "zero";
  return new TheoryError(`${activation.text} sends a batch to ${to} at ${place}; batch norm is 0/0 there.`, {
    code: "not-applicable",
    parameter: "activation",
    value: activation.text,
    domain: `networks whose batches do not collapse to ${to}, or epsilon > 0`,
    remedy: "Pass an epsilon above 0, or another activation.",
  });
}

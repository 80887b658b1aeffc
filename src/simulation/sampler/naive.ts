/**
 * Networks as they are defined: weights are drawn, batches go up and gradients come down in plain loops, and every norm
 * is a sum over entries. The oracle of the exact sampler, with which it shares the network, the streams and the
 * activation, and what counts as broken down or vanished, and nothing else. N^2 C operations a layer.
 */
import { domainError } from "../../numeric/domain.js";
import { GaussianStream } from "../../numeric/random/gaussianStream.js";
import { MAX_ELEMENTS, type Network } from "../network.js";
import type { Recording, Sample } from "../sample.js";
import { assertUsable } from "./assertUsable.js";
import { type Breakdown, breakdownOf, brokenSample } from "./breakdown.js";
import { naiveJacobian } from "./naiveBatchNorm.js";
import { naiveJacobianEstimate } from "./naiveJacobianEstimate.js";
import { naivePass } from "./naivePass.js";
import { gramOf, type Rows, squareOf, table, times, transpose } from "./rows.js";
import { draws, type OpenSampler } from "./sampler.js";

/**
 * The naive sampler; the backend is not used.
 *
 * @throws TheoryError "domain" where width^2 x depth is above 2^27; "domain" or "not-applicable" where every network would
 * collapse or overflow.
 */
export const naiveSampler: OpenSampler = async (network, _backend, recording = {}) => {
  assertUsable(network);
  const weights = network.width ** 2 * network.depth;
  if (weights > MAX_ELEMENTS) {
    throw domainError(
      "width",
      network.width,
      "width^2 x depth at most 2^27 with drawn weights",
      "Use the exact sampler.",
    );
  }
  return {
    sample: async (seed, index) => naiveSample(network, seed, index, recording),
    close: () => {},
  };
};

function naiveSample(network: Network, seed: number, index: number, recording: Recording): Sample {
  const { width, depth, weightVariance, input, topGradient, centred } = network;
  const stream = (draw: number) => new GaussianStream({ seed, sample: index, draw });
  const standardDeviation = Math.sqrt(weightVariance / width);
  const weights = Array.from({ length: depth }, (_, l) => {
    const gaussians = stream(draws.forward(l + 1));
    return table(width, width, () => standardDeviation * gaussians.next());
  });
  const top = correlated(stream(draws.topGradient), width, topGradient);
  const pass = naivePass(network, weights, correlated(stream(draws.input), width, input), top);
  const logOf = (rows: Rows, scale: number) => 2 * scale + Math.log(squareOf(rows));
  const grams = pass.x.map((rows) => gramOf(rows, width));
  const breakdown = breakdownAmong(grams, network);
  if (breakdown !== null) return brokenSample(index, network, breakdown);
  const jacobians = () =>
    pass.normalised.map((layer) => layer.flatMap((parts) => parts.map((part) => naiveJacobian(part, centred))));
  const logGradient = pass.gradients.map((d, l) => logOf(d, pass.scales[l]!));
  const overflowed = logGradient.map((log) => log < Number.POSITIVE_INFINITY).lastIndexOf(false);
  if (overflowed >= 0) return brokenSample(index, network, { overflowed: overflowed + 1 });
  return {
    index,
    logGradient,
    logWeightGradient: pass.weightGradients.map((weight, l) =>
      logWeightGradient(weight, pass.gradients[l + 1]!, pass.x[l]!, pass.scales[l + 1]!),
    ),
    ...(recording.covariance && { covariance: grams }),
    ...(recording.gradientCovariance && { gradientCovariance: pass.gradients.map((d) => gramOf(d, squareOf(d))) }),
    ...(recording.jacobian && { jacobian: naiveJacobianEstimate(jacobians()) }),
  };
}

/** At the first layer that breaks down; `grams` are those of X_1 .. X_{L+1}. */
function breakdownAmong(grams: readonly Float64Array[], network: Network): Breakdown | null {
  for (const [l, gram] of grams.entries()) {
    const breakdown = breakdownOf(gram, network, l + 1);
    if (breakdown !== null) return breakdown;
  }
  return null;
}

/** ln ||dLoss/dW||^2, -Infinity below 64 roundings of the terms. */
function logWeightGradient(weight: Rows, d: Rows, x: Rows, scale: number): number {
  const square = squareOf(weight);
  return square > 64 * 2 ** -53 * squareOf(d) * squareOf(x) ? 2 * scale + Math.log(square) : Number.NEGATIVE_INFINITY;
}

/** Rows with the given covariance: a square root by elimination, column after column, zero where nothing is left. */
function correlated(stream: GaussianStream, rows: number, covariance: Rows): Rows {
  const left = covariance.map((row) => [...row]);
  const factor = left.map((row) => row.map(() => 0));
  for (let k = 0; k < left.length; k++) {
    if (!(left[k]![k]! > 1e-12 * covariance[k]![k]!)) continue;
    const column = left.map((row) => row[k]! / Math.sqrt(left[k]![k]!));
    for (let i = k; i < left.length; i++) {
      factor[i]![k] = column[i]!;
      for (let j = k; j < left.length; j++) left[i]![j]! -= column[i]! * column[j]!;
    }
  }
  return times(transpose(table(covariance.length, rows, () => stream.next())), transpose(factor));
}

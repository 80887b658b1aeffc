/**
 * Networks as they are defined: weights are drawn, batches go up and gradients come down in plain loops, and every norm
 * is a sum over entries. The oracle of the exact sampler, with which it shares the network, the streams and the
 * activation, and nothing else. N^2 C operations a layer.
 */
import { TheoryError } from "../../errors.js";
import { domainError } from "../../numeric/domain.js";
import { GaussianStream } from "../../numeric/random/gaussianStream.js";
import { MAX_ELEMENTS, type Network } from "../network.js";
import type { Recording, Sample } from "../sample.js";
import { naiveJacobian } from "./naiveBatchNorm.js";
import { naiveJacobianEstimate } from "./naiveJacobianEstimate.js";
import { naivePass } from "./naivePass.js";
import { over, type Rows, squareOf, table, times, transpose } from "./rows.js";
import { draws, type OpenSampler } from "./sampler.js";

/**
 * The naive sampler; the backend is not used.
 *
 * @throws TheoryError "domain" where width^2 x depth is above 2^27; "not-applicable" where a batch collapses or numbers
 * overflow.
 */
export const naiveSampler: OpenSampler = async (network, _backend, recording = {}) => {
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
  const jacobians = () => pass.normalised.map((layer) => layer.map((parts) => naiveJacobian(parts[0]!, centred)));
  const logGradient = pass.gradients.map((d, l) => logOf(d, pass.scales[l]!));
  if (logGradient.some(Number.isNaN)) throw undefinedNetwork(network);
  return {
    index,
    logGradient,
    logWeightGradient: pass.weightGradients.map((d, l) => logOf(d, pass.scales[l + 1]!)),
    ...(recording.covariance && { covariance: pass.x.map((rows) => gramOf(rows, width)) }),
    ...(recording.gradientCovariance && { gradientCovariance: pass.gradients.map((d) => gramOf(d, squareOf(d))) }),
    ...(recording.jacobian && { jacobian: naiveJacobianEstimate(jacobians()) }),
  };
}

const undefinedNetwork = ({ activation }: Network) =>
  new TheoryError(`${activation.text}: a batch collapses, so that batch norm is 0/0, or numbers overflow.`, {
    code: "not-applicable",
    parameter: "activation",
    value: activation.text,
    domain: "networks whose batches do not collapse, with finite activations and gradients",
    remedy: "Pass an epsilon above 0, or another activation.",
  });

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

/** A^T A / divisor, zero for a zero divisor. */
const gramOf = (a: Rows, divisor: number) => Float64Array.from(over(times(transpose(a), a), divisor || 1).flat());

/**
 * A random fully connected network with batch norm, as data. With C = batch x batches samples in columns,
 *
 *   H_1 = input covariance^(1/2) Gaussians,   X_l = phi(gamma BN(H_l) + beta),   H_{l+1} = W_l X_l        (plain),
 *                                                                                H_{l+1} = H_l + W_l X_l  (residual),
 *
 * W_l N x N, independent N(0, weightVariance/N); BN of each neuron over each batch of its own.
 */
import { TheoryError } from "../errors.js";
import { assertInteger, domainError } from "../numeric/domain.js";
import type { Elementwise } from "./elementwise/program.js";
import { validCovariance } from "./validCovariance.js";
import { assertKeys, show } from "./validOptions.js";

export interface NetworkOptions {
  readonly activation: Elementwise;
  /** Samples a batch, integer >= 2. */
  readonly batch: number;
  /** Independent batches that go through the same weights. Default 1. */
  readonly batches?: number;
  /** Neurons a layer, N. */
  readonly width: number;
  /** Layers L: weight matrices W_1 .. W_L. */
  readonly depth: number;
  readonly epsilon?: number;
  readonly gamma?: number;
  readonly beta?: number;
  readonly weightVariance?: number;
  /** Default true. False: batch norm divides by the root mean square and subtracts nothing. */
  readonly centred?: boolean;
  /** Default false. */
  readonly residual?: boolean;
  /** Covariance of H_1 over the C samples, C x C; default the identity. */
  readonly input?: readonly (readonly number[])[];
  /** The gradient at the top: dLoss/dX_{L+1} = Gaussians (its square root), C x C; default the identity. */
  readonly topGradient?: readonly (readonly number[])[];
}

/** Defaults filled in, everything checked. */
export type Network = Required<NetworkOptions>;

/** C = batch x batches: samples that go through the network together. */
export const columnsOf = ({ batch, batches }: Pick<Network, "batch" | "batches">) => batch * batches;

/** Numbers N C (L+1) that one pass may hold: 1 GiB of doubles. */
export const MAX_ELEMENTS = 2 ** 27;

/** Operations C^2 (C + N) (L+1) that one network may take, a few times over: about half a minute. */
const MAX_OPERATIONS = 2 ** 33;

const networkKeys = [
  ...["activation", "batch", "batches", "width", "depth", "epsilon", "gamma", "beta", "weightVariance", "centred"],
  ...["residual", "input", "topGradient"],
];

/**
 * The network with its defaults, frozen. Domains: batch >= 2, batches >= 1, C = batch x batches <= 4096, width N = 1 ..
 * 1e6, depth L = 1 .. 1e4, N C (L+1) <= 2^27, C^2 (C+N) (L+1) <= 2^33, epsilon 0 .. 1e12, |gamma| <= 1e6 and not 0,
 * |beta| <= 1e6, weightVariance in (0, 1e12], input and topGradient symmetric positive semidefinite of the right size.
 *
 * @throws TheoryError "domain", for an unknown option too.
 */
export function validNetwork(options: NetworkOptions): Network {
  assertKeys("network", options, networkKeys);
  const { activation, batch, batches = 1, width, depth, centred = true, residual = false } = options;
  if (typeof activation?.value !== "function" || typeof activation.derivative !== "function") {
    throw domainError(
      "activation",
      show(activation),
      "an activation with a value and a derivative",
      "Compile one first.",
    );
  }
  assertInteger("batch", batch, 2, 4096);
  assertInteger("batches", batches, 1, 4096);
  assertInteger("width", width, 1, 1e6);
  assertInteger("depth", depth, 1, 1e4);
  for (const [parameter, value] of Object.entries({ centred, residual })) {
    if (typeof value !== "boolean") throw domainError(parameter, show(value), "true or false", "Pass true or false.");
  }
  const columns = batch * batches;
  if (columns > 4096) {
    throw domainError("batches", batches, "batch x batches at most 4096", "Simulate fewer samples at a time.");
  }
  assertSize(width, batch, batches, depth);
  const { epsilon, gamma, beta, weightVariance } = scalars(options);
  const input = validCovariance("input", options.input, columns);
  const topGradient = validCovariance("topGradient", options.topGradient, columns);
  const shape = { activation, batch, batches, width, depth, centred, residual };
  return Object.freeze({ ...shape, epsilon, gamma, beta, weightVariance, input, topGradient });
}

function assertSize(width: number, batch: number, batches: number, depth: number): void {
  const columns = batch * batches;
  const shape = `width ${width}, depth ${depth}, ${batches} x ${batch} samples`;
  const elements = width * columns * (depth + 1);
  if (elements > MAX_ELEMENTS) {
    const parameter = "width x batch x batches x (depth + 1)";
    throw new TheoryError(`A network of ${shape} is too large: ${parameter} = ${elements}.`, {
      code: "domain",
      parameter,
      value: elements,
      domain: `at most 2^27 = ${MAX_ELEMENTS}`,
      remedy: `Make the ${largestOf({ width, batch, batches, depth })} smaller: growth per layer needs no more.`,
    });
  }
  const operations = columns ** 2 * (columns + width) * (depth + 1);
  if (operations > MAX_OPERATIONS) {
    const parameter = "(batch x batches)^2 x (batch x batches + width) x (depth + 1)";
    throw new TheoryError(`A network of ${shape} takes too long: ${parameter} = ${operations}.`, {
      code: "domain",
      parameter,
      value: operations,
      domain: `at most 2^33 = ${MAX_OPERATIONS}`,
      remedy: `Use fewer samples, or make the ${largestOf({ width, depth })} smaller.`,
    });
  }
}

/** The name of the largest number. */
const largestOf = (sizes: Readonly<Record<string, number>>) =>
  Object.entries(sizes).reduce((a, b) => (b[1] > a[1] ? b : a))[0];

function scalars(options: NetworkOptions) {
  const { epsilon = 0, gamma = 1, beta = 0, weightVariance = 1 } = options;
  const check = (parameter: string, value: number, accepted: boolean, domain: string, remedy: string) => {
    if (typeof value !== "number") throw domainError(parameter, show(value), domain, remedy);
    if (!accepted) throw domainError(parameter, value, domain, remedy);
  };
  check("epsilon", epsilon, epsilon >= 0 && epsilon <= 1e12, "a number from 0 to 1e12", "1e-5 is usual.");
  const gammaAccepted = gamma !== 0 && Math.abs(gamma) <= 1e6;
  check("gamma", gamma, gammaAccepted, "a number other than 0, |gamma| <= 1e6", "Use 1 for no scaling.");
  check("beta", beta, Math.abs(beta) <= 1e6, "a number, |beta| <= 1e6", "Use 0 for no shift.");
  const varianceAccepted = weightVariance > 0 && weightVariance <= 1e12;
  check("weightVariance", weightVariance, varianceAccepted, "a number above 0, at most 1e12", "1 and 2 are usual.");
  return { epsilon, gamma, beta, weightVariance };
}

import type { Backend } from "../../../src/simulation/kernels/kernels.js";
import { type Network, validNetwork } from "../../../src/simulation/network.js";
import type { Sample } from "../../../src/simulation/sample.js";
import type { OpenSampler } from "../../../src/simulation/sampler/sampler.js";
import { kolmogorovSmirnov } from "../../../src/simulation/statistics/kolmogorovSmirnov.js";
import { twoSidedTail } from "../../../src/simulation/statistics/studentQuantile.js";

/** Draws `count` networks with everything recorded but the Jacobians. */
export async function drawSamples(
  network: Network,
  open: OpenSampler,
  backend: Backend,
  seed: number,
  count: number,
): Promise<Sample[]> {
  const sampler = await open(network, backend, { covariance: true, gradientCovariance: true });
  const samples: Sample[] = [];
  for (let index = 0; index < count; index++) samples.push(await sampler.sample(seed, index));
  sampler.close();
  return samples;
}

/** What two samplers are compared on: gradients and covariances at the bottom and at the top, and between batches. */
function observables({ depth, batch, batches }: Network): Record<string, (sample: Sample) => number> {
  const last = batch * batches - 1;
  return {
    "log gradient of layer 1": (s) => s.logGradient[0]!,
    "log gradient of the top layer": (s) => s.logGradient[depth]!,
    "log growth": (s) => s.logGradient[0]! - s.logGradient[depth]!,
    "log weight gradient of layer 1": (s) => s.logWeightGradient[0]!,
    "log weight gradient of layer L": (s) => s.logWeightGradient[depth - 1]!,
    "variance at the top": (s) => s.covariance![depth]![0]!,
    "covariance at the top": (s) => s.covariance![depth]![1]!,
    "covariance of the first and last sample": (s) => s.covariance![depth]![last]!,
    "covariance at layer 1": (s) => s.covariance![0]![1]!,
    "gradient covariance at layer 1": (s) => s.gradientCovariance![0]![1]!,
    "gradient variance at layer 1": (s) => s.gradientCovariance![0]![0]!,
  };
}

export const TESTS_A_SETTING = 11 + 11 + 66;

/**
 * p-values of the first sampler against the second: Kolmogorov-Smirnov and the mean of every observable, and the mean
 * of every product of two standardised ones (second moments, and correlations across layers).
 */
export function compare(network: Network, first: readonly Sample[], second: readonly Sample[]): Map<string, number> {
  const pValues = new Map<string, number>();
  const columns = Object.entries(observables(validNetwork(network))).map(([name, read]) => {
    const a = first.map(read);
    const b = second.map(read);
    pValues.set(`distribution of ${name}`, kolmogorovSmirnov(a, b).pValue);
    const { mean, deviation } = moments([...a, ...b]);
    const standard = (x: number) => (x - mean) / (deviation || 1);
    return { name, a: a.map(standard), b: b.map(standard) };
  });
  for (const [i, one] of columns.entries()) {
    pValues.set(`mean of ${one.name}`, sameMean(one.a, one.b));
    for (const other of columns.slice(i)) {
      const product = (x: number[], y: number[]) => x.map((value, k) => value * y[k]!);
      pValues.set(`${one.name} x ${other.name}`, sameMean(product(one.a, other.a), product(one.b, other.b)));
    }
  }
  return pValues;
}

export const smallest = (pValues: ReadonlyMap<string, number>) => [...pValues].reduce((a, b) => (b[1] < a[1] ? b : a));

/** Welch's test, Gaussian. */
function sameMean(a: readonly number[], b: readonly number[]): number {
  const [left, right] = [moments(a), moments(b)];
  const error = Math.sqrt(left.deviation ** 2 / a.length + right.deviation ** 2 / b.length);
  const difference = Math.abs(left.mean - right.mean);
  // an observable that is the same number in every network
  if (error === 0) return difference < 1e-12 ? 1 : 0;
  return twoSidedTail(difference / error, Math.min(a.length, b.length) - 1);
}

function moments(values: readonly number[]) {
  const mean = values.reduce((s, x) => s + x, 0) / values.length;
  const variance = values.reduce((s, x) => s + (x - mean) ** 2, 0) / (values.length - 1);
  return { mean, deviation: Math.sqrt(variance) };
}

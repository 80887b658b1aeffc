/**
 * V(Sigma) by sampling: y = F g, g standard normal, F F^T = S; each batch of y divided by tau = sqrt(|y|^2/B + epsilon), then psi. Every
 * entry of every block, cross-batch ones too, from the same samples. Unless psi is even or odd, which gains nothing, every g is used
 * with both signs. Standard errors from the means of 64 groups of samples.
 */
import { domainError } from "../../../../numeric/domain.js";
import { pivotedCholesky } from "../../../../numeric/linearAlgebra/pivotedCholesky.js";
import { addRowProducts } from "../../../../numeric/linearAlgebra/rowProducts.js";
import { GaussianStream } from "../../../../numeric/random/gaussianStream.js";
import type { Activation } from "../../../../symbolic/activation/activation.js";
import type { CentredCovariance } from "../centredCovariance.js";

export interface MonteCarloCovariance {
  /** Row after row, symmetric. */
  readonly values: Float64Array;
  /** The largest of all entries. */
  readonly standardError: number;
  /** Evaluations of psi. */
  readonly evals: number;
}

export interface MonteCarloOptions {
  /** In units of the covariance's scale. */
  readonly epsilon: number;
  readonly samples: number;
  readonly seed: number;
}

const GROUPS = 64;
/** Samples that are held at a time. */
const CHUNK = 240;

export function monteCarloCovariance(
  psi: Activation,
  centred: CentredCovariance,
  { epsilon, samples, seed }: MonteCarloOptions,
): MonteCarloCovariance {
  const { size } = centred;
  const sampler = new BatchSampler(psi, centred, epsilon);
  const sums = new Float64Array(size * size);
  const squares = new Float64Array(size * size);
  const group = new Float64Array(size * size);
  const count = Math.ceil(samples / GROUPS);
  for (let index = 0; index < GROUPS; index++) {
    const stream = new GaussianStream({ seed, sample: index, draw: 0 });
    group.fill(0);
    for (let done = 0; done < count; done += CHUNK) sampler.add(stream, Math.min(CHUNK, count - done), group);
    for (let at = 0; at < group.length; at++) {
      const mean = group[at] / (count * sampler.signs);
      sums[at] += mean;
      squares[at] += mean * mean;
    }
  }
  let worst = 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const at = i * size + j;
      const mean = sums[at] / GROUPS;
      const variance = Math.max(0, squares[at] / GROUPS - mean * mean) / (GROUPS - 1);
      worst = Math.max(worst, Math.sqrt(variance));
      sums[at] = sums[j * size + i] = mean;
    }
  }
  return { values: sums, standardError: worst, evals: GROUPS * count * sampler.signs * size };
}

class BatchSampler {
  /** How often each draw counts. */
  readonly signs: 1 | 2;
  readonly #psi: Activation;
  readonly #centred: CentredCovariance;
  readonly #epsilon: number;
  readonly #rank: number;
  readonly #factor: Float64Array;

  constructor(psi: Activation, centred: CentredCovariance, epsilon: number) {
    const { size, values, rounding } = centred;
    const largest = values.reduce((top, value, at) => (at % (size + 1) === 0 ? Math.max(top, value) : top), 0);
    const threshold = Math.max(1e-14, (4 * rounding) / largest);
    const { rank, rows, rest } = pivotedCholesky(values, size, threshold);
    if (rest < -1e-8 * largest - size * rounding) {
      const remedy = "Pass a covariance matrix.";
      throw domainError("sigma", `a pivot of ${rest}`, "positive semi-definite after centring", remedy);
    }
    this.signs = psi.facts.parity.value === "none" ? 2 : 1;
    this.#psi = psi;
    this.#centred = centred;
    this.#epsilon = epsilon;
    this.#rank = rank;
    this.#factor = rows;
  }

  /** Adds psi psi^T of `count` draws to the lower triangle. */
  add(stream: GaussianStream, count: number, sums: Float64Array): void {
    const { size, batch } = this.#centred;
    const draws = stream.fill(new Float64Array(count * this.#rank));
    const y = new Float64Array(size * count);
    addRowProducts(this.#factor, size, draws, count, this.#rank, y);
    for (let first = 0; first < size; first += batch) this.#normalise(y, first, count);
    const { value } = this.#psi;
    const out = new Float64Array(y.length);
    for (let pass = 0; pass < this.signs; pass++) {
      const sign = pass === 0 ? 1 : -1;
      for (let at = 0; at < y.length; at++) out[at] = value(sign * y[at]);
      addRowProducts(out, size, out, size, count, sums, true);
    }
  }

  #normalise(y: Float64Array, first: number, count: number): void {
    const { batch } = this.#centred;
    const squares = new Float64Array(count);
    const means = new Float64Array(count);
    for (let i = first; i < first + batch; i++) for (let t = 0; t < count; t++) means[t] += y[i * count + t] / batch;
    for (let i = first; i < first + batch; i++) {
      for (let t = 0; t < count; t++) {
        y[i * count + t] -= means[t];
        squares[t] += y[i * count + t] ** 2;
      }
    }
    for (let t = 0; t < count; t++) squares[t] = 1 / Math.sqrt(squares[t] / batch + this.#epsilon);
    for (let i = first; i < first + batch; i++) for (let t = 0; t < count; t++) y[i * count + t] *= squares[t];
  }
}

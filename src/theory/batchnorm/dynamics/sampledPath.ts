/**
 * The covariance of a batch through the layers of a random network of finite width: the path that leaves an unstable
 * symmetric state, since its noise breaks the symmetry as a network's does. A layer of width N is N rows h ~ N(0, Sigma) in
 * law, whose activations psi(sqrt(B) y/rho) have the empirical covariance that the next layer sees; no weights are drawn.
 */
import type { GaussianStream } from "../../../numeric/random/gaussianStream.js";
import type { Problem } from "../problem.js";

/** A pivot this small against the largest is rounding. */
const SINGULAR = 1e-13;

/** Lower triangular L with L L^T = sigma, row by row; columns of vanishing pivots are 0. */
export function choleskyFactor(sigma: Float64Array, size: number): Float64Array {
  const factor = new Float64Array(size * size);
  let largest = 0;
  for (let i = 0; i < size; i++) largest = Math.max(largest, sigma[i * size + i]!);
  for (let j = 0; j < size; j++) {
    let pivot = sigma[j * size + j]!;
    for (let k = 0; k < j; k++) pivot -= factor[j * size + k]! ** 2;
    if (!(pivot > SINGULAR * largest)) continue;
    const root = Math.sqrt(pivot);
    factor[j * size + j] = root;
    for (let i = j + 1; i < size; i++) {
      let sum = sigma[i * size + j]!;
      for (let k = 0; k < j; k++) sum -= factor[i * size + k]! * factor[j * size + k]!;
      factor[i * size + j] = sum / root;
    }
  }
  return factor;
}

/** Cells of the table of psi; the path's own noise is a thousand times its error. */
const CELLS = 1 << 15;

/** psi by linear interpolation on |u| <= sqrt(B-1), which no normalised value exceeds. */
function tabulated({ psi, batch }: Problem): (u: number) => number {
  const reach = Math.sqrt(batch - 1) * (1 + 1e-9);
  const values = Float64Array.from({ length: CELLS + 2 }, (_, k) => psi.value(reach * ((2 * k) / CELLS - 1)));
  return (u) => {
    const place = ((u / reach + 1) * CELLS) / 2;
    const cell = Math.min(CELLS, Math.max(0, Math.floor(place)));
    return values[cell]! + (place - cell) * (values[cell + 1]! - values[cell]!);
  };
}

/** G sigma G. */
export function centredCovariance(sigma: Float64Array, size: number): Float64Array {
  const means = new Float64Array(size);
  let mean = 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) means[i]! += sigma[i * size + j]! / size;
    mean += means[i]! / size;
  }
  return sigma.map((value, at) => value - means[Math.floor(at / size)]! - means[at % size]! + mean);
}

export class SampledPath {
  /** The covariance that the next layer sees, B x B. */
  covariance: Float64Array;
  layers = 0;
  readonly #problem: Problem;
  readonly #width: number;
  readonly #stream: GaussianStream;
  readonly #psi: (u: number) => number;

  /** Starts from `start`, or from a batch of `width` independent standard Gaussian features a sample. */
  constructor(problem: Problem, width: number, stream: GaussianStream, start: Float64Array | null) {
    const { batch } = problem;
    this.#problem = problem;
    this.#width = width;
    this.#stream = stream;
    this.#psi = tabulated(problem);
    if (start !== null) {
      this.covariance = start;
      return;
    }
    this.covariance = new Float64Array(batch * batch);
    const row = new Float64Array(batch);
    for (let n = 0; n < width; n++) this.#add(stream.fill(row), this.covariance);
    this.#finish(this.covariance, 1);
  }

  /** One layer on. */
  step(): void {
    const { batch, epsilon, weightVariance } = this.#problem;
    // only differences matter: batch norm subtracts the mean
    const factor = choleskyFactor(centredCovariance(this.covariance, batch), batch);
    const noise = new Float64Array(batch);
    const x = new Float64Array(batch);
    const next = new Float64Array(batch * batch);
    for (let n = 0; n < this.#width; n++) {
      this.#stream.fill(noise);
      let mean = 0;
      for (let i = 0; i < batch; i++) {
        let sum = 0;
        for (let k = 0, at = i * batch; k <= i; k++, at++) sum += factor[at]! * noise[k]!;
        x[i] = sum;
        mean += sum / batch;
      }
      let square = 0;
      for (let i = 0; i < batch; i++) square += (x[i]! - mean) ** 2;
      const scale = 1 / Math.sqrt(square / batch + epsilon);
      for (let i = 0; i < batch; i++) x[i] = this.#psi(square > 0 ? (x[i]! - mean) * scale : 0);
      this.#add(x, next);
    }
    this.#finish(next, weightVariance);
    this.covariance = next;
    this.layers += 1;
  }

  #add(x: Float64Array, sum: Float64Array): void {
    const size = x.length;
    for (let i = 0; i < size; i++) {
      const xi = x[i]!;
      for (let j = 0, at = i * size; j <= i; j++, at++) sum[at]! += xi * x[j]!;
    }
  }

  #finish(sum: Float64Array, weightVariance: number): void {
    const size = this.#problem.batch;
    for (let i = 0; i < size; i++) {
      for (let j = 0; j <= i; j++) {
        const value = (weightVariance * sum[i * size + j]!) / this.#width;
        sum[i * size + j] = value;
        sum[j * size + i] = value;
      }
    }
  }
}

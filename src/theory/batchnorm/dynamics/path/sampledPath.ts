/**
 * The centred covariance of a batch, G Sigma G, through the layers of a random network of finite width: the path that leaves an
 * unstable symmetric state, since its noise breaks the symmetry as a network's does. A layer of width N is N rows h ~ N(0, Sigma)
 * in law, whose activations psi(sqrt(B) y/rho) have the empirical covariance that the next layer sees; no weights are drawn.
 * A layer costs N B^2 multiplications, as products of contiguous rows: half for h = L z, half for the covariance. (Ours.)
 */
import { addRowProducts } from "../../../../numeric/linearAlgebra/rowProducts.js";
import type { GaussianStream } from "../../../../numeric/random/gaussianStream.js";
import type { Problem } from "../../problem.js";
import { choleskyFactor } from "./choleskyFactor.js";
import { ValueTable } from "./valueTable.js";

/** Features at a time: rows of this length stay in the first cache. */
const FEATURES = 120;
/** Columns of the triangular factor at a time; what lies above the diagonal of such a block is multiplied for nothing. */
const COLUMNS = 16;

/** Columns from `first` on of a triangular factor, rows from `first` on, contiguous. */
interface Panel {
  readonly first: number;
  readonly columns: number;
  readonly rows: Float64Array;
}

function panelsOf(factor: Float64Array, size: number): Panel[] {
  const panels: Panel[] = [];
  for (let first = 0; first < size; first += COLUMNS) {
    const columns = Math.min(COLUMNS, size - first);
    const rows = new Float64Array((size - first) * columns);
    for (let i = first; i < size; i++) {
      rows.set(factor.subarray(i * size + first, i * size + first + columns), (i - first) * columns);
    }
    panels.push({ first, columns, rows });
  }
  return panels;
}

export class SampledPath {
  /** G Sigma G of the covariance that the next layer sees, B x B. */
  centred: Float64Array;
  /** Trace of G Sigma G over that of Sigma. */
  share = 1;
  layers = 0;
  readonly #problem: Problem;
  readonly #width: number;
  readonly #stream: GaussianStream;
  readonly #psi: ValueTable;
  /** Noise, a row a feature; features, a row a sample; a panel's columns of the noise: reused, since a layer fills many. */
  readonly #noise: Float64Array;
  readonly #features: Float64Array;
  readonly #columns = new Float64Array(COLUMNS * FEATURES);

  /** Starts from the centred covariance `start`, or from a batch of `width` independent standard Gaussian features a sample. */
  constructor(problem: Problem, width: number, stream: GaussianStream, start: Float64Array | null) {
    const { batch } = problem;
    this.#problem = problem;
    this.#width = width;
    this.#stream = stream;
    this.#psi = new ValueTable(problem);
    this.#noise = new Float64Array(batch * FEATURES);
    this.#features = new Float64Array(batch * FEATURES);
    const inputs = (noise: Float64Array, count: number, x: Float64Array) => {
      for (let i = 0, at = 0; i < batch; i++) for (let n = 0; n < count; n++, at++) x[at] = noise[n * batch + i]!;
    };
    this.centred = start ?? this.#covariance(inputs, 1);
  }

  /** One layer on. */
  step(): void {
    const { batch, weightVariance } = this.#problem;
    const panels = panelsOf(choleskyFactor(this.centred, batch), batch);
    this.centred = this.#covariance((noise, count, x) => this.#activations(panels, noise, count, x), weightVariance);
    this.layers += 1;
  }

  /** G Sigma G of `width` features, which `compute` makes of as many rows of noise. */
  #covariance(compute: (noise: Float64Array, count: number, x: Float64Array) => void, variance: number): Float64Array {
    const { batch } = this.#problem;
    const sum = new Float64Array(batch * batch);
    let raw = 0;
    for (let done = 0; done < this.#width; done += FEATURES) {
      const count = Math.min(FEATURES, this.#width - done);
      const x = this.#features.subarray(0, batch * count);
      compute(this.#stream.fill(this.#noise.subarray(0, batch * count)), count, x);
      for (let at = 0; at < x.length; at++) raw += x[at]! * x[at]!;
      subtractMeans(x, batch, count);
      addRowProducts(x, batch, x, batch, count, sum, true);
    }
    let trace = 0;
    for (let i = 0; i < batch; i++) {
      trace += sum[i * (batch + 1)]!;
      for (let j = 0; j <= i; j++) {
        sum[j * batch + i] = sum[i * batch + j] = (variance * sum[i * batch + j]!) / this.#width;
      }
    }
    this.share = trace / raw;
    return sum;
  }

  /** psi of the normalised L z. */
  #activations(panels: readonly Panel[], noise: Float64Array, count: number, x: Float64Array): void {
    const { batch, epsilon } = this.#problem;
    x.fill(0);
    for (const { first, columns, rows } of panels) {
      const z = this.#columns;
      for (let n = 0, at = 0; n < count; n++) {
        for (let k = n * batch + first; k < n * batch + first + columns; k++) z[at++] = noise[k]!;
      }
      addRowProducts(rows, batch - first, z, count, columns, x.subarray(first * count));
    }
    const squares = subtractMeans(x, batch, count);
    for (let n = 0; n < count; n++) squares[n] = squares[n]! > 0 ? 1 / Math.sqrt(squares[n]! / batch + epsilon) : 0;
    this.#psi.apply(x, squares);
  }
}

/** Takes the mean of each column away and returns what is left of the sums of squares. */
function subtractMeans(x: Float64Array, rows: number, columns: number): Float64Array {
  const means = new Float64Array(columns);
  const squares = new Float64Array(columns);
  for (let i = 0, at = 0; i < rows; i++) for (let n = 0; n < columns; n++, at++) means[n]! += x[at]!;
  for (let n = 0; n < columns; n++) means[n]! /= rows;
  for (let i = 0, at = 0; i < rows; i++) {
    for (let n = 0; n < columns; n++, at++) {
      const value = x[at]! - means[n]!;
      x[at] = value;
      squares[n]! += value * value;
    }
  }
  return squares;
}

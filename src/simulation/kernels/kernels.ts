/**
 * What a backend computes for the sampler: seven kernels on N x C arrays, and moving data in and out. N is the width, C the number
 * of samples that go through the network together: `batches` batches of `batch` each, batch after batch. A backend holds its
 * arrays as it likes (typed arrays, WebAssembly memory, tensors); the C x C algebra stays with the sampler, in float64.
 * A method may answer later (a GPU), so that every caller awaits.
 */
import type { Elementwise } from "../elementwise/program.js";

/** An N x C array that a backend holds; nothing outside the backend looks inside. */
export interface Block {
  /** N. */
  readonly width: number;
  /** C. */
  readonly columns: number;
}

/** Which numbers `fill` draws: a pure function of these three. Whole numbers; `seed` below 2^53, the others below 2^32. */
export interface StreamKey {
  readonly seed: number;
  /** The network. */
  readonly sample: number;
  /** The array within the network. */
  readonly draw: number;
}

/** Batch normalisation of each neuron over each batch: z = (h - mean)/sqrt(variance + epsilon), psi(z) = phi(gamma z + beta). */
export interface Normalisation {
  readonly batch: number;
  readonly epsilon: number;
  readonly gamma: number;
  readonly beta: number;
  /** False: the batch mean is not subtracted, and the mean square takes the place of the variance. */
  readonly centred: boolean;
}

export interface KernelOptions extends Normalisation {
  readonly width: number;
  readonly columns: number;
  readonly activation: Elementwise;
}

export type Awaitable<T> = T | Promise<T>;

/** C x C, row after row. */
export type Square = Float64Array;

export interface Kernels {
  readonly options: KernelOptions;
  /** A new array, its contents unspecified. */
  allocate(): Block;
  release(block: Block): void;
  /** Element (i, c), neuron i of sample c, at c N + i. */
  read(block: Block): Awaitable<Float64Array>;
  write(block: Block, data: Float64Array): Awaitable<void>;
  copy(from: Block, to: Block): Awaitable<void>;

  /** G: independent standard Gaussians. */
  fill(gaussians: Block, key: StreamKey): Awaitable<void>;
  /** X^T X / N, symmetric. */
  syrk(x: Block): Awaitable<Square>;
  /** G <- G L^T for a lower triangular L. */
  mulTri(gaussians: Block, lower: Square): Awaitable<void>;
  /** X^T Y / N. */
  gemmTN(x: Block, y: Block): Awaitable<Square>;
  /** Y <- Y + X M. */
  addXM(y: Block, x: Block, m: Square): Awaitable<void>;
  /** X <- psi(z(H)); H stays. */
  bnForward(h: Block, x: Block): Awaitable<void>;
  /** D, a gradient with respect to psi(z(H)), becomes the gradient with respect to H; H stays. */
  bnBackward(h: Block, d: Block): Awaitable<void>;
  /** Frees everything. */
  close(): void;
}

/** One way to run the kernels. */
export interface Backend {
  /** plain, wasm, tfjs-cpu, tfjs-wasm, tfjs-webgpu, tfjs-node, tfjs-node-gpu. */
  readonly name: string;
  /** Relative rounding of one operation: 2^-53, or 2^-24 in float32. */
  readonly unitRoundoff: number;
  open(options: KernelOptions): Awaitable<Kernels>;
}

/**
 * The kernels on TensorFlow.js: an N x C array is a tensor of C rows of N, float32. Gaussians come from the host,
 * since they are the stream's; the small C x C products return to it, since TensorFlow.js has no Cholesky and no
 * float64.
 */
import { GaussianStream } from "../../../numeric/random/gaussianStream.js";
import type { Block, KernelOptions, Kernels, Square, StreamKey } from "../kernels.js";
import { runProgram } from "./runProgram.js";
import type { Tensor, Tfjs } from "./tfjs.js";
import { tidy } from "./tidy.js";

interface TensorBlock extends Block {
  /** null before the first write, and after release. */
  tensor: Tensor | null;
}

const tensorOf = (block: Block): Tensor => {
  const { tensor } = block as TensorBlock;
  if (tensor === null) throw new RangeError("a block is read before it is written");
  return tensor;
};

export class TfjsKernels implements Kernels {
  private readonly blocks = new Set<TensorBlock>();

  constructor(
    private readonly tf: Tfjs,
    readonly options: KernelOptions,
  ) {}

  allocate(): Block {
    const { width, columns } = this.options;
    const block: TensorBlock = { width, columns, tensor: null };
    this.blocks.add(block);
    return block;
  }

  release(block: Block): void {
    this.set(block, null);
    this.blocks.delete(block as TensorBlock);
  }

  close(): void {
    for (const block of this.blocks) this.release(block);
  }

  private set(block: Block, tensor: Tensor | null): void {
    const target = block as TensorBlock;
    target.tensor?.dispose();
    target.tensor = tensor;
  }

  async read(block: Block): Promise<Float64Array> {
    return Float64Array.from(await tensorOf(block).data());
  }

  write(block: Block, data: Float64Array): void {
    this.set(block, this.tensor(data));
  }

  private tensor(data: Float64Array): Tensor {
    return this.tf.tensor(Float32Array.from(data), this.shape(), "float32");
  }

  copy(from: Block, to: Block): void {
    this.set(to, this.tf.clone(tensorOf(from)));
  }

  fill(gaussians: Block, key: StreamKey): void {
    const { width, columns } = this.options;
    this.write(gaussians, new GaussianStream(key).fill(new Float64Array(width * columns)));
  }

  private square(entries: Square): Tensor {
    const { columns } = this.options;
    return this.tf.tensor(Float32Array.from(entries), [columns, columns], "float32");
  }

  async gemmTN(x: Block, y: Block): Promise<Square> {
    const { width } = this.options;
    const product = this.tf.matMul(tensorOf(x), tensorOf(y), false, true);
    const entries = Float64Array.from(await product.data(), (sum) => sum / width);
    product.dispose();
    return entries;
  }

  async syrk(x: Block): Promise<Square> {
    const { columns } = this.options;
    const gram = await this.gemmTN(x, x);
    // a device may sum the two triangles in different orders
    for (let a = 0; a < columns; a++) {
      for (let b = 0; b < a; b++) gram[b * columns + a] = gram[a * columns + b]!;
    }
    return gram;
  }

  mulTri(gaussians: Block, lower: Square): void {
    const { columns } = this.options;
    const triangle = lower.map((entry, place) => (place % columns > Math.floor(place / columns) ? 0 : entry));
    this.set(
      gaussians,
      tidy(this.tf, () => this.tf.matMul(this.square(triangle), tensorOf(gaussians))),
    );
  }

  addXM(y: Block, x: Block, m: Square): void {
    const { tf } = this;
    this.set(
      y,
      tidy(tf, () => tf.add(tensorOf(y), tf.matMul(this.square(m), tensorOf(x), true))),
    );
  }

  async bnForward(h: Block, x: Block): Promise<void> {
    const { tf } = this;
    const { program, value } = this.options.activation;
    const argument = this.argumentOf(h);
    try {
      if (program === null) this.write(x, await this.onHost(argument, value));
      else
        this.set(
          x,
          tidy(tf, () => this.flat(runProgram(tf, program, "value", argument))),
        );
    } finally {
      argument.dispose();
    }
  }

  async bnBackward(h: Block, d: Block): Promise<void> {
    const { tf } = this;
    const { gamma, centred } = this.options;
    const slope = await this.slope(h);
    const result = tidy(tf, () => {
      const { z, scale } = this.normalised(h);
      const e = tf.mul(tf.mul(this.grouped(slope), this.grouped(tensorOf(d))), tf.scalar(gamma, "float32"));
      const along = tf.mul(z, tf.mean(tf.mul(e, z), 1, true));
      const rest = centred ? tf.sub(e, tf.mean(e, 1, true)) : e;
      return this.flat(tf.mul(tf.sub(rest, along), scale));
    });
    slope.dispose();
    this.set(d, result);
  }

  /** phi'(gamma z + beta), on the device where phi is a program. */
  private async slope(h: Block): Promise<Tensor> {
    const { program, derivative } = this.options.activation;
    const argument = this.argumentOf(h);
    try {
      if (program !== null) return runProgram(this.tf, program, "derivative", argument);
      return this.tensor(await this.onHost(argument, derivative));
    } finally {
      argument.dispose();
    }
  }

  private async onHost(argument: Tensor, f: (x: number) => number): Promise<Float64Array> {
    return Float64Array.from(await argument.data(), f);
  }

  private shape(): [number, number] {
    return [this.options.columns, this.options.width];
  }

  /** Batches x samples x neurons. */
  private grouped(tensor: Tensor): Tensor {
    const { batch, columns, width } = this.options;
    return this.tf.reshape(tensor, [columns / batch, batch, width]);
  }

  private flat(tensor: Tensor): Tensor {
    return this.tf.reshape(tensor, this.shape());
  }

  /** gamma z + beta, batches x samples x neurons. */
  private argumentOf(h: Block): Tensor {
    const { tf } = this;
    const { gamma, beta } = this.options;
    return tidy(tf, () =>
      tf.add(tf.mul(this.normalised(h).z, tf.scalar(gamma, "float32")), tf.scalar(beta, "float32")),
    );
  }

  /** z, and 1/sqrt(variance + epsilon), which is 0 for a constant row without epsilon. */
  private normalised(h: Block): { readonly z: Tensor; readonly scale: Tensor } {
    const { tf } = this;
    const { batch, columns, width, epsilon, centred } = this.options;
    const rows = this.grouped(tensorOf(h));
    // differences from the first sample: a constant row gives exact zeros, whatever its value
    const moved = centred ? tf.sub(rows, tf.slice(rows, [0, 0, 0], [columns / batch, 1, width])) : rows;
    const centredRows = centred ? tf.sub(moved, tf.mean(moved, 1, true)) : moved;
    const spread = tf.add(tf.mean(tf.square(centredRows), 1, true), tf.scalar(epsilon, "float32"));
    const zero = tf.zerosLike(spread);
    const positive = tf.greater(spread, zero);
    const root = tf.sqrt(tf.where(positive, spread, tf.add(zero, tf.scalar(1, "float32"))));
    const scale = tf.where(positive, tf.div(tf.scalar(1, "float32"), root), zero);
    return { z: tf.mul(centredRows, scale), scale };
  }
}

import { GaussianStream } from "../../../numeric/random/gaussianStream.js";
import { interpret } from "../../elementwise/interpret.js";
import type { Block, KernelOptions, Kernels, Square, StreamKey } from "../kernels.js";
import { bnBackward, bnForward } from "./normalisation.js";

/** Neuron i of sample c at c N + i: the layout of `read`. */
interface PlainBlock extends Block {
  readonly data: Float64Array;
}

const dataOf = (block: Block): Float64Array => (block as PlainBlock).data;

export class PlainKernels implements Kernels {
  readonly options: KernelOptions;
  private readonly interpreted: KernelOptions;

  constructor(options: KernelOptions) {
    const { activation } = options;
    const { program } = activation;
    this.options = options;
    // a worker thread has the program only, and its numbers must be the same ones
    this.interpreted =
      program === null ? options : { ...options, activation: { ...activation, ...interpret(program) } };
  }

  allocate(): PlainBlock {
    const { width, columns } = this.options;
    return { width, columns, data: new Float64Array(width * columns) };
  }

  release(): void {}

  read(block: Block): Float64Array {
    return dataOf(block).slice();
  }

  write(block: Block, data: Float64Array): void {
    dataOf(block).set(data);
  }

  copy(from: Block, to: Block): void {
    dataOf(to).set(dataOf(from));
  }

  fill(gaussians: Block, key: StreamKey): void {
    new GaussianStream(key).fill(dataOf(gaussians));
  }

  syrk(x: Block): Square {
    return this.gemmTN(x, x);
  }

  gemmTN(x: Block, y: Block): Square {
    const { width, columns } = this.options;
    const out = new Float64Array(columns * columns);
    for (let a = 0; a < columns; a++) {
      for (let b = 0; b < columns; b++) out[a * columns + b] = dot(column(x, a), column(y, b)) / width;
    }
    return out;
  }

  mulTri(gaussians: Block, lower: Square): void {
    const { columns } = this.options;
    // column c needs the old columns up to c: from the last to the first, nobody misses what is overwritten
    for (let c = columns - 1; c >= 0; c--) {
      const target = column(gaussians, c);
      scale(lower[c * columns + c]!, target);
      for (let k = 0; k < c; k++) addScaled(target, lower[c * columns + k]!, column(gaussians, k));
    }
  }

  addXM(y: Block, x: Block, m: Square): void {
    const { columns } = this.options;
    for (let c = 0; c < columns; c++) {
      for (let k = 0; k < columns; k++) addScaled(column(y, c), m[k * columns + c]!, column(x, k));
    }
  }

  bnForward(h: Block, x: Block): void {
    bnForward(dataOf(h), dataOf(x), this.interpreted);
  }

  bnBackward(h: Block, d: Block): void {
    bnBackward(dataOf(h), dataOf(d), this.interpreted);
  }

  close(): void {}
}

/** A view of one sample. */
const column = (block: Block, c: number) => dataOf(block).subarray(c * block.width, (c + 1) * block.width);

function dot(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i]! * y[i]!;
  return sum;
}

function scale(factor: number, x: Float64Array): void {
  for (let i = 0; i < x.length; i++) x[i]! *= factor;
}

function addScaled(target: Float64Array, factor: number, x: Float64Array): void {
  for (let i = 0; i < x.length; i++) target[i]! += factor * x[i]!;
}

import { streamOf } from "../streams.js";
import type { ConvolutionKernels } from "./numbers.js";
import { type Shape, type Tensor, tensor } from "./tensor.js";

/** Uniform within 1/sqrt(fan-in), PyTorch's default; or all the same number. */
export type Start = { readonly fanIn: number } | { readonly all: number };

/** The parameters of a network, in the order in which a pass takes them; drawn when they are first taken. */
export class Parameters {
  private readonly tensors: Tensor[] = [];
  private taken = 0;

  constructor(
    private readonly kernels: ConvolutionKernels,
    private readonly seed: number,
  ) {}

  /** All that were taken. */
  get all(): readonly Tensor[] {
    return this.tensors;
  }

  /** A pass begins. */
  rewind(): void {
    this.taken = 0;
  }

  take(shape: Shape, start: Start): Tensor {
    const index = this.taken++;
    const known = this.tensors[index];
    if (known !== undefined) return known;
    const drawn = tensor(this.kernels, shape);
    if ("all" in start) drawn.values.fill(start.all);
    else {
      const stream = streamOf(this.seed, "W", index);
      const bound = 1 / Math.sqrt(start.fanIn);
      // rounded: kernels of any precision start alike
      for (let i = 0; i < drawn.values.length; i++) drawn.values[i] = Math.fround(bound * (2 * stream.uniform() - 1));
    }
    this.tensors.push(drawn);
    return drawn;
  }
}

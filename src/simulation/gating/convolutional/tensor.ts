import type { ConvolutionKernels, Numbers } from "./numbers.js";

/** Samples x channels x height x width, row-major. A list of features is of 1 x 1. */
export interface Shape {
  readonly samples: number;
  readonly channels: number;
  readonly height: number;
  readonly width: number;
}

export interface Tensor extends Shape {
  readonly values: Numbers;
  /** Of the loss by `values`; what is used several times adds up. */
  readonly gradient: Numbers;
}

export const tensor = (kernels: ConvolutionKernels, { samples, channels, height, width }: Shape): Tensor => {
  const size = samples * channels * height * width;
  return { samples, channels, height, width, values: kernels.zeros(size), gradient: kernels.zeros(size) };
};

/** What was computed, so that it can be gone through backwards. */
export class Tape {
  private readonly steps: (() => void)[] = [];

  constructor(readonly kernels: ConvolutionKernels) {}

  /** `back` adds to the gradients of what went into a step, from that of what came out. */
  record(back: () => void): void {
    this.steps.push(back);
  }

  /** Gradients of all that went in, from those that were put into what came out last. */
  backward(): void {
    for (const back of this.steps.reverse()) back();
    this.steps.length = 0;
  }
}

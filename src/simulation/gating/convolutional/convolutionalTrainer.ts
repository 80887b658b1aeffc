import { adamStep, type Moments } from "../plain/adamStep.js";
import { sampleLoss } from "../plain/loss.js";
import type { GatedMeasurement } from "../settings.js";
import { divergence } from "../trainer.js";
import { type ConvolutionalModel, forwardPass } from "./forwardPass.js";
import type { ConvolutionKernels, Numbers } from "./numbers.js";
import { Parameters } from "./parameters.js";
import { type Shape, Tape, type Tensor, tensor } from "./tensor.js";

/** Images in rows (channels x height x width) with their labels. */
export interface LabelledImages {
  readonly inputs: Float32Array;
  readonly labels: Uint8Array;
}

export type LabelMeasurement = GatedMeasurement & { readonly accuracy: number };

export interface ConvolutionalSetup {
  readonly model: ConvolutionalModel;
  readonly image: Pick<Shape, "channels" | "height" | "width">;
  readonly adam: { readonly rate: number; readonly beta1: number; readonly beta2: number; readonly epsilon: number };
  readonly seed: number;
}

/** A convolutional gated network, and Adam on the cross-entropy of its batches. */
export class ConvolutionalTrainer {
  readonly parameters: Parameters;
  private moments: readonly Moments<Numbers>[] = [];
  private steps = 0;

  constructor(
    private readonly kernels: ConvolutionKernels,
    private readonly setup: ConvolutionalSetup,
  ) {
    this.parameters = new Parameters(kernels, setup.seed);
  }

  /** One step on a batch: its loss and accuracy before. null where the loss or its gradient has left all bounds: there is no next step. */
  step(batch: LabelledImages): LabelMeasurement | null {
    const tape = new Tape(this.kernels);
    const outputs = this.outputs(tape, batch);
    const measured = crossEntropy(outputs, batch.labels);
    if (!(measured.loss < divergence)) return null;
    const { all } = this.parameters;
    for (const { gradient } of all) gradient.fill(0);
    tape.backward();
    if (this.steps === 0) {
      this.moments = all.map(({ values: { length } }) => ({
        first: this.kernels.zeros(length),
        second: this.kernels.zeros(length),
      }));
    }
    this.steps++;
    const moved = all.map(({ values, gradient }, k) =>
      adamStep<Numbers>(this.setup.adam, this.steps, values, gradient, this.moments[k]!),
    );
    return moved.every(Boolean) ? measured : null;
  }

  /** Loss and accuracy of some images, all of them one batch. */
  measure(batch: LabelledImages): LabelMeasurement {
    return crossEntropy(this.outputs(new Tape(this.kernels), batch), batch.labels);
  }

  private outputs(tape: Tape, { inputs, labels }: LabelledImages): Tensor {
    const images = tensor(this.kernels, { samples: labels.length, ...this.setup.image });
    images.values.set(inputs);
    return forwardPass(tape, this.parameters, this.setup.model, images);
  }
}

/** The mean loss; puts its gradient into the outputs. */
function crossEntropy(outputs: Tensor, labels: Uint8Array): LabelMeasurement {
  const { samples, channels } = outputs;
  const wanted = { inputs: new Float32Array(0), labels };
  let [loss, right] = [0, 0];
  for (let s = 0; s < samples; s++) {
    const row = Float64Array.from(outputs.values.subarray(s * channels, (s + 1) * channels));
    const one = sampleLoss(wanted, s, row);
    loss += one.loss / samples;
    right += Number(one.right);
    for (let c = 0; c < channels; c++) outputs.gradient[s * channels + c] = one.gradient[c]! / samples;
  }
  return { loss, accuracy: right / samples };
}

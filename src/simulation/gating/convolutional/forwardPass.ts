import type { GatedModel } from "../settings.js";
import type { Architecture, ArchitectureLayer } from "./architecture.js";
import { convolve } from "./convolve.js";
import { dense } from "./dense.js";
import { add, addBias, averageOverPixels, gated, rectify } from "./elementwise.js";
import { normalise } from "./normalise.js";
import type { Parameters } from "./parameters.js";
import { type Tape, type Tensor, tensor } from "./tensor.js";

export interface ConvolutionalModel {
  readonly architecture: Architecture;
  readonly model: GatedModel;
  /** Of the gates of a DLGN; the others have none of their own. */
  readonly beta: number | "hard";
  readonly outputs: number;
}

/** The outputs (samples x outputs) for a batch of images. */
export function forwardPass(tape: Tape, parameters: Parameters, model: ConvolutionalModel, images: Tensor): Tensor {
  parameters.rewind();
  if (model.model === "relu") return new Pass(tape, parameters, model, (z) => rectify(tape, z)).whole(images);
  if (model.model === "dln") return new Pass(tape, parameters, model, (z) => z).whole(images);
  const eta: Tensor[] = [];
  const keep = (z: Tensor) => {
    eta.push(z);
    return z;
  };
  new Pass(tape, parameters, model, keep).hidden(images);
  let at = 0;
  const values = new Pass(tape, parameters, model, (z) => gated(tape, eta[at++]!, z, model.beta));
  if (model.model === "dlgn") return values.whole(images);
  const ones = tensor(tape.kernels, images);
  ones.values.fill(1);
  return values.whole(ones);
}

/** One network: `open` is what its hidden nodes do with what reaches them. */
class Pass {
  constructor(
    private readonly tape: Tape,
    private readonly parameters: Parameters,
    private readonly model: ConvolutionalModel,
    private readonly open: (z: Tensor) => Tensor,
  ) {}

  whole(images: Tensor): Tensor {
    return this.linear(this.hidden(images), this.model.outputs);
  }

  /** Up to the last gated layer. */
  hidden(images: Tensor): Tensor {
    const { architecture } = this.model;
    let x = images;
    for (const layer of architecture.layers) x = this.layer(x, layer);
    x = averageOverPixels(this.tape, x);
    for (const nodes of architecture.dense) x = this.open(this.linear(x, nodes));
    return x;
  }

  private layer(x: Tensor, { kind, filters, stride }: ArchitectureLayer): Tensor {
    const first = this.open(this.convolution(x, filters, 3, stride));
    if (kind === "convolution") return first;
    const second = this.convolution(first, filters, 3, 1);
    const same = stride === 1 && x.channels === filters;
    return this.open(add(this.tape, second, same ? x : this.convolution(x, filters, 1, stride)));
  }

  private convolution(x: Tensor, filters: number, size: number, stride: number): Tensor {
    const { tape, parameters } = this;
    const fanIn = x.channels * size * size;
    const shape = { samples: filters, channels: x.channels, height: size, width: size };
    const out = convolve(tape, x, parameters.take(shape, { fanIn }), stride);
    const each = { samples: 1, channels: filters, height: 1, width: 1 };
    if (!this.model.architecture.normalised) return addBias(tape, out, parameters.take(each, { fanIn }));
    return normalise(tape, out, parameters.take(each, { all: 1 }), parameters.take(each, { all: 0 }));
  }

  private linear(x: Tensor, nodes: number): Tensor {
    const { tape, parameters } = this;
    const start = { fanIn: x.channels };
    const weights = parameters.take({ samples: nodes, channels: x.channels, height: 1, width: 1 }, start);
    const bias = parameters.take({ samples: 1, channels: nodes, height: 1, width: 1 }, start);
    return addBias(tape, dense(tape, x, weights), bias);
  }
}

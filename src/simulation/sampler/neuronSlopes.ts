import { interpret } from "../elementwise/interpret.js";
import type { Network } from "../network.js";

/** z, psi'(z) = gamma phi'(gamma z + beta) and 1/S of one neuron over one batch, from an array that a backend gave. */
export class NeuronSlopes {
  readonly z: Float64Array;
  readonly slopes: Float64Array;
  /** 1/S; 0 for a constant row without epsilon, as in the kernels. */
  inverse = 0;
  private readonly derivative: (x: number) => number;

  constructor(private readonly network: Network) {
    const { program } = network.activation;
    this.z = new Float64Array(network.batch);
    this.slopes = new Float64Array(network.batch);
    // a worker thread has the program only, and its numbers must be the same ones
    this.derivative = program === null ? network.activation.derivative : interpret(program).derivative;
  }

  /** Reads the neuron and batch whose first sample lies at `at` of the N x C array `h`. */
  read(h: Float64Array, at: number): void {
    const { z, slopes, derivative } = this;
    const { batch, width, centred, epsilon, gamma, beta } = this.network;
    const origin = centred ? h[at]! : 0;
    let sum = 0;
    for (let c = 0; c < batch; c++) {
      z[c] = h[at + c * width]! - origin;
      sum += z[c]!;
    }
    const mean = centred ? sum / batch : 0;
    let squares = 0;
    for (let c = 0; c < batch; c++) {
      z[c]! -= mean;
      squares += z[c]! ** 2;
    }
    const spread = squares / batch + epsilon;
    this.inverse = spread > 0 ? 1 / Math.sqrt(spread) : 0;
    for (let c = 0; c < batch; c++) {
      z[c]! *= this.inverse;
      slopes[c] = gamma * derivative(gamma * z[c]! + beta);
    }
  }
}

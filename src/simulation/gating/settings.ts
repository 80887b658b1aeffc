/** What is trained: networks whose hidden nodes are gated, by Adam on shuffled batches. */
import type { StopSignal } from "../stopSignal.js";

/**
 * With eta_0 = x, eta_l = W_l eta_{l-1} + b_l:
 * - "relu": h_l = max(0, W_l h_{l-1} + b_l), h_0 = x;
 * - "dlgn": h_l = g(eta_l) (U_l h_{l-1} + c_l), h_0 = x;
 * - "dlgn-pwc": the same with h_0 = (1, ..., 1): piecewise constant for hard gates;
 * - "dln": h_l = W_l h_{l-1} + b_l, h_0 = x.
 * The top layer is linear in every model. (Lorik et al. 2024, section 2, Table 1.)
 */
export type GatedModel = "relu" | "dlgn" | "dlgn-pwc" | "dln";

export interface GatedGates {
  /** g(eta) = 1/(1 + exp(-beta eta)), beta > 0; "hard": 1(eta >= 0), whose gradient is zero: then only U is trained. */
  readonly beta: number | "hard";
  /** W and b stay as they start. */
  readonly fixed: boolean;
}

export interface GatedSettings {
  readonly model: GatedModel;
  /** Numbers of one input. */
  readonly inputs: number;
  /** Nodes of each hidden layer, from the lowest. */
  readonly hidden: readonly number[];
  readonly outputs: number;
  /** Whether every layer has biases, those of gates too. */
  readonly bias: boolean;
  /** Of "dlgn" and "dlgn-pwc"; null for the other models, whose gates are not their own. */
  readonly gates: GatedGates | null;
  /**
   * "mse": the mean of (f - y)^2 over samples and outputs; "cross-entropy": the mean of -log softmax(f)_label over samples.
   * The gradient is that of the same mean over a batch.
   */
  readonly loss: "mse" | "cross-entropy";
  /** Kingma and Ba's update with both bias corrections. Defaults: beta1 0.9, beta2 0.999, epsilon 1e-8. */
  readonly adam: {
    readonly rate: number;
    readonly beta1?: number;
    readonly beta2?: number;
    readonly epsilon?: number;
  };
  /**
   * Every epoch visits each sample once in a new random order, in batches: so many of them, equal but for one sample; or of
   * so many samples, the last one with the rest.
   */
  readonly batches: { readonly count: number } | { readonly size: number };
  readonly epochs: number;
  /** Numbers of epochs after which the network is recorded; 0 is the start. Increasing, none above `epochs`. */
  readonly checkpoints: readonly number[];
}

/** Inputs in rows (samples x inputs, row-major) with what they shall give: targets for "mse", labels for "cross-entropy". */
export type GatedSamples =
  | { readonly inputs: Float32Array /** samples x outputs, row-major */; readonly targets: Float32Array }
  | { readonly inputs: Float32Array /** 0 .. outputs - 1 */; readonly labels: Uint8Array };

export interface GatedData {
  readonly training: GatedSamples;
  /** Measured at checkpoints, never trained on. */
  readonly evaluation?: GatedSamples;
}

/** One layer of weights. Runs give single precision; the oracle computes in double. */
export interface TrainedLayer<Numbers extends Float32Array | Float64Array = Float32Array> {
  readonly inputs: number;
  readonly nodes: number;
  /** nodes x inputs, row-major: row i is w_i. */
  readonly weights: Numbers;
  /** Of the nodes; null where the settings have no biases. */
  readonly bias: Numbers | null;
}

/**
 * Of a network with L - 1 hidden layers. "relu" and "dln": `W` has all L layers, `U` is empty. "dlgn" and "dlgn-pwc": `W` has
 * the L - 1 layers of gates, `U` the L layers of values.
 */
export interface TrainedWeights<Numbers extends Float32Array | Float64Array = Float32Array> {
  readonly W: readonly TrainedLayer<Numbers>[];
  readonly U: readonly TrainedLayer<Numbers>[];
}

export interface GatedMeasurement {
  /** In units of the settings' loss. */
  readonly loss: number;
  /** The share of samples whose largest output is that of the label, the first one of equals; null without labels. */
  readonly accuracy: number | null;
}

export interface GatedRecord extends GatedMeasurement {
  readonly epoch: number;
  /** On the evaluation samples; null where there are none. */
  readonly evaluation: GatedMeasurement | null;
  readonly weights: TrainedWeights;
}

export interface GatedRun {
  readonly seed: number;
  /** One for each checkpoint that was reached. */
  readonly records: readonly GatedRecord[];
  /** Epochs completed before a loss, or its gradient, left all bounds; null where none did. */
  readonly divergedAt: number | null;
}

export interface TrainGatedOptions {
  /** A whole number; the run is a pure function of settings, data, start, seed and kernels. */
  readonly seed: number;
  /** What computes: "wasm" in single precision (default), or "plain", the readable double-precision oracle. */
  readonly kernels?: "wasm" | "plain";
  /** The weights before the first step; default: all weights and biases uniform within 1/sqrt(fan-in), as PyTorch's Linear. */
  readonly start?: TrainedWeights;
  /** Looked at between steps now and then, and at checkpoints; the records so far are whole. */
  readonly signal?: StopSignal;
  /** Now and then, and after each checkpoint; awaited. `done` of `settings.epochs`, with fractions. */
  readonly onProgress?: (done: number) => void | Promise<void>;
}

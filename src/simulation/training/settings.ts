/** What is trained: students that learn a teacher's outputs by vanilla stochastic gradient descent. */
import type { StopSignal } from "../stopSignal.js";

export interface TeacherStudentSettings {
  /** Inputs N(0, standardDeviation^2 I), drawn once: `samples` to train on, `evaluation` to measure on. */
  readonly inputs: {
    readonly dimension: number;
    readonly standardDeviation: number;
    readonly samples: number;
    readonly evaluation: number;
  };
  readonly teacher: {
    /** Nodes of each hidden layer, from the lowest. */
    readonly hidden: readonly number[];
    readonly outputs: number;
    /** The fan-out weights of node j = 1, 2, ... of every hidden layer are divided by j^polarity. */
    readonly polarity: number;
    /**
     * Bias of every node; "balanced": minus the median of w . f over training inputs, so that half of them activate a hidden
     * node, and 0 for outputs.
     */
    readonly bias: number | "balanced";
    /**
     * Whose weights are divided by their norm, the bias left out: those of the hidden nodes, or of the outputs too. The
     * strength of a fan-out is put in before.
     */
    readonly normalised: "hidden" | "all";
  };
  readonly student: {
    /** So many times the teacher's nodes in every hidden layer. */
    readonly multiplier: number;
    /** Weights start at N(0, standardDeviation^2), biases at 0; null: uniform within 1/sqrt(fan-in), biases too. */
    readonly standardDeviation: number | null;
  };
  /** J = 1/2 E |f* - f|^2, summed over outputs; "mean": J = E |f* - f|^2 averaged over outputs, without the half. */
  readonly loss: "sum" | "mean";
  /** Learning rate from each step on; the first begins at step 0. */
  readonly learningRate: readonly { readonly from: number; readonly rate: number }[];
  readonly batch: number;
  readonly steps: number;
  /** Numbers of steps after which the network is measured; 0 is the start. Increasing, none above `steps`. */
  readonly checkpoints: readonly number[];
}

/** One hidden layer at a checkpoint. */
export interface LayerRecord {
  readonly teachers: number;
  readonly students: number;
  /** teachers x students, row-major: centred correlations of activations over the evaluation samples; 0 for a constant one. */
  readonly correlations: Float32Array;
  /** sqrt(E beta_kk) of each student node: the norm of its fan-out weights v_k in two layers. */
  readonly fanOut: Float32Array;
}

export interface TrainingRecord {
  readonly step: number;
  /** Mean of (f* - f)^2 over samples and outputs, on the evaluation samples. */
  readonly evaluationLoss: number;
  /** The same on the training samples. */
  readonly trainingLoss: number;
  readonly layers: readonly LayerRecord[];
  /** The student's weights, where they were asked for: (inputs + 1) x nodes a layer, the biases last, row-major. */
  readonly weights?: readonly Float32Array[];
}

export interface TrainingRun {
  readonly seed: number;
  /** The teacher's, laid out as the student's. */
  readonly teacher: readonly Float32Array[];
  /** One for each checkpoint that was reached. */
  readonly records: readonly TrainingRecord[];
  /** Steps made before the outputs left all bounds, as under a learning rate that is too large; null where they did not. */
  readonly divergedAt: number | null;
}

export interface TrainOptions {
  /** A whole number; the run is a pure function of the settings, the seed and the kernels. */
  readonly seed: number;
  /** What computes; default "wasm". "plain" is the readable double-precision oracle. */
  readonly kernels?: "wasm" | "plain";
  readonly keepWeights?: boolean;
  /** Looked at between checkpoints now and then; the records so far are whole. */
  readonly signal?: StopSignal;
  /** After each checkpoint and now and then between them; awaited. `done` of `settings.steps`. */
  readonly onProgress?: (done: number) => void | Promise<void>;
}

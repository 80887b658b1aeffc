/** What the pool and its workers say to each other: plain data, as a structured clone keeps it. */
import type { Program } from "../elementwise/program.js";
import type { Network } from "../network.js";
import type { Recording, Sample } from "../sample.js";
import type { TeacherStudentSettings, TrainingRun } from "../training/settings.js";
import type { Failure } from "./failure.js";

/** A network that can travel: its activation as a program. */
export type PortableNetwork = Omit<Network, "activation"> & {
  readonly activation: { readonly text: string; readonly program: Program };
};

/** The samplers that a worker has. */
export type SamplerName = "exact" | "naive";

export type Request =
  | {
      readonly kind: "open";
      readonly network: PortableNetwork;
      readonly seed: number;
      readonly recording: Recording;
      /** A name that the worker's list of backends has. */
      readonly backend: string;
      readonly sampler: SamplerName;
    }
  /** Draw these samples, one after the other. */
  | { readonly kind: "draw"; readonly indices: readonly number[] }
  /** Train these students, one after the other. */
  | {
      readonly kind: "train";
      readonly settings: TeacherStudentSettings;
      readonly seeds: readonly number[];
      readonly kernels: "wasm" | "plain";
      readonly keepWeights: boolean;
    };

export type Reply =
  | { readonly kind: "sample"; readonly sample: Sample }
  | { readonly kind: "trained"; readonly run: TrainingRun }
  /** The last request is done. */
  | { readonly kind: "idle" }
  | Failure;

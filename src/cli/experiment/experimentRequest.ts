import type { Effort, Experiment, Job } from "../../experiments/experiment.js";
import type { Images } from "../../experiments/images/images.js";

/** The options of `theoria experiment`, as they were typed. */
export interface ExperimentOptions {
  readonly quick?: true;
  readonly full?: true;
  readonly seeds?: string;
  readonly seed?: string;
  readonly out?: string;
  readonly threads?: string;
  readonly data?: string;
  readonly json?: true;
  readonly quiet?: true;
}

/** What they mean. */
export interface ExperimentRequest {
  readonly experiment: Experiment;
  readonly effort: Effort;
  readonly jobs: readonly Job[];
  readonly images: Images | null;
  readonly threads: number;
  /** The folder of finished jobs; null for none. */
  readonly out: string | null;
  /** The file of finished jobs, instead of one in that folder. */
  readonly jobsFile?: string;
}

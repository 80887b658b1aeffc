/** An experiment: what is trained, in jobs that are the unit of progress, resumption and parallel work, and what is read off their results. */
import type { StopSignal } from "../simulation/stopSignal.js";
import type { ImageSource, Images } from "./images/images.js";
import type { Plot } from "./plot.js";

/** "quick": seconds to a minute in all; "full": the paper's sizes, or what two processor cores can do. */
export type Effort = "quick" | "full";

/** What differs between the jobs of a study besides the seed: numbers by name. */
export type Variant = Readonly<Record<string, number>>;

export interface Job {
  /** Names the job within its study: variant and seed. */
  readonly key: string;
  readonly variant: Variant;
  readonly seed: number;
}

export interface RunContext {
  readonly effort: Effort;
  /** For the studies that read images. */
  readonly images: Images | null;
  /** What `prepare` has made; null for the studies without one. */
  readonly prepared: unknown;
  readonly signal?: StopSignal;
  /** A share of the job in [0, 1] is done; awaited. */
  readonly onProgress?: (share: number) => void | Promise<void>;
}

/** What is trained. Figures that look at the same networks share a study, and so its runs. */
export interface Study<R> {
  /** Names the file of its runs: letters, digits and hyphens. */
  readonly id: string;
  /** Everything that a result is a function of besides its job, as plain data: a run that was made with other settings is not continued. */
  settings(effort: Effort): object;
  /** Made once, before the jobs: plain data. */
  prepare?(context: Omit<RunContext, "prepared">): Promise<unknown>;
  /** Plain data, finite numbers. Rejects with an AbortError when stopped. */
  run(job: Job, context: RunContext): Promise<R>;
}

export interface Finished<R> {
  readonly job: Job;
  readonly result: R;
}

export type TableCell = string | number | null;

export interface ResultTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
}

export interface Assertion {
  readonly says: string;
  readonly holds: boolean;
  /** The numbers. */
  readonly detail: string;
}

export interface Findings {
  readonly tables: readonly ResultTable[];
  readonly plots: readonly Omit<Plot, "metadata">[];
  readonly assertions: readonly Assertion[];
  readonly notes: readonly string[];
}

export interface Experiment<R = unknown> {
  /** Permanent: area/name. */
  readonly id: string;
  /** One sentence: what is seen. */
  readonly title: string;
  /** What the paper shows, and where this differs. */
  readonly paper: string;
  /** Processor time of a run with the usual seeds; "about": estimated from fewer seeds or steps. */
  readonly cost: Readonly<Record<Effort, string>>;
  /** Reads images: these, or those of --data; "CIFAR": pictures of --data alone. */
  readonly needsImages?: ImageSource;
  readonly study: Study<R>;
  readonly seeds: Readonly<Record<Effort, number>>;
  variants(effort: Effort): readonly Variant[];
  /** Pure; some jobs may be missing. */
  summarise(finished: readonly Finished<R>[], effort: Effort): Findings;
}

const keyOf = (variant: Variant, seed: number): string =>
  [...Object.entries(variant), ["seed", seed]].map(([name, value]) => `${name}=${value}`).join(" ");

/** All variants with the first seed, then all with the next: what is finished early is a whole, smaller experiment. */
export function jobsOf(
  experiment: Pick<Experiment, "variants">,
  effort: Effort,
  { seed, seeds }: { readonly seed: number; readonly seeds: number },
): readonly Job[] {
  const variants = experiment.variants(effort);
  return Array.from({ length: seeds }, (_, k) => seed + k).flatMap((each) =>
    variants.map((variant) => ({ key: keyOf(variant, each), variant, seed: each })),
  );
}

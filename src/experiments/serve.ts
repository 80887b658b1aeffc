/** The worker's end of an experiment: jobs in, results out, one after the other. */
import type { Channel } from "../simulation/parallel/channel.js";
import { type Failure, failureOf } from "../simulation/parallel/failure.js";
import type { Effort, Experiment, Job } from "./experiment.js";
import type { Images } from "./images/images.js";

export type WorkerRequest =
  | {
      readonly kind: "open";
      readonly experiment: string;
      readonly effort: Effort;
      readonly images: Images | null;
      readonly prepared: unknown;
    }
  | { readonly kind: "run"; readonly job: Job };

export type WorkerReply =
  | { readonly kind: "idle" }
  | { readonly kind: "progress"; readonly share: number }
  | { readonly kind: "finished"; readonly job: Job; readonly result: unknown }
  | Failure;

/** Answers "open" with "idle" and each job with its result and "idle", in the order of arrival. */
export function serveExperiments(channel: Channel, experiments: readonly Experiment[]): void {
  const reply = (message: WorkerReply) => channel.send(message);
  let opened: (WorkerRequest & { readonly kind: "open" }) | null = null;
  const answer = async (request: WorkerRequest): Promise<void> => {
    if (request.kind === "open") opened = request;
    else {
      if (opened === null) throw new RangeError("no experiment is open");
      const { experiment: id, effort, images, prepared } = opened;
      const experiment = experiments.find((each) => each.id === id);
      if (experiment === undefined) throw new RangeError(`this worker has no experiment ${id}`);
      const onProgress = (share: number) => reply({ kind: "progress", share });
      const result = await experiment.study.run(request.job, { effort, images, prepared, onProgress });
      reply({ kind: "finished", job: request.job, result });
    }
    reply({ kind: "idle" });
  };
  let last = Promise.resolve();
  channel.receive((message) => {
    last = last.then(() => answer(message as WorkerRequest)).catch((error) => reply(failureOf(error)));
  });
}

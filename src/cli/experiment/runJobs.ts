/** The jobs of an experiment, in this thread or in several; each result is reported once, whole. */
import type { Experiment, Job, RunContext } from "../../experiments/experiment.js";
import type { WorkerReply, WorkerRequest } from "../../experiments/serve.js";
import { isStopped } from "../../experiments/stopped.js";
import type { StartWorker, WorkerChannel } from "../../simulation/parallel/channel.js";
import { errorOf } from "../../simulation/parallel/failure.js";
import type { Terminal } from "../terminal.js";

export interface JobsRequest {
  readonly experiment: Experiment;
  readonly jobs: readonly Job[];
  readonly context: Pick<RunContext, "effort" | "images" | "prepared">;
  readonly threads: number;
  readonly onResult: (job: Job, result: unknown) => void;
  /** So much of the unfinished jobs is done, in jobs. */
  readonly onShare: (shares: number) => void;
}

const BREATH = 40;

/** What a job in this thread is given: it lets Ctrl-C through now and then. */
export function contextHere(
  terminal: Terminal,
  onShare: (share: number) => void,
): Pick<Required<RunContext>, "signal" | "onProgress"> {
  let last = terminal.now();
  return {
    signal: {
      get aborted() {
        return terminal.interrupted();
      },
    },
    async onProgress(share) {
      onShare(share);
      if (terminal.now() - last < BREATH) return;
      await terminal.breathe();
      last = terminal.now();
    },
  };
}

async function runHere({ experiment, jobs, context, onResult, onShare }: JobsRequest, terminal: Terminal) {
  try {
    for (const job of jobs) {
      onResult(job, await experiment.study.run(job, { ...context, ...contextHere(terminal, onShare) }));
      await terminal.breathe();
      if (terminal.interrupted()) return;
    }
  } catch (error) {
    if (!isStopped(error)) throw error;
  }
}

function runInWorkers(request: JobsRequest, start: StartWorker, terminal: Terminal): Promise<void> {
  const { experiment, jobs, context, threads, onResult, onShare } = request;
  const queue = [...jobs].reverse();
  const shares = new Map<WorkerChannel, number>();
  let missing = jobs.length;
  return new Promise((resolve, reject) => {
    let settled = false;
    const finish = (settle: () => void) => {
      if (settled) return;
      settled = true;
      terminal.stopSignal.removeEventListener?.("abort", stop);
      for (const worker of shares.keys()) worker.terminate();
      settle();
    };
    const stop = () => finish(resolve);
    const guarded = (step: () => void) => {
      try {
        step();
      } catch (error) {
        finish(() => reject(error));
      }
    };
    const hear = (worker: WorkerChannel, reply: WorkerReply) => {
      if (settled) return;
      if (reply.kind === "failed") throw errorOf(reply);
      shares.set(worker, reply.kind === "progress" ? reply.share : 0);
      if (reply.kind === "idle") {
        const job = queue.pop();
        if (job !== undefined) worker.send({ kind: "run", job } satisfies WorkerRequest);
      } else if (reply.kind === "finished") {
        missing--;
        onResult(reply.job, reply.result);
      }
      onShare([...shares.values()].reduce((sum, share) => sum + share, 0));
      if (missing === 0) finish(resolve);
    };
    const hire = () => {
      const worker = start();
      shares.set(worker, 0);
      worker.receive((message) => guarded(() => hear(worker, message as WorkerReply)));
      worker.onDeath((reason) => finish(() => reject(new Error(`a worker of the experiment died: ${reason}`))));
      worker.send({ kind: "open", experiment: experiment.id, ...context } satisfies WorkerRequest);
    };
    terminal.stopSignal.addEventListener?.("abort", stop, { once: true });
    for (let k = 0; k < Math.min(threads, jobs.length); k++) guarded(hire);
  });
}

/** Runs the jobs. Returns after an interruption too: what was reported is whole. */
export async function runJobs(request: JobsRequest, terminal: Terminal): Promise<void> {
  if (request.jobs.length === 0 || terminal.interrupted()) return;
  const start = terminal.startExperimentWorker;
  if (start === undefined) await runHere(request, terminal);
  else await runInWorkers(request, start, terminal);
}

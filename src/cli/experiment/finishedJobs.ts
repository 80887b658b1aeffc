import { join } from "node:path";
import type { Finished, Job } from "../../experiments/experiment.js";
import { isStopped } from "../../experiments/stopped.js";
import type { LineFile } from "../lineFile.js";
import { progressLine } from "../progressLine.js";
import type { Terminal } from "../terminal.js";
import type { ExperimentRequest } from "./experimentRequest.js";
import { type JobLine, openJobFile } from "./jobFile.js";
import { makeFolder } from "./makeFolder.js";
import { contextHere, runJobs } from "./runJobs.js";

const PREPARED = "prepared";

function pathOf({ experiment: { study }, effort, out, jobsFile }: ExperimentRequest): string | null {
  if (jobsFile !== undefined) return jobsFile;
  if (out === null) return null;
  makeFolder(out);
  return join(out, `${study.id}-${effort}.jsonl`);
}

function fileOf(request: ExperimentRequest): LineFile<JobLine> | null {
  const { experiment, effort, images } = request;
  const path = pathOf(request);
  if (path === null) return null;
  return openJobFile(path, { study: experiment.study, effort, data: images?.digest ?? null });
}

/** What the study makes once; null when stopped. */
async function preparedFor(
  { experiment: { study }, effort, images }: ExperimentRequest,
  file: LineFile<JobLine> | null,
  terminal: Terminal,
): Promise<{ readonly value: unknown } | null> {
  if (study.prepare === undefined) return { value: null };
  const there = file?.items.find(({ job }) => job === PREPARED);
  if (there !== undefined) return { value: there.result };
  try {
    const value = await study.prepare({ effort, images, ...contextHere(terminal, () => {}) });
    file?.append({ job: PREPARED, result: value });
    return { value };
  } catch (error) {
    if (isStopped(error)) return null;
    throw error;
  }
}

/** The results of the jobs that are asked for, those on disk among them, in the order asked for; fewer when stopped. */
export async function finishedJobs(
  request: ExperimentRequest,
  terminal: Terminal,
): Promise<readonly Finished<unknown>[]> {
  const { experiment, effort, images, jobs, threads } = request;
  const file = fileOf(request);
  const results = new Map<string, unknown>();
  const wanted = new Set(jobs.map(({ key }) => key));
  for (const { job, result } of file?.items ?? []) if (wanted.has(job)) results.set(job, result);
  const progress = progressLine(terminal, jobs.length, results.size);
  const onResult = ({ key }: Job, result: unknown) => {
    results.set(key, result);
    file?.append({ job: key, result });
    progress.update(results.size);
  };
  try {
    const missing = jobs.filter(({ key }) => !results.has(key));
    const prepared = missing.length === 0 ? { value: null } : await preparedFor(request, file, terminal);
    if (prepared !== null) {
      const context = { effort, images, prepared: prepared.value };
      const onShare = (shares: number) => progress.update(results.size + shares);
      await runJobs({ experiment, jobs: missing, context, threads, onResult, onShare }, terminal);
    }
  } finally {
    progress.clear();
    file?.close();
  }
  return jobs.flatMap((job) => (results.has(job.key) ? [{ job, result: results.get(job.key) }] : []));
}

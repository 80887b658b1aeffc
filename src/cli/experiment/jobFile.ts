/** The file of a study's runs: its settings on the first line, then one finished job a line. */
import type { Effort, Study } from "../../experiments/experiment.js";
import { type LineFile, openLineFile } from "../lineFile.js";

/** A finished job by its key, or what was prepared under the key "prepared". */
export interface JobLine {
  readonly job: string;
  readonly result: unknown;
}

const says = {
  otherRun:
    "a run with other settings or data, as its first line says. Choose another folder (--seed, --seeds and --threads may change).",
  notOurs: "not a run of theoria experiment. Choose another folder.",
  badLine: "not a finished job. Remove the line, or choose another folder.",
  full: "What is finished is in the file: make room, and repeat the command.",
};

function parsed(line: string): JobLine | null {
  try {
    const value = JSON.parse(line) as Partial<JobLine> | null;
    const whole = typeof value?.job === "string" && typeof value.result === "object" && value.result !== null;
    return whole ? (value as JobLine) : null;
  } catch {
    return null;
  }
}

export interface StudyIdentity {
  readonly study: Study<unknown>;
  readonly effort: Effort;
  /** Of the images that it reads; null for none. */
  readonly data: string | null;
}

export function openJobFile(path: string, { study, effort, data }: StudyIdentity): LineFile<JobLine> {
  const identity = { theoria: "experiment", format: 1, study: study.id, effort };
  return openLineFile<JobLine>(path, {
    header: JSON.stringify({ ...identity, settings: study.settings(effort), ...(data === null ? {} : { data }) }),
    ...{ mark: '{"theoria":"experiment"', refusal: null, says },
    print: (line) => JSON.stringify(line),
    parse: parsed,
  });
}

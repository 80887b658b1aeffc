/** A run as a file: everything that its pictures are drawn from. */
import { readFileSync, statSync } from "node:fs";
import * as z from "zod";
import type { Finished } from "../../experiments/experiment.js";
import type { Plot } from "../../experiments/plot.js";
import { type ExperimentOutput, experimentJson } from "../../render/experimentReport.js";
import { fileFailure } from "../fileFailure.js";
import { UsageError } from "../usageError.js";

/** The pictures that have something to show, each with the command that made it. */
export function picturesOf({ experiment, findings, command, seed, version }: ExperimentOutput): readonly Plot[] {
  const metadata = { experiment: experiment.id, command, seed: String(seed), version: `theoria ${version}` };
  return findings.plots.filter(({ panels }) => panels.length > 0).map((plot) => ({ ...plot, metadata }));
}

/** What schema/output.schema.json describes, with the pictures as data and the result of each job. */
export const dataFile = (output: ExperimentOutput, finished: readonly Finished<unknown>[]): object => ({
  ...experimentJson(output),
  plots: picturesOf(output),
  results: finished.map(({ job, result }) => ({ ...job, result })),
});

const text = z.string().max(10_000);
const shape = z.object({
  experiment: text,
  effort: z.enum(["quick", "full"]),
  seed: z.number().int().min(0),
  seeds: z.number().int().min(1).max(10_000),
  command: text,
  version: text,
  results: z.array(z.object({ key: text, result: z.record(z.string(), z.unknown()) })).max(1_000_000),
});

export type DataFile = z.infer<typeof shape>;

const LARGEST = 2 ** 28;

/** What `dataFile` has written, as far as it is read again. Throws a UsageError. */
export function readDataFile(path: string): DataFile {
  const refuse = (why: string) =>
    new UsageError(`--from ${path}: ${why}. Choose a file that theoria figure has written with --out f.json.`);
  let content: string;
  try {
    if (statSync(path).size > LARGEST) throw refuse("it is larger than 256 MB");
    content = readFileSync(path, "utf8");
  } catch (error) {
    throw error instanceof UsageError ? error : refuse(fileFailure(error));
  }
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    throw refuse("it is no JSON");
  }
  const read = shape.safeParse(value);
  if (!read.success) throw refuse(`it is not the data of a figure (${read.error.issues[0]!.path.join(".") || "all"})`);
  return read.data;
}

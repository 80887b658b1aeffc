/** A run on disk: what was asked for on the first line, then one sample a line, each appended when it is there. */
import { closeSync, existsSync, openSync, readFileSync, truncateSync, writeSync } from "node:fs";
import { isTheoryError } from "../../errors.js";
import type { Network } from "../../simulation/network.js";
import type { Recording, Sample } from "../../simulation/sample.js";
import { fromRecord, toRecord } from "../../simulation/sampleRecord.js";
import { UsageError } from "../usageError.js";

/** Everything that a sample is a function of, besides its index. */
export interface RunIdentity {
  readonly network: Network;
  readonly seed: number;
  readonly backend: string;
  readonly sampler: string;
  readonly recording: Recording;
}

export interface RunFile {
  /** The samples that the file held when it was opened. */
  readonly samples: readonly Sample[];
  append(sample: Sample): void;
  close(): void;
}

function headerOf({ network, ...rest }: RunIdentity): string {
  const { activation, ...parameters } = network;
  return JSON.stringify({
    theoria: "simulation",
    format: 1,
    network: { activation: activation.text, ...parameters },
    ...rest,
  });
}

function samplesOf(lines: readonly string[], path: string): Sample[] {
  return lines.map((line, place) => {
    try {
      return fromRecord(line);
    } catch (error) {
      if (!isTheoryError(error)) throw error;
      throw new UsageError(`${path}, line ${place + 2}: not a sample. Remove the line, or start a new file.`);
    }
  });
}

/** What a run that was killed left: whole lines count, a torn last one is cut off. */
function resumed(path: string, header: string): Sample[] {
  const text = readFileSync(path, "utf8");
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  const [first, ...lines] = whole.split("\n").slice(0, -1);
  if (first !== header) {
    throw new UsageError(
      `${path} holds another run: its first line says which. Give the options it was started with (--samples may grow), or another file.`,
    );
  }
  const samples = samplesOf(lines, path);
  if (whole.length < text.length) truncateSync(path, Buffer.byteLength(whole));
  return samples;
}

function open(path: string): number {
  try {
    return openSync(path, "a");
  } catch (error) {
    throw new UsageError(
      `--out ${path}: cannot be written (${(error as NodeJS.ErrnoException).code}). Choose another file.`,
    );
  }
}

/**
 * Opens `path` for a run. A file that is there is continued with `resume` and refused without, so that no finished sample is lost or drawn twice.
 */
export function openRunFile(path: string, identity: RunIdentity, resume: boolean): RunFile {
  const header = headerOf(identity);
  const there = existsSync(path) && readFileSync(path, "utf8").includes("\n");
  if (there && !resume)
    throw new UsageError(`--out ${path}: the file exists. Add --resume to continue its run, or choose another name.`);
  const samples = there ? resumed(path, header) : [];
  const descriptor = open(path);
  if (!there) {
    // what stands there is less than a header line
    truncateSync(path, 0);
    writeSync(descriptor, `${header}\n`);
  }
  return {
    samples,
    append: (sample) => void writeSync(descriptor, `${toRecord(sample)}\n`),
    close: () => closeSync(descriptor),
  };
}

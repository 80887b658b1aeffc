/** A run on disk: what was asked for on the first line, then one sample a line, each appended when it is there. */
import { closeSync, openSync, readFileSync, statSync, truncateSync, writeSync } from "node:fs";
import { isTheoryError } from "../../errors.js";
import type { Network } from "../../simulation/network.js";
import type { SamplerName } from "../../simulation/parallel/messages.js";
import type { Recording, Sample } from "../../simulation/sample.js";
import { fromRecord, toRecord } from "../../simulation/sampleRecord.js";
import { UsageError } from "../usageError.js";

/** Everything that a sample is a function of, besides its index. */
export interface RunIdentity {
  readonly network: Network;
  readonly seed: number;
  readonly backend: string;
  readonly sampler: SamplerName;
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

function failed(path: string, error: unknown, remedy: string): UsageError {
  const { code } = error as NodeJS.ErrnoException;
  return new UsageError(`--out ${path}: ${code ?? (error as Error).message}. ${remedy}`);
}

/** What the file holds; "" where there is none. Pipes and devices are refused: a run on them could not be read again. */
function textOf(path: string): string {
  const choose = "Choose a file that can be read and written.";
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) return "";
    if (found.isFile()) return readFileSync(path, "utf8");
  } catch (error) {
    throw failed(path, error, choose);
  }
  throw new UsageError(`--out ${path}: not a regular file. ${choose}`);
}

function samplesOf(lines: readonly string[], path: string, depth: number): Sample[] {
  return lines.flatMap((line, place) => {
    if (line.trim() === "") return [];
    try {
      const sample = fromRecord(line);
      if (sample.logGradient.length === depth + 1) return [sample];
    } catch (error) {
      if (!isTheoryError(error)) throw error;
    }
    throw new UsageError(
      `--out ${path}, line ${place + 2}: not a network of this run. Remove the line, or start a new file.`,
    );
  });
}

/** The samples of a run that stopped somewhere: whole lines count, a torn last one is cut off. */
function resumed(path: string, text: string, header: string, depth: number): Sample[] {
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  const [first, ...lines] = whole.split(/\r?\n/).slice(0, -1);
  if (first !== header) {
    const ours = first?.startsWith('{"theoria":"simulation"') === true;
    throw new UsageError(
      ours
        ? `--out ${path}: another run, as its first line says. Give the options it was started with (--samples and --threads may change), or another file.`
        : `--out ${path}: not a run of theoria simulate. Choose another file.`,
    );
  }
  const samples = samplesOf(lines, path, depth);
  if (whole.length < text.length) truncateSync(path, Buffer.byteLength(whole));
  return samples;
}

/** The samples that are there already, after making sure that nothing of anybody else's is overwritten. */
function found(path: string, header: string, depth: number, resume: boolean): Sample[] | null {
  const text = textOf(path);
  // nothing, or a first line that was torn
  if (text === "" || header.startsWith(text)) return null;
  if (resume) return resumed(path, text, header, depth);
  throw new UsageError(`--out ${path}: the file exists. Add --resume to continue its run, or choose another name.`);
}

/**
 * Opens `path` for a run. A file that is there is continued with `resume` and refused without, so that no finished sample is lost or drawn twice.
 */
export function openRunFile(path: string, identity: RunIdentity, resume: boolean): RunFile {
  const header = headerOf(identity);
  const samples = found(path, header, identity.network.depth, resume);
  const write = (descriptor: number, line: string) => {
    try {
      writeSync(descriptor, `${line}\n`);
    } catch (error) {
      throw failed(path, error, "What is finished is in the file: make room, and continue with --resume.");
    }
  };
  let descriptor: number;
  try {
    descriptor = openSync(path, samples === null ? "w" : "a");
  } catch (error) {
    throw failed(path, error, "Choose a file that can be written.");
  }
  if (samples === null) write(descriptor, header);
  return {
    samples: samples ?? [],
    append: (sample) => write(descriptor, toRecord(sample)),
    close: () => closeSync(descriptor),
  };
}

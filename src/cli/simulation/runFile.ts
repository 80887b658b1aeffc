/** The file of a simulation: what was asked for on the first line, then one sample a line. */
import { isTheoryError } from "../../errors.js";
import type { Network } from "../../simulation/network.js";
import type { SamplerName } from "../../simulation/parallel/messages.js";
import type { Recording, Sample } from "../../simulation/sample.js";
import { fromRecord, toRecord } from "../../simulation/sampleRecord.js";
import { openLineFile } from "../lineFile.js";

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

function parsed(line: string, depth: number): Sample | null {
  try {
    const sample = fromRecord(line);
    return sample.logGradient.length === depth + 1 ? sample : null;
  } catch (error) {
    if (!isTheoryError(error)) throw error;
    return null;
  }
}

const EXISTS = "the file exists. Add --resume to continue its run, or choose another name.";

const says = {
  otherRun:
    "another run, as its first line says. Give the options it was started with (--samples and --threads may change), or another file.",
  notOurs: "not a run of theoria simulate. Choose another file.",
  badLine: "not a network of this run. Remove the line, or start a new file.",
  full: "What is finished is in the file: make room, and continue with --resume.",
};

/**
 * Opens `path` for a run. A file that is there is continued with `resume` and refused without, so that no finished sample is lost or drawn twice.
 */
export function openRunFile(path: string, identity: RunIdentity, resume: boolean): RunFile {
  const { items, append, close } = openLineFile<Sample>(path, {
    ...{ header: headerOf(identity), mark: '{"theoria":"simulation"', says },
    refusal: resume ? null : EXISTS,
    parse: (line) => parsed(line, identity.network.depth),
    print: toRecord,
  });
  return { samples: items, append, close };
}

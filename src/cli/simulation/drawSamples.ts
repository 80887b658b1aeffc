import type { Backend } from "../../simulation/kernels/kernels.js";
import { drawInParallel } from "../../simulation/parallel/drawInParallel.js";
import { portableNetwork } from "../../simulation/parallel/portableNetwork.js";
import type { Sample } from "../../simulation/sample.js";
import type { OpenSampler } from "../../simulation/sampler/sampler.js";
import { progressLine } from "../progressLine.js";
import type { Terminal } from "../terminal.js";
import type { RunIdentity } from "./runFile.js";

export interface DrawRequest extends RunIdentity {
  readonly indices: readonly number[];
  /** Samples that are there already: the progress line counts them. */
  readonly before: number;
  readonly threads: number;
  readonly engine: Backend;
  readonly open: OpenSampler;
  readonly onSample: (sample: Sample) => void;
}

/** One after the other in this thread: Ctrl-C is heard between two samples. */
async function drawHere(
  { network, engine, open, seed, recording, indices, onSample }: DrawRequest,
  terminal: Terminal,
) {
  const sampler = await open(network, engine, recording);
  try {
    for (const index of indices) {
      onSample(await sampler.sample(seed, index));
      await terminal.breathe();
      if (terminal.interrupted()) break;
    }
  } finally {
    sampler.close();
  }
}

/**
 * Draws the samples that are missing, with a progress line; in worker threads wherever the network can travel to one, even for one thread: a
 * thread can be stopped in the middle of a sample. Returns after an interruption too: what was reported is whole.
 */
export async function drawSamples(request: DrawRequest, terminal: Terminal): Promise<void> {
  const { indices, before, seed, backend, sampler, recording, threads } = request;
  const progress = progressLine(terminal, before + indices.length, before);
  let done = before;
  const onSample = (sample: Sample) => {
    request.onSample(sample);
    progress.update(++done);
  };
  const network = portableNetwork(request.network);
  const { startWorker, stopSignal } = terminal;
  try {
    if (startWorker !== null && network !== null && !backend.startsWith("tfjs")) {
      await drawInParallel(network, indices, {
        ...{ seed, backend, sampler, recording, onSample },
        ...{ start: startWorker, workers: threads, signal: stopSignal },
      });
    } else await drawHere({ ...request, onSample }, terminal);
  } finally {
    progress.clear();
  }
}

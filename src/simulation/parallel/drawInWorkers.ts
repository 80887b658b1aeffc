import { domainError } from "../../numeric/domain.js";
import type { Drawn } from "../drawHere.js";
import type { Network } from "../network.js";
import type { Sample } from "../sample.js";
import type { SimulateOptions } from "../simulateOptions.js";
import { drawInParallel } from "./drawInParallel.js";
import type { PortableNetwork } from "./messages.js";
import { portableNetwork } from "./portableNetwork.js";

function portable(network: Network, run: SimulateOptions): PortableNetwork {
  const travels = portableNetwork(network);
  if (travels === null) {
    const remedy = "Write the activation as a formula, or leave workers out.";
    throw domainError("activation", network.activation.text, "with workers, an activation with a program", remedy);
  }
  if (run.sampler !== undefined) {
    throw domainError("sampler", "a function", "with workers, the default sampler", "Leave sampler or workers out.");
  }
  return travels;
}

/** The samples of a run from its workers. What `onSample` throws, or rejects with, ends the run. */
export async function drawInWorkers(network: Network, run: SimulateOptions): Promise<Drawn> {
  const { samples: count, seed, backend, from = 0, record, signal, now, onSample } = run;
  const { start, count: workers } = run.workers!;
  const samples: Sample[] = [];
  const failures: unknown[] = [];
  let told = Promise.resolve();
  const hear = (sample: Sample): void => {
    if (failures.length > 0) throw failures[0];
    samples.push(sample);
    told = told.then(() => onSample?.(sample)).catch((reason: unknown) => void failures.push(reason));
  };
  const begun = now?.();
  await drawInParallel(
    portable(network, run),
    Array.from({ length: count }, (_, k) => from + k),
    {
      ...{ seed, backend: backend.name, start, workers, onSample: hear },
      ...(record && { recording: record }),
      ...(signal && { signal }),
    },
  );
  const milliseconds = begun === undefined ? null : now!() - begun;
  await told;
  if (failures.length > 0) throw failures[0];
  return { samples: samples.sort((a, b) => a.index - b.index), milliseconds };
}

import type { Experiment } from "../../simulation/experiment.js";
import type { Backend } from "../../simulation/kernels/kernels.js";
import type { Recording, Sample } from "../../simulation/sample.js";
import { simulate } from "../../simulation/simulate.js";
import type { SimulateExperiment } from "./simulateExperiment.js";

const everything: Required<Recording> = { covariance: true, gradientCovariance: true, jacobian: true };

/** The sample, and the names of what is read off it. */
function watched(sample: Sample): { readonly sample: Sample; readonly read: Set<string> } {
  const read = new Set<string>();
  const get = (target: Sample, name: string | symbol) => {
    read.add(String(name));
    return Reflect.get(target, name);
  };
  return { sample: new Proxy(sample, { get }), read };
}

/**
 * Runs experiments on a backend. The first network of each call records everything; what `observe` does not read of it is left out
 * of the others, as matrices of every layer are many. `step` is awaited after each network.
 */
export function simulateOn(backend: Backend, step: () => Promise<void>): SimulateExperiment {
  return async (experiment: Experiment, { width, first, count, seed }) => {
    const network = experiment.network(width);
    const [opening] = (await simulate(network, { samples: 1, from: first, seed, backend, record: everything })).samples;
    const { sample, read } = watched(opening!);
    const observed = [experiment.observe(sample)];
    if (count === 1) return observed;
    const record: Recording = {
      covariance: read.has("covariance"),
      gradientCovariance: read.has("gradientCovariance"),
      jacobian: read.has("jacobian"),
    };
    const rest = { samples: count - 1, from: first + 1, seed, backend, record, onSample: step };
    const { samples } = await simulate(network, rest);
    return [...observed, ...samples.map((each) => experiment.observe(each))];
  };
}

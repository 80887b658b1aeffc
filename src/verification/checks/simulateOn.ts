import type { Experiment } from "../../simulation/experiment.js";
import type { Backend } from "../../simulation/kernels/kernels.js";
import { simulate } from "../../simulation/simulate.js";
import type { SimulateExperiment } from "./simulateExperiment.js";

/** Runs experiments on a backend. `step` is awaited after each network; what it throws stops the run. */
export const simulateOn =
  (backend: Backend, step: () => Promise<void>): SimulateExperiment =>
  async (experiment: Experiment, { width, first, count, seed }) => {
    const { record = {} } = experiment;
    const options = { samples: count, from: first, seed, backend, record, onSample: step };
    const { samples } = await simulate(experiment.network(width), options);
    return samples.map((sample) => experiment.observe(sample));
  };

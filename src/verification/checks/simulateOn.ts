import { TheoryError } from "../../errors.js";
import type { Experiment } from "../../simulation/experiment.js";
import type { Backend } from "../../simulation/kernels/kernels.js";
import type { Sample } from "../../simulation/sample.js";
import { simulate } from "../../simulation/simulate.js";
import type { SimulateExperiment } from "./simulateExperiment.js";

/** A network that broke down has nothing to observe, and leaving it out would condition the average on what it did. */
function assertWhole({ index, collapsed, overflowed }: Sample): void {
  if (collapsed === undefined && overflowed === undefined) return;
  const [layer, says] = collapsed === undefined ? [overflowed, "overflows"] : [collapsed, "sends a batch to one point"];
  throw new TheoryError(`network ${index} ${says} at layer ${layer}`, {
    code: "not-applicable",
    parameter: "width",
    value: index,
    domain: "networks whose batches keep their spread",
    remedy: "Simulate wider networks.",
  });
}

/** Runs experiments on a backend. `step` is awaited after each network; what it throws stops the run. */
export const simulateOn =
  (backend: Backend, step: () => Promise<void>): SimulateExperiment =>
  async (experiment: Experiment, { width, first, count, seed }) => {
    const { record = {} } = experiment;
    const options = { samples: count, from: first, seed, backend, record, onSample: step };
    const { samples } = await simulate(experiment.network(width), options);
    samples.forEach(assertWhole);
    return samples.map((sample) => experiment.observe(sample));
  };

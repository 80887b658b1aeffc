import type { Experiment } from "./experiment.js";
import { experiments } from "./experiments.js";

/** The experiments of that id, or whose id ends in "/name". */
export const experimentsNamed = (name: string): readonly Experiment[] => {
  const exact = experiments.filter(({ id }) => id === name);
  return exact.length > 0 ? exact : experiments.filter(({ id }) => id.endsWith(`/${name}`));
};

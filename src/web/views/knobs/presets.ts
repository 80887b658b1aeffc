/** The axes of the paper's Figure 4: one knob against the depth that can be trained. */
import type { KnobsFields } from "./knobsFields.js";

export interface KnobPreset {
  readonly name: string;
  readonly words: string;
  readonly values: Partial<KnobsFields>;
}

const cut: Partial<KnobsFields> = {
  ...{ y: "none", quantity: "trainable-depth", epsilon: 0, gamma: 1, beta: 0, batch: 32, variance: 1 },
};
const epsilons = { epsilonFrom: 1e-3, epsilonTo: 5 };

export const presets: readonly KnobPreset[] = [
  {
    name: "4a",
    words: "tanh, gamma from 0.02 to 2: a smaller gamma slows the explosion",
    values: { ...cut, activation: "tanh", x: "gamma", gammaFrom: 0.02, gammaTo: 2 },
  },
  {
    name: "4b",
    words: "ReLU, beta from 0 to 2: a larger beta slows the explosion",
    values: { ...cut, activation: "relu", x: "beta", betaFrom: 0, betaTo: 2 },
  },
  {
    name: "4c",
    words: "tanh, epsilon: beyond about 1 gradients stop to explode",
    values: { ...cut, activation: "tanh", x: "epsilon", ...epsilons },
  },
  {
    name: "4d",
    words: "ReLU with beta 2, epsilon: beyond about 1 gradients stop to explode",
    values: { ...cut, activation: "relu", x: "epsilon", beta: 2, ...epsilons },
  },
];

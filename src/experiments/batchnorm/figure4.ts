import { knobFigure } from "./knobFigure.js";

const cost = { quick: "5 s", full: "about 2 min" } as const;
const trained = "The paper trains networks on MNIST and shows their accuracy under the line of 16/ln(rate).";
/** Dense where gradients stop exploding. */
const EPSILONS = [0.001, 0.01, 0.05, 0.1, 0.2, 0.4, 0.7, 1, 1.4, 2, 5];

export const figure4a = knobFigure({
  name: "4a",
  title: "tanh: a smaller gamma slows the explosion",
  paper: `Figure 4a: gamma from 0 to 2, tanh. ${trained}`,
  ...{ knob: "gamma", symbol: "γ", network: { activation: "tanh" } },
  ...{ values: [0.1, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2], range: [0.02, 2], scale: "linear", cost },
});

export const figure4b = knobFigure({
  name: "4b",
  title: "ReLU: a larger beta slows the explosion",
  paper: `Figure 4b: beta from 0 to 2, ReLU, gamma = 1. ${trained}`,
  ...{ knob: "beta", symbol: "β", network: { activation: "relu" } },
  ...{ values: [0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2], range: [0, 2], scale: "linear", cost },
});

export const figure4c = knobFigure({
  name: "4c",
  title: "tanh: beyond epsilon = 1 gradients stop exploding",
  paper: `Figure 4c: epsilon, tanh. ${trained}`,
  ...{ knob: "epsilon", symbol: "ε", network: { activation: "tanh" } },
  ...{ values: EPSILONS, range: [0.001, 5], scale: "log", cost },
});

export const figure4d = knobFigure({
  name: "4d",
  title: "ReLU with beta = 2: beyond epsilon = 1 gradients stop exploding",
  paper: `Figure 4d: epsilon, ReLU with beta = 2, which is nearly linear. ${trained}`,
  ...{ knob: "epsilon", symbol: "ε", network: { activation: "relu", beta: 2 } },
  ...{ values: EPSILONS, range: [0.001, 5], scale: "log", cost },
});

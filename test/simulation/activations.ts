import type { Elementwise, Instruction, Operation } from "../../src/simulation/elementwise/program.js";

// Written out here, so that the simulator's tests do not lean on the compiler of activations.
const step = (operation: Operation, ...from: number[]): Instruction => ({ operation, from });
const constant = (value: number): Instruction => ({ operation: "constant", from: [], value });

export const relu: Elementwise = {
  text: "relu",
  value: (x) => Math.max(x, 0),
  derivative: (x) => (x > 0 ? 1 : 0),
  program: { instructions: [constant(0), step("maximum", 0, 1), step("less", 1, 0)], value: 2, derivative: 3 },
};

export const tanh: Elementwise = {
  text: "tanh",
  value: Math.tanh,
  derivative: (x) => 1 - Math.tanh(x) ** 2,
  program: {
    instructions: [step("tanh", 0), step("multiply", 1, 1), constant(1), step("subtract", 3, 2)],
    value: 1,
    derivative: 4,
  },
};

export const identity: Elementwise = {
  text: "identity",
  value: (x) => x,
  derivative: () => 1,
  program: { instructions: [constant(1)], value: 0, derivative: 1 },
};

export const abs: Elementwise = {
  text: "abs",
  value: Math.abs,
  derivative: Math.sign,
  program: { instructions: [step("absolute", 0), step("sign", 0)], value: 1, derivative: 2 },
};

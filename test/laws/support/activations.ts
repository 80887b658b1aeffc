/**
 * Activations with first and second derivatives at most 1, smooth but for a kink of relu, as a backend meets them:
 * with a program and without.
 */
import type { Elementwise } from "../../../src/simulation/elementwise/program.js";

const step = (x: number) => (x > 0 ? 1 : 0);

export const relu: Elementwise = {
  text: "relu(x)",
  value: (x) => Math.max(x, 0),
  derivative: step,
  program: {
    instructions: [
      { operation: "constant", from: [], value: 0 },
      { operation: "maximum", from: [0, 1] },
      { operation: "less", from: [1, 0] },
    ],
    value: 2,
    derivative: 3,
  },
};

export const tanh: Elementwise = {
  text: "tanh(x)",
  value: Math.tanh,
  derivative: (x) => 1 - Math.tanh(x) ** 2,
  program: {
    instructions: [
      { operation: "tanh", from: [0] },
      { operation: "constant", from: [], value: 1 },
      { operation: "multiply", from: [1, 1] },
      { operation: "subtract", from: [2, 3] },
    ],
    value: 1,
    derivative: 4,
  },
};

export const identity: Elementwise = {
  text: "x",
  value: (x) => x,
  derivative: () => 1,
  program: { instructions: [{ operation: "constant", from: [], value: 1 }], value: 0, derivative: 1 },
};

/** phi(0) = 1: what lies beyond the width would show. */
export const cosine: Elementwise = {
  text: "cos(x)",
  value: Math.cos,
  derivative: (x) => -Math.sin(x),
  program: {
    instructions: [
      { operation: "cos", from: [0] },
      { operation: "sin", from: [0] },
      { operation: "negate", from: [2] },
    ],
    value: 1,
    derivative: 3,
  },
};

export const plainFunction: Elementwise = {
  text: "a function",
  value: (x) => 0.5 + x / Math.sqrt(4 + x * x),
  derivative: (x) => 4 / (4 + x * x) ** 1.5,
  program: null,
};

export const activations = [relu, tanh, identity, cosine, plainFunction];

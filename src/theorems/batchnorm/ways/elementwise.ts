import type { Elementwise } from "../../../simulation/elementwise/program.js";
import type { Activation } from "../../../symbolic/activation/activation.js";
import { programOf } from "../../../symbolic/activation/program.js";

/** The activation as the simulator takes it. */
export const elementwise = (activation: Activation): Elementwise => ({
  text: activation.text,
  value: activation.value,
  derivative: activation.derivative,
  program: programOf(activation),
});

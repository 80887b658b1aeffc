import { tanh } from "../../laws/support/activations.js";

/** The run that Node and the page both make. */
export const network = { activation: tanh, batch: 5, batches: 2, width: 33, depth: 6, beta: 0.1 };
export const record = { covariance: true, gradientCovariance: true, jacobian: true };
export const samples = 20;
export const seed = 2 ** 53 - 3;

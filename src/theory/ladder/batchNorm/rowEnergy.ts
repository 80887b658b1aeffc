/**
 * Batch norm makes a node's output independent of the length of its weights, so that the gradient is orthogonal to them: w_j . dW_j = 0. In gradient flow
 * |w_j|^2 is constant, and a step of length lr adds lr^2 |dW_j|^2, exactly.
 *
 * Source: Sec. 7.5.1, eqs. (80), (81) of the ladder paper, for the flow. Ours: the step, and the order linear-BN-ReLU.
 */
import { isTheoryError } from "../../../errors.js";
import { domainError } from "../../../numeric/domain.js";
import { type Matrix, transpose } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { type OdeOptions, solveOde } from "../../../numeric/ode.js";
import { assertShapes, matrix, modest, numbers, optionsOf } from "../../../numeric/shape.js";
import { compensatedSum } from "../../../numeric/sum.js";
import { layerShape } from "../shapes.js";
import { assertLayer, type LayerData, type LayerOptions, layerGradient } from "./normalisedLayer.js";

export interface RowEnergyOptions extends LayerOptions {
  /** Learning rate of the step, default 0.1; any finite number. */
  readonly learningRate?: number;
}

export interface RowEnergy {
  /** Before the step: 1/2 mean (Y - f V)^2 over samples and outputs. */
  readonly loss: number;
  /** The negative gradient, inputs x hidden. */
  readonly dW: Matrix;
  /** |w_j|^2 of each hidden node before the step and after it. */
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** w_j . dW_j: 0 up to rounding for epsilon = 0. */
  readonly radial: readonly number[];
  /** lr^2 |dW_j|^2, the exact increase where the radial part is 0. */
  readonly increment: readonly number[];
}

const sumOfSquares = (values: readonly number[]) => compensatedSum(values.map((value) => value * value));
const energies = (W: Matrix) => transpose(W).map(sumOfSquares);

/**
 * One full-batch gradient step of linear-ReLU-BN or linear-BN-ReLU (no biases; batch variance; relu'(0) = 0) and what it does to each node's energy.
 *
 * data: X N x inputs, V hidden x outputs, Y N x outputs; W inputs x hidden. With epsilon = 0 no node may be constant over the batch.
 * With epsilon > 0 the radial part is not 0 and the energy is not conserved. Accuracy: rounding, relative to |w_j| |dW_j|.
 * @throws TheoryError "domain": matrices that do not fit, numbers that are not finite, a constant node (named).
 */
export function rowEnergy(data: LayerData, W: Matrix, options: RowEnergyOptions): RowEnergy {
  assertShapes(
    {
      data: layerShape,
      W: matrix,
      options: optionsOf({ c0: modest, c1: modest, epsilon: modest, learningRate: modest }),
    },
    { data, W, options },
  );
  const { learningRate = 0.1 } = options;
  assertLayer(data, W, options);
  if (!Number.isFinite(learningRate)) throw domainError("learningRate", learningRate, "a finite number", "Try 0.1.");
  const { loss, dW } = layerGradient(data, W, options);
  const [columns, steps] = [transpose(W), transpose(dW)];
  const next = W.map((row, i) => row.map((value, j) => value + learningRate * dW[i]![j]!));
  return {
    loss,
    dW,
    before: energies(W),
    after: energies(next),
    radial: columns.map((column, j) => compensatedSum(column.map((value, i) => value * steps[j]![i]!))),
    increment: steps.map((step) => learningRate * learningRate * sumOfSquares(step)),
  };
}

export interface RowEnergyFlow {
  readonly times: readonly number[];
  readonly losses: readonly number[];
  /** At each time |w_j|^2 of each node. */
  readonly energies: Matrix;
  /** The largest | |w_j(t)|^2 - |w_j(0)|^2 |. */
  readonly drift: number;
  /** Of the weights, by the solver's estimate, absolute. */
  readonly error: number;
  readonly converged: boolean;
}

/**
 * The gradient flow dW/dt = -d loss/dW at the given times, times[0] being where W holds, and the energies along it.
 *
 * Domain as `rowEnergy`; where a node becomes constant on the way, or the flow slides along
 * a kink of a ReLU (the gradient jumps there, towards the kink on both sides), the solver stops early: converged is false. maxEvals: default 20 000, some seconds.
 * Accuracy: the drift is the solver's error only; measured up to 4e-10 at the default tolerance 1e-10, also where it stops early.
 * @throws TheoryError "domain".
 */
export function rowEnergyFlow(
  data: LayerData,
  W: Matrix,
  times: readonly number[],
  options: LayerOptions & OdeOptions,
): RowEnergyFlow {
  assertShapes(
    {
      data: layerShape,
      W: matrix,
      times: numbers,
      options: optionsOf({ c0: modest, c1: modest, epsilon: modest, tolerance: modest, maxEvals: modest }),
    },
    { data, W, times, options },
  );
  assertLayer(data, W, options);
  const hidden = W[0]!.length;
  const unflatten = (state: readonly number[]) => W.map((_, i) => state.slice(i * hidden, (i + 1) * hidden));
  layerGradient(data, W, options);
  const { tolerance, maxEvals = 20_000 } = options;
  const solution = solveOde((_, state) => finiteGradient(data, unflatten(state), options), W.flat(), times, {
    ...(tolerance === undefined ? {} : { tolerance }),
    maxEvals,
  });
  const weights = solution.states.map(unflatten);
  const all = weights.map(energies);
  return {
    times: solution.times,
    losses: weights.map((matrix) => layerGradient(data, matrix, options).loss),
    energies: all,
    drift: Math.max(...all.flatMap((now) => now.map((value, j) => Math.abs(value - all[0]![j]!)))),
    error: solution.error,
    converged: solution.converged,
  };
}

/** NaN where a trial point has a constant node: the solver then shortens its step. */
function finiteGradient(data: LayerData, W: Matrix, options: LayerOptions): readonly number[] {
  try {
    return layerGradient(data, W, options).dW.flat();
  } catch (error) {
    if (!isTheoryError(error)) throw error;
    return W.flat().map(() => Number.NaN);
  }
}

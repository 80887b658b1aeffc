/**
 * A network with one output, without biases, and its samples:
 *
 *   T(x) = phi(.. phi(x^T W_1) W_2 ..) alpha,   R = (1/m) sum_i l(T(x_i), y_i).
 *
 * W_p is n_{p-1} x n_p, and alpha the L-th weight, n_{L-1} x 1. The parameters are theta = (vec W_1, ..., vec W_{L-1}, alpha), vec column by column.
 * For the ReLU T = x^T W_1 D_1 W_2 D_2 ... alpha with the gates D_i = dg(h_i). Source: Eqn. 1 and 3 of the S-System paper.
 */
import { domainError } from "../../../numeric/domain.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertMatrix, assertNumbers } from "../../../numeric/linearAlgebra/matrixChecks.js";
import type { Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { anyList, madeBy, matrix, record, vector } from "../../../numeric/shape.js";
import type { Activation } from "../../../symbolic/activation/activation.js";
import { activation as activationOf } from "../../../symbolic/activation/create.js";
import { type LossName, lossShape } from "./pointLoss.js";

export interface RiskProblem {
  /** W_1, ..., W_{L-1}; may be empty: T = x^T alpha. */
  readonly W: readonly Matrix[];
  readonly alpha: Vector;
  /** One sample a row, n_0 numbers each. */
  readonly X: Matrix;
  /** One label a sample. */
  readonly y: Vector;
  readonly loss: LossName;
  /** A name or a formula in x, or what `activation` returns; default "relu". It needs a second derivative except at kinks. */
  readonly activation?: string | Activation;
}

/** The same, checked, as flat arrays. */
export interface ResolvedProblem {
  /** n_0, ..., n_{L-1}, 1. */
  readonly widths: readonly number[];
  /** theta. */
  readonly theta: Float64Array;
  /** Where vec W_p starts in theta, p = 1 .. L at index p - 1; then N. */
  readonly offsets: readonly number[];
  readonly inputs: Float64Array;
  readonly labels: Float64Array;
  readonly loss: LossName;
  readonly activation: Activation & { readonly secondDerivative: (x: number) => number };
}

const MOST_NUMBERS = 20_000_000;

const shape = record({
  W: anyList,
  alpha: vector,
  X: matrix,
  y: vector,
  loss: lossShape,
});

function activationFrom(given: RiskProblem["activation"]): ResolvedProblem["activation"] {
  const made = typeof given === "object";
  if (made) madeBy("activation", "value", "derivative", "facts")("activation", given);
  const activation = made ? (given as Activation) : activationOf(given ?? "relu");
  const { secondDerivative } = activation;
  if (!secondDerivative) {
    throw domainError("activation", activation.text, "one with a second derivative", "Pass a text, not a function.");
  }
  const jump = activation.facts.breakpoints.find(
    ({ valueJump, slopeJump }) => valueJump !== 0 || !Number.isFinite(slopeJump),
  );
  if (jump) {
    throw domainError(
      "activation",
      activation.text,
      "a continuous function with finite slopes",
      `It is not so at ${jump.at}: its Hessian says nothing about the risk.`,
    );
  }
  return { ...activation, secondDerivative };
}

/** Throws TheoryError "domain" for shapes that do not fit, by the entry's name, numbers above 1e100, an empty list, and an activation with jumps. */
export function resolveProblem(problem: RiskProblem): ResolvedProblem {
  shape("problem", problem);
  const { W, alpha, X, y, loss } = problem;
  const inputs = assertMatrix("X", X)[0]!.length;
  const widths = [inputs];
  for (const [index, layer] of W.entries()) {
    matrix(`W[${index}]`, layer);
    widths.push(assertMatrix(`W[${index}]`, layer, { rows: widths.at(-1)! })[0]!.length);
  }
  assertNumbers("alpha", Array.from(alpha), widths.at(-1)!);
  assertNumbers("y", Array.from(y), X.length);
  const layers = [...W, Array.from(alpha, (entry) => [entry])];
  widths.push(1);
  const offsets = [0];
  for (const [p, layer] of layers.entries()) offsets.push(offsets[p]! + layer.length * widths[p + 1]!);
  const units = widths.reduce((sum, width) => sum + width, 0);
  if (offsets.at(-1)! > MOST_NUMBERS || units * X.length > MOST_NUMBERS) {
    const given = `${offsets.at(-1)} weights, ${units} units at ${X.length} samples`;
    throw domainError("problem", given, `${MOST_NUMBERS} weights, and units times samples`, "Take fewer.");
  }
  const theta = new Float64Array(offsets.at(-1)!);
  for (const [p, layer] of layers.entries()) {
    for (const [i, row] of layer.entries()) {
      for (const [j, entry] of row.entries()) theta[offsets[p]! + j * layer.length + i] = entry;
    }
  }
  return {
    ...{ widths, theta, offsets, loss },
    inputs: Float64Array.from(X.flat()),
    labels: Float64Array.from(y),
    activation: activationFrom(problem.activation),
  };
}

import { isTheoryError } from "../../../errors.js";
import { domainError } from "../../../numeric/domain.js";
import { columnOf, type Matrix, multiply, transpose } from "../../../numeric/linearAlgebra/denseMatrix.js";
import type { Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { ladderBatchNorm, ladderBatchNormBackward } from "../batchNorm/ladderBatchNorm.js";

export const factorisedOrders = ["lin", "lin-relu", "lin-bn", "lin-bn-relu", "lin-relu-bn"] as const;
/** What follows the linear layer, in this order. */
export type FactorisedOrder = (typeof factorisedOrders)[number];

/** A layer over the events of alpha, whose batch norm has their probabilities. */
export interface EventLayer {
  /** P F_beta: events x n_beta. */
  readonly features: Matrix;
  /** P(z_alpha). */
  readonly probabilities: Vector;
  /** What the nodes should give: events x n_alpha. */
  readonly target: Matrix;
  readonly order: FactorisedOrder;
  readonly epsilon: number;
}

export interface EventGradient {
  /** 1/2 sum_j E_z (F*_j - F_j)^2. */
  readonly loss: number;
  /** F: events x n_alpha, what leaves the layer. */
  readonly output: Matrix;
  /** G~ = diag(P(z)) G at the linear layer's output, G the negative gradient. */
  readonly gradient: Matrix;
  /** (P F_beta)^T G~. */
  readonly dW: Matrix;
}

/** The loss and its negative gradient by W, n_beta x n_alpha; relu'(0) = 0. Throws TheoryError naming a node that is constant, for epsilon = 0. */
export function eventGradient(
  { features, probabilities, target, order, epsilon }: EventLayer,
  W: Matrix,
): EventGradient {
  const linear = multiply(features, W);
  const columns = W[0]!.map((_, j) => {
    const wanted = columnOf(target, j);
    const { output, backward } = nodePass(columnOf(linear, j), probabilities, order, epsilon, j);
    const error = wanted.map((value, z) => value - output[z]!);
    const loss = error.reduce((sum, value, z) => sum + (probabilities[z]! * value * value) / 2, 0);
    const gradient = backward(error).map((value, z) => probabilities[z]! * value);
    return { loss, output, gradient };
  });
  const gradient = transpose(columns.map((column) => column.gradient));
  return {
    loss: columns.reduce((sum, column) => sum + column.loss, 0),
    output: transpose(columns.map((column) => column.output)),
    gradient,
    dW: multiply(transpose(features), gradient),
  };
}

interface NodePass {
  readonly output: Vector;
  backward(gradient: Vector): Vector;
}

const relu = (values: Vector) => values.map((value) => Math.max(0, value));
const gated = (gradient: Vector, by: Vector) => gradient.map((g, z) => (by[z]! > 0 ? g : 0));

function nodePass(linear: Vector, p: Vector, order: FactorisedOrder, epsilon: number, node: number): NodePass {
  const normalised = (f: Vector) => named(node, () => ladderBatchNorm(p, f, { epsilon }).output);
  const back = (f: Vector, g: Vector) => ladderBatchNormBackward(p, f, g, { epsilon });
  switch (order) {
    case "lin":
      return { output: linear, backward: (g) => g };
    case "lin-relu":
      return { output: relu(linear), backward: (g) => gated(g, linear) };
    case "lin-bn":
      return { output: normalised(linear), backward: (g) => back(linear, g) };
    case "lin-bn-relu": {
      const output = normalised(linear);
      return { output: relu(output), backward: (g) => back(linear, gated(g, output)) };
    }
    case "lin-relu-bn": {
      const active = relu(linear);
      return { output: normalised(active), backward: (g) => gated(back(active, g), linear) };
    }
  }
}

/** The same, with the node's number in the error of a constant activation. */
function named<T>(node: number, compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (!isTheoryError(error)) throw error;
    const { domain, remedy } = error.details;
    throw domainError(`activation of node ${node}`, error.details.value, domain, remedy);
  }
}

import { domainError } from "../../../numeric/domain.js";
import { columnOf, type Matrix, multiply, transpose } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertMatrix } from "../../../numeric/linearAlgebra/matrixChecks.js";
import { batchNormBackward } from "./batchNormBackward.js";

export const layerOrders = ["lin-relu-bn", "lin-bn-relu"] as const;
/** What follows the linear layer: ReLU, then batch norm; or batch norm, then ReLU. */
export type LayerOrder = (typeof layerOrders)[number];

export interface LayerOptions {
  readonly order: LayerOrder;
  /** Of every node's batch norm: gain, offset and epsilon, defaults 1, 0, 0. */
  readonly c1?: number;
  readonly c0?: number;
  readonly epsilon?: number;
}

/** A batch through one hidden layer and linear read-outs, and what is wanted. */
export interface LayerData {
  /** N x inputs. */
  readonly X: Matrix;
  /** hidden x outputs, fixed. */
  readonly V: Matrix;
  /** N x outputs. */
  readonly Y: Matrix;
}

export interface LayerGradient {
  /** 1/2 mean (Y - f V)^2, over samples and outputs. */
  readonly loss: number;
  /** f: N x hidden, what leaves the layer. */
  readonly output: Matrix;
  /** -d loss/dW, inputs x hidden. */
  readonly dW: Matrix;
}

/** Throws TheoryError for matrices that do not fit together and for numbers that are not finite. */
export function assertLayer({ X, V, Y }: LayerData, W: Matrix, { order }: LayerOptions): void {
  if (!layerOrders.includes(order)) throw domainError("order", order, layerOrders.join(" or "), "Name one of them.");
  assertMatrix("X", X);
  assertMatrix("W", W, { rows: X[0]!.length });
  assertMatrix("V", V, { rows: W[0]!.length });
  assertMatrix("Y", Y, { rows: X.length, columns: V[0]!.length });
}

/** The loss and its negative gradient by W; relu'(0) = 0. Throws TheoryError naming the node whose batch norm sees a constant. */
export function layerGradient({ X, V, Y }: LayerData, W: Matrix, options: LayerOptions): LayerGradient {
  const linear = multiply(X, W);
  const passes = W[0]!.map((_, j) => nodePass(columnOf(linear, j), j, options));
  const output = transpose(passes.map(({ output: column }) => column));
  const prediction = multiply(output, V);
  const errors = Y.map((row, i) => row.map((value, k) => value - prediction[i]![k]!));
  const count = Y.length * Y[0]!.length;
  const loss = errors.reduce((sum, row) => row.reduce((part, value) => part + value * value, sum), 0) / (2 * count);
  const received = multiply(errors, transpose(V)).map((row) => row.map((value) => value / count));
  const back = passes.map(({ backward }, j) => backward(columnOf(received, j)));
  return { loss, output, dW: multiply(transpose(X), transpose(back)) };
}

interface NodePass {
  readonly output: readonly number[];
  backward(gradient: readonly number[]): readonly number[];
}

const relu = (values: readonly number[]) => values.map((value) => Math.max(0, value));
const gated = (gradient: readonly number[], by: readonly number[]) => gradient.map((g, i) => (by[i]! > 0 ? g : 0));

function nodePass(
  linear: readonly number[],
  node: number,
  { order, c1 = 1, c0 = 0, epsilon = 0 }: LayerOptions,
): NodePass {
  const normalise = (f: readonly number[], g: readonly number[]) =>
    named(node, f, epsilon, () => batchNormBackward(f, g, { c1, c0, epsilon }));
  const zeros = linear.map(() => 0);
  if (order === "lin-relu-bn") {
    const active = relu(linear);
    return {
      output: normalise(active, zeros).output,
      backward: (gradient) => gated(normalise(active, gradient).inputGradient, linear),
    };
  }
  const { output } = normalise(linear, zeros);
  return {
    output: relu(output),
    backward: (gradient) => normalise(linear, gated(gradient, output)).inputGradient,
  };
}

/** The same, with the node's number in the error of a constant activation. */
function named<T>(node: number, f: readonly number[], epsilon: number, compute: () => T): T {
  if (epsilon === 0 && f.every((value) => value === f[0])) {
    throw domainError(
      `activation of hidden node ${node}`,
      `the constant ${f[0]}`,
      "activations that differ within the batch, sigma > 0",
      "A dead or constant node has no batch norm with epsilon = 0: change its weights, or drop it.",
    );
  }
  return compute();
}

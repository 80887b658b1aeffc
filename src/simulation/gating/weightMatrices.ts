import type { TrainedLayer, TrainedWeights } from "./settings.js";

type Matrix = readonly (readonly number[])[];

/** Weights as matrices, rows a node each, for formulas: U and c belong to values, and are left out where the model has no U. */
export interface WeightMatrices {
  readonly W: readonly Matrix[];
  readonly U?: readonly Matrix[];
  /** Biases of W and of U, where there are any. */
  readonly b?: readonly (readonly number[])[];
  readonly c?: readonly (readonly number[])[];
}

export function weightMatrices({ W, U }: TrainedWeights): WeightMatrices {
  const [b, c] = [biasesOf(W), biasesOf(U)];
  return {
    W: W.map(rowsOf),
    ...(U.length > 0 && { U: U.map(rowsOf) }),
    ...(b && { b }),
    ...(c && { c }),
  };
}

const rowsOf = ({ inputs, nodes, weights }: TrainedLayer): Matrix =>
  Array.from({ length: nodes }, (_, i) => [...weights.subarray(i * inputs, (i + 1) * inputs)]);

function biasesOf(layers: readonly TrainedLayer[]): readonly (readonly number[])[] | undefined {
  const biases = layers.flatMap(({ bias }) => (bias === null ? [] : [[...bias]]));
  return biases.length > 0 ? biases : undefined;
}

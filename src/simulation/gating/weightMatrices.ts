import { domainError } from "../../numeric/domain.js";
import { assertShapes, finite, having, list, settingsOf } from "../../numeric/shape.js";
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

const floats = having("a Float32Array", (value) => value instanceof Float32Array);
const layer = settingsOf({
  inputs: finite,
  nodes: finite,
  weights: floats,
  bias: having("a Float32Array or null", (value) => value === null || value instanceof Float32Array),
});
const given = { weights: settingsOf({ W: list(layer, 1), U: list(layer) }) };

/**
 * The matrices of trained weights, for `gatedNetwork` and other formulas; their numbers are those of single precision.
 * @throws TheoryError "domain" for anything but what `trainGated` gives.
 */
export function weightMatrices(weights: TrainedWeights): WeightMatrices {
  assertShapes(given, { weights: weights as unknown });
  const { W, U } = weights;
  for (const part of ["W", "U"] as const)
    for (const [l, own] of weights[part].entries()) assertSize(`${part}[${l}]`, own);
  const [b, c] = [biasesOf(W), biasesOf(U)];
  return {
    W: W.map(rowsOf),
    ...(U.length > 0 && { U: U.map(rowsOf) }),
    ...(b && { b }),
    ...(c && { c }),
  };
}

function assertSize(name: string, { inputs, nodes, weights, bias }: TrainedLayer): void {
  if (weights.length === inputs * nodes && (bias === null || bias.length === nodes)) return;
  const value = `${weights.length} weights${bias === null ? "" : ` and ${bias.length} biases`}`;
  throw domainError(name, value, `those of ${nodes} nodes with ${inputs} inputs`, "Give the weights nodes x inputs.");
}

const rowsOf = ({ inputs, nodes, weights }: TrainedLayer): Matrix =>
  Array.from({ length: nodes }, (_, i) => [...weights.subarray(i * inputs, (i + 1) * inputs)]);

function biasesOf(layers: readonly TrainedLayer[]): readonly (readonly number[])[] | undefined {
  const biases = layers.flatMap(({ bias }) => (bias === null ? [] : [[...bias]]));
  return biases.length > 0 ? biases : undefined;
}

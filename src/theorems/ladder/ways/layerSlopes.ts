/** The gradient of a layer with batch norm from tangents: one run for each weight, no back-propagation. */
import type { LayerData, LayerOrder } from "../../../theory/ladder/batchNorm/normalisedLayer.js";
import { equalWeights, normalisedAlong } from "./normalisation.js";

type Rows = readonly (readonly number[])[];

/** -d loss/dW, inputs x hidden, of 1/2 mean (Y - f V)^2; relu'(0) = 0. */
export function layerSlopes({ X, V, Y }: LayerData, W: Rows, order: LayerOrder): readonly (readonly number[])[] {
  const along = (node: number, input: number) => {
    const linear = X.map((row) => row.reduce((sum, x, i) => sum + x * W[i]![node]!, 0));
    const change = X.map((row) => row[input]!);
    return order === "lin-relu-bn"
      ? normalised(gated(pairs(linear, change)))
      : gated(normalised(pairs(linear, change)));
  };
  const values = W[0]!.map((_, node) => along(node, 0).map(([value]) => value));
  const errors = Y.map((row, s) => row.map((y, k) => y - V.reduce((sum, v, j) => sum + values[j]![s]! * v[k]!, 0)));
  const count = Y.length * Y[0]!.length;
  return W.map((row, input) =>
    row.map((_, node) => {
      const slopes = along(node, input);
      return errors.reduce(
        (sum, list, s) => list.reduce((part, e, k) => part + (e * V[node]![k]! * slopes[s]![1]) / count, sum),
        0,
      );
    }),
  );
}

type Duals = readonly (readonly [number, number])[];
const pairs = (values: readonly number[], slopes: readonly number[]): Duals =>
  values.map((value, s) => [value, slopes[s]!]);
const gated = (list: Duals): Duals => list.map(([value, slope]) => (value > 0 ? [value, slope] : [0, 0]));
const normalised = (list: Duals): Duals =>
  normalisedAlong(
    list.map(([value]) => value),
    list.map(([, slope]) => slope),
    { probabilities: equalWeights(list.length) },
  );

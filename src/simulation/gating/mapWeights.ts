import type { TrainedWeights } from "./settings.js";

type Numbers = Float32Array | Float64Array;

/** The same layers with other numbers. */
export function mapWeights<From extends Numbers, To extends Numbers>(
  { W, U }: TrainedWeights<From>,
  of: (numbers: From) => To,
): TrainedWeights<To> {
  const layers = (list: TrainedWeights<From>["W"]) =>
    list.map(({ inputs, nodes, weights, bias }) => ({
      inputs,
      nodes,
      weights: of(weights),
      bias: bias && of(bias),
    }));
  return { W: layers(W), U: layers(U) };
}

/** Every array of the weights: each layer of W, then of U, its weights before its bias. */
export const numbersOf = <Some extends Numbers>({ W, U }: TrainedWeights<Some>): readonly Some[] =>
  [...W, ...U].flatMap(({ weights, bias }) => (bias === null ? [weights] : [weights, bias]));

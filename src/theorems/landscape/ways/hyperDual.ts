/**
 * Second derivatives of a network by hyper-dual numbers, forwards, from the bare weights: a + b e1 + c e2 + d e1 e2 with e1^2 = e2^2 = 0. With a weight
 * moved by e1 and another by e2, d is their second derivative, exactly. It shares nothing with the engine: activations and losses are its own.
 */
import type { RiskProblem } from "../../../theory/landscape/hessian/riskProblem.js";

export type Layers = readonly (readonly (readonly number[])[])[];
type HyperDual = readonly [value: number, first: number, second: number, both: number];
type Derivatives = readonly [value: number, first: number, second: number];

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
/** At a kink the slope of the ReLU is 0. */
const activations: Readonly<Record<string, (z: number) => Derivatives>> = {
  relu: (z) => (z > 0 ? [z, 1, 0] : [0, 0, 0]),
  tanh: (z) => {
    const t = Math.tanh(z);
    return [t, 1 - t * t, -2 * t * (1 - t * t)];
  },
  softplus: (z) => [Math.log1p(Math.exp(z)), sigmoid(z), sigmoid(z) * sigmoid(-z)],
  sin: (z) => [Math.sin(z), Math.cos(z), -Math.sin(z)],
  "x^2": (z) => [z * z, 2 * z, 2],
};

const losses: Readonly<Record<string, (T: number, y: number) => Derivatives>> = {
  hinge: (T, y) => (y * T < 1 ? [1 - y * T, -y, 0] : [0, 0, 0]),
  abs: (T, y) => (T > y ? [T - y, 1, 0] : [y - T, T < y ? -1 : 0, 0]),
  squared: (T, y) => [(T - y) ** 2 / 2, T - y, 1],
  logistic: (T, y) => [Math.log(1 + Math.exp(-y * T)), -y * sigmoid(-y * T), y * y * sigmoid(y * T) * sigmoid(-y * T)],
};

/** f of a hyper-dual number from its derivatives. */
const applied = ([value, slope, curvature]: Derivatives, [, b, c, d]: HyperDual): HyperDual => [
  value,
  slope * b,
  slope * c,
  curvature * b * c + slope * d,
];

/** A weight, W_p[row, column] at layer p - 1; or, without a row, what unit `column` of that layer is given. */
export interface Place {
  readonly layer: number;
  readonly row: number | null;
  readonly column: number;
}

/** All weights, vec W_1, ..., alpha, column by column. */
export const placesOf = (layers: Layers): readonly Place[] =>
  layers.flatMap((weights, layer) =>
    weights[0]!.flatMap((_, column) => weights.map((__, row) => ({ layer, row, column }))),
  );

export const layersOf = ({ W, alpha }: Pick<RiskProblem, "W" | "alpha">): Layers => [
  ...W,
  alpha.map((entry) => [entry]),
];

const isAt = (place: Place | null, layer: number, row: number | null, column: number): number =>
  Number(place !== null && place.layer === layer && place.row === row && place.column === column);

/** All signals, layer by layer, from the input up: z and h. */
export function hyperDualSignals(
  layers: Layers,
  activation: string,
  x: readonly number[],
  [first, second]: readonly [Place | null, Place | null],
): readonly { readonly z: readonly HyperDual[]; readonly h: readonly HyperDual[] }[] {
  let below: readonly HyperDual[] = x.map((value) => [value, 0, 0, 0]);
  return layers.map((weights, layer) => {
    const z = weights[0]!.map((_, column): HyperDual => {
      const sum: [number, number, number, number] = [
        0,
        isAt(first, layer, null, column),
        isAt(second, layer, null, column),
        0,
      ];
      for (const [row, [a, b, c, d]] of below.entries()) {
        const w = weights[row]![column]!;
        const [e, f] = [isAt(first, layer, row, column), isAt(second, layer, row, column)];
        sum[0] += w * a;
        sum[1] += w * b + e * a;
        sum[2] += w * c + f * a;
        sum[3] += w * d + e * c + f * b;
      }
      return sum;
    });
    below = layer === layers.length - 1 ? z : z.map((entry) => applied(activations[activation]!(entry[0]), entry));
    return { z, h: below };
  });
}

/** T. */
export const hyperDualOutput = (
  layers: Layers,
  activation: string,
  x: readonly number[],
  moved: readonly [Place | null, Place | null],
): HyperDual => hyperDualSignals(layers, activation, x, moved).at(-1)!.h[0]!;

const none: readonly [null, null] = [null, null];
const activationOf = ({ activation = "relu" }: RiskProblem): string => String(activation);

export const plainOutputs = (problem: RiskProblem): readonly number[] =>
  problem.X.map((x) => hyperDualOutput(layersOf(problem), activationOf(problem), x, none)[0]);

/** [l, l', l''] of each sample. */
export const plainLosses = (problem: RiskProblem): readonly Derivatives[] =>
  plainOutputs(problem).map((T, i) => losses[problem.loss]!(T, problem.y[i]!));

/** The symmetric matrix of these entries, over all pairs of weights. */
function overPairs(layers: Layers, entry: (moved: readonly [Place, Place]) => number): number[][] {
  const places = placesOf(layers);
  const matrix = places.map(() => new Array<number>(places.length).fill(0));
  for (const [i, first] of places.entries()) {
    for (let j = 0; j <= i; j++) {
      const value = entry([first, places[j]!]);
      matrix[i]![j] = value;
      matrix[j]![i] = value;
    }
  }
  return matrix;
}

/** d2T/dtheta2 at one input. */
export const outputSecondDerivatives = (problem: RiskProblem, sample: number): number[][] => {
  const layers = layersOf(problem);
  return overPairs(layers, (moved) => hyperDualOutput(layers, activationOf(problem), problem.X[sample]!, moved)[3]);
};

/** d2R/dtheta2, the loss included. */
export const riskSecondDerivatives = (problem: RiskProblem): number[][] => {
  const layers = layersOf(problem);
  return overPairs(layers, (moved) => {
    let sum = 0;
    for (const [i, x] of problem.X.entries()) {
      const output = hyperDualOutput(layers, activationOf(problem), x, moved);
      sum += applied(losses[problem.loss]!(output[0], problem.y[i]!), output)[3];
    }
    return sum / problem.X.length;
  });
};

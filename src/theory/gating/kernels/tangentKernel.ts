/**
 * The empirical neural tangent kernel Theta(x, x') = sum over outputs c and parameters t of df_c(x)/dt df_c(x')/dt, layer by layer:
 *   experts: sum_l <h_(l-1), h'_(l-1)> <delta_l, delta'_l>, with delta_L = 1;
 *   gates:   sum_l <eta_(l-1), eta'_(l-1)> <eps_l, eps'_l>, zero for step gates;
 * with 1 added to the first factor where a layer has biases. Source: section 4 (Jacot, Gabriel and Hongler 2018); the sums are ours.
 */
import { assertInteger, domainError } from "../../../numeric/domain.js";
import { type Matrix, rowsFrom } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { addRowProducts } from "../../../numeric/linearAlgebra/rowProducts.js";
import { assertShapes, finite, matrix, oneOf, optionsOf, withoutOverflow } from "../../../numeric/shape.js";
import { type Activity, activityOf } from "../network/activity.js";
import { type GatedNetwork, isLinearlyGated } from "../network/gatedNetwork.js";
import { assertPoints, gatedShape } from "../shapes.js";
import { mirrorLower } from "./mirrorLower.js";
import { type Sensitivities, sensitivitiesOf, transposesOf } from "./sensitivities.js";

export interface TangentOptions {
  /** Which parameters: "W" of the gates, "U" of the experts of a DLGN; default "all". For relu and dln, which have one set, all of them. */
  readonly parameters?: "all" | "W" | "U";
  /** One output, from 0; default their sum. */
  readonly output?: number;
}

const given = {
  network: gatedShape,
  points: matrix,
  options: optionsOf({ parameters: oneOf("all", "W", "U"), output: finite }),
};

/** A layer's part of the kernel: <input, input'> (+ 1 for biases) times <slope, slope'>. */
interface Part {
  readonly input: Float64Array;
  readonly bias: boolean;
  /** Null for the output layer, whose slope is 1. */
  readonly slope: Float64Array | null;
}

function partsOf(
  network: GatedNetwork,
  activity: Activity,
  parameters: "all" | "W" | "U",
  { experts, gates }: Sensitivities,
): Part[] {
  const { hidden, eta } = activity;
  const own = [...experts, null].map((slope, l) => ({ input: hidden[l], bias: network.c !== null, slope }));
  const theirs = gates.map((slope, l) => ({ input: eta[l], bias: network.b !== null, slope }));
  if (parameters === "U") return own;
  return parameters === "W" ? theirs : [...own, ...theirs];
}

function checked(network: GatedNetwork, points: Matrix, options: TangentOptions) {
  assertShapes(given, { network, points, options });
  assertPoints("points", points, network.widths[0]);
  const { parameters = "all", output } = options;
  if (parameters !== "all" && !isLinearlyGated(network.model)) {
    const remedy = `Leave it out: ${network.model} has one set of parameters.`;
    throw domainError("parameters", `"${parameters}"`, '"all" for relu and dln', remedy);
  }
  const C = network.widths[network.widths.length - 1];
  if (output !== undefined) assertInteger("output", output, 0, C - 1);
  const outputs = output === undefined ? Array.from({ length: C }, (_, node) => node) : [output];
  const activity = activityOf(network, points);
  const transposes = transposesOf(network);
  const parts = outputs.map((node) =>
    partsOf(network, activity, parameters, sensitivitiesOf(network, transposes, activity, node)),
  );
  return { activity, parts };
}

/**
 * The empirical tangent kernel at n <= 4096 points, n x n, by explicit backpropagation. n^2/2 times the sum of the widths multiplications for each
 * output. Step gates: their weights W have zero gradient where no pre-activation is 0. ReLU at 0: derivative 1, or 0 with `atZero: "closed"`.
 * @throws TheoryError "domain" for points of another dimension, an output that does not exist, "W" or "U" of relu and dln, and overflow.
 */
export function tangentKernel(network: GatedNetwork, points: Matrix, options: TangentOptions = {}): number[][] {
  const { activity, parts } = checked(network, points, options);
  const n = activity.count;
  const kernel = new Float64Array(n * n);
  const [inputs, slopes] = [new Float64Array(n * n), new Float64Array(n * n)];
  // what a layer reads is the same for every output: it is multiplied once
  for (const [l, { input, bias }] of parts[0].entries()) {
    inputs.fill(bias ? 1 : 0);
    addRowProducts(input, n, input, n, input.length / n, inputs, true);
    for (const layers of parts) {
      const { slope } = layers[l];
      if (slope === null) slopes.fill(1);
      else addRowProducts(slope, n, slope, n, slope.length / n, slopes.fill(0), true);
      for (let i = 0; i < kernel.length; i++) kernel[i] += inputs[i] * slopes[i];
    }
  }
  mirrorLower(kernel, n);
  withoutOverflow("weights of the network", kernel);
  return rowsFrom(kernel, n);
}

/** Theta(x, x) at each point, without the rest of the matrix. */
export function tangentDiagonal(network: GatedNetwork, points: Matrix, options: TangentOptions = {}): number[] {
  const { activity, parts } = checked(network, points, options);
  const { count } = activity;
  const square = (values: Float64Array, k: number) => {
    const width = values.length / count;
    let sum = 0;
    for (let i = k * width; i < (k + 1) * width; i++) sum += values[i] ** 2;
    return sum;
  };
  const diagonal = points.map((_, k) =>
    parts.flat().reduce((sum, { input, bias, slope }) => {
      return sum + (square(input, k) + Number(bias)) * (slope === null ? 1 : square(slope, k));
    }, 0),
  );
  withoutOverflow("weights of the network", diagonal);
  return diagonal;
}

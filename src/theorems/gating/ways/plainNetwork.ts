/** Networks neuron by neuron from their bare weights, with dual numbers: a second way to gates, outputs and gradients, forwards. */
import type { GatedNetwork } from "../../../theory/gating/network/gatedNetwork.js";

export interface Dual {
  readonly value: number;
  /** Derivative in the direction of one parameter. */
  readonly slope: number;
}

/** The parameter that moves: an entry of W or U, of a row of biases b or c; indices from 0. */
export interface Parameter {
  readonly set: "W" | "b" | "U" | "c";
  readonly layer: number;
  readonly row: number;
  readonly column: number;
}

export interface PlainRun {
  /** f_1, ..., f_(L-1). */
  readonly gates: readonly (readonly Dual[])[];
  /** h_0, ..., h_(L-1). */
  readonly hidden: readonly (readonly Dual[])[];
  readonly output: readonly Dual[];
}

type Bare = Pick<GatedNetwork, "model" | "W" | "b" | "U" | "c" | "beta" | "atZero">;

const constant = (value: number): Dual => ({ value, slope: 0 });

/** w.below + bias of one neuron. */
function neuron(
  network: Bare,
  sets: readonly ["W" | "U", "b" | "c"],
  layer: number,
  row: number,
  below: readonly Dual[],
  moved: Parameter | null,
): Dual {
  const moves = (set: string, column: number) =>
    Number(moved?.set === set && moved.layer === layer && moved.row === row && moved.column === column);
  const [weights, biases] = sets;
  let value = network[biases]?.[layer][row] ?? 0;
  let slope = moves(biases, 0);
  for (const [column, entry] of below.entries()) {
    const weight = network[weights][layer][row][column];
    value += weight * entry.value;
    slope += weight * entry.slope + moves(weights, column) * entry.value;
  }
  return { value, slope };
}

function gateOf({ model, beta, atZero }: Bare, eta: Dual): Dual {
  if (model === "dln") return constant(1);
  if (beta === null) return constant(Number(atZero === "open" ? eta.value >= 0 : eta.value > 0));
  const value = 1 / (1 + Math.exp(-beta * eta.value));
  return { value, slope: beta * value * (1 - value) * eta.slope };
}

export function plainRun(network: Bare, x: readonly number[], moved: Parameter | null = null): PlainRun {
  const shared = network.model === "relu" || network.model === "dln";
  const own = shared ? (["W", "b"] as const) : (["U", "c"] as const);
  const layers = network.U.length;
  const gates: Dual[][] = [];
  let eta: Dual[] = x.map(constant);
  const hidden: Dual[][] = [x.map((entry) => constant(network.model === "dlgn-pwc" ? 1 : entry))];
  for (let l = 0; l < layers - 1; l++) {
    const values = network.U[l].map((_, i) => neuron(network, own, l, i, hidden[l], moved));
    const below = eta;
    eta = shared ? values : network.W[l].map((_, i) => neuron(network, ["W", "b"], l, i, below, moved));
    const open = eta.map((each) => gateOf(network, each));
    gates.push(open);
    hidden.push(
      values.map((v, i) => ({
        value: open[i].value * v.value,
        slope: open[i].slope * v.value + open[i].value * v.slope,
      })),
    );
  }
  const output = network.U[layers - 1].map((_, i) => neuron(network, own, layers - 1, i, hidden[layers - 1], moved));
  return { gates, hidden, output };
}

export const plainOutput = (network: Bare, x: readonly number[]): number[] =>
  plainRun(network, x).output.map(({ value }) => value);

/** Every parameter of these sets; biases only where the network has some. */
export const parametersOf = (network: Bare, which: "all" | "W" | "U"): Parameter[] => {
  const shared = network.model === "relu" || network.model === "dln";
  const sets = shared || which === "W" ? ["W", "b"] : which === "U" ? ["U", "c"] : ["W", "b", "U", "c"];
  return (sets as Parameter["set"][]).flatMap((set) => {
    const layers = network[set] as readonly (readonly (number | readonly number[])[])[] | null;
    return (layers ?? []).flatMap((rows, layer) =>
      rows.flatMap((row, i) =>
        (typeof row === "number" ? [row] : row).map((_, column) => ({ set, layer, row: i, column })),
      ),
    );
  });
};

/** sum over outputs and parameters of df/dt(x) df/dt(x'), one run of dual numbers for each. */
export const plainTangent = (
  network: Bare,
  x: readonly number[],
  other: readonly number[],
  which: "all" | "W" | "U" = "all",
): number =>
  parametersOf(network, which).reduce((sum, parameter) => {
    const theirs = plainRun(network, other, parameter).output;
    return sum + plainRun(network, x, parameter).output.reduce((s, { slope }, c) => s + slope * theirs[c].slope, 0);
  }, 0);

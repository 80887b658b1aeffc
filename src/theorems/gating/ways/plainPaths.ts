/** Paths one by one, as the paper writes them: products of gates and of weights, with the sum over the input neuron i_0 written out. */
import type { GatedNetwork } from "../../../theory/gating/network/gatedNetwork.js";
import { plainRun } from "./plainNetwork.js";

/** [m_1] x ... x [m_k]. */
export const plainPaths = (widths: readonly number[]): number[][] =>
  widths.reduce<number[][]>(
    (paths, width) => paths.flatMap((path) => Array.from({ length: width }, (_, i) => [...path, i])),
    [[]],
  );

/** Gates f_(l,i) at x. */
export const plainGates = (network: GatedNetwork, x: readonly number[]): number[][] =>
  plainRun(network, x).gates.map((gates) => gates.map(({ value }) => value));

/** prod_l f_(l, i_l). */
export const gateProduct = (gates: readonly (readonly number[])[], path: readonly number[]): number =>
  path.reduce((product, i, l) => product * gates[l][i], 1);

/** f_pi(x) of every path. */
export function pathGates(network: GatedNetwork, x: readonly number[]): number[] {
  const gates = plainGates(network, x);
  return plainPaths(network.widths.slice(1, -1)).map((path) => gateProduct(gates, path));
}

/** What the experts read: x, or the all-ones vector. */
export const expertInput = ({ model }: GatedNetwork, x: readonly number[]): readonly number[] =>
  model === "dlgn-pwc" ? x.map(() => 1) : x;

/** sum_(i_0) x_(i_0) prod_(k=1..l) u_(k, i_k, i_(k-1)) for i_1, ..., i_l. */
export const weightProduct = ({ U }: GatedNetwork, input: readonly number[], nodes: readonly number[]): number =>
  input.reduce(
    (sum, entry, i0) => sum + nodes.reduce((product, i, k) => product * U[k][i][k === 0 ? i0 : nodes[k - 1]], entry),
    0,
  );

/** All paths of the network at x with gate and value of the output c. */
export function plainExperts(network: GatedNetwork, x: readonly number[], c = 0) {
  const gates = plainGates(network, x);
  const input = expertInput(network, x);
  return plainPaths(network.widths.slice(1, -1)).map((path) => ({
    path,
    gate: gateProduct(gates, path),
    value: weightProduct(network, input, [...path, c]),
  }));
}

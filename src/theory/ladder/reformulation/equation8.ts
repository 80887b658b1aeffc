/**
 * Eqn 8 of Tian et al. 2019, the reformulated propagation in events:
 *   f_j(z_alpha) = f'_j(z_alpha) sum_k w_jk sum_b P(z_beta = b | z_alpha) f_k(b),
 *   g_k(z_beta)  = f'_k(z_beta)  sum_j w_jk sum_a P(z_alpha = a | z_beta) g_j(a).
 */
import { applyTo } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { byEvent, conditionalMeans, conditionalTable } from "../groupBy.js";
import { regionOf } from "../ladder.js";
import type { Targets } from "../network/backwardPass.js";
import type { InnerNode, LocallyConnectedNetwork } from "../network/network.js";
import type { EventGradient, EventMeans } from "./eventMeans.js";

/** One number for each event of the node's region, by the node's name. */
export type ByEvent = ReadonlyMap<string, readonly number[]>;

/** "one": the right-hand side has the exact means of the neighbours; "iterated": what Eqn 8 itself gave for them. */
export type Steps = "one" | "iterated";

/** The first line of Eqn 8 for every inner node; input nodes have their exact means. */
export function reformulatedForward(
  network: LocallyConnectedNetwork,
  exact: ReadonlyMap<string, EventMeans>,
  steps: Steps,
): ByEvent {
  const found = new Map<string, readonly number[]>();
  const tables = tablesOf(network);
  for (const node of network.nodes) {
    const { activation, gate } = exact.get(node.id)!;
    if (node.kind === "input") {
      found.set(node.id, activation);
      continue;
    }
    const sums = gate.map(() => 0);
    for (const { node: below, weight } of node.inputs) {
      const values = steps === "one" ? exact.get(below)!.activation : found.get(below)!;
      const expected = applyTo(tables(node.region, regionOfNode(network, below)), values);
      for (let a = 0; a < sums.length; a++) sums[a]! += weight * expected[a]!;
    }
    found.set(
      node.id,
      sums.map((sum, a) => gate[a]! * sum),
    );
  }
  return found;
}

/**
 * The second line of Eqn 8 for every node that is read. Output nodes: their exact g(z) for "one" step; for "iterated", the gate
 * f'(z) times E[target | z] - f(z), f from `forward`, the iterated first line.
 */
export function reformulatedBackward(
  network: LocallyConnectedNetwork,
  exact: ReadonlyMap<string, EventMeans & { readonly backward: EventGradient }>,
  steps: Steps,
  targets: Targets,
  forward: ByEvent,
): ByEvent {
  const found = new Map<string, readonly number[]>();
  const tables = tablesOf(network);
  for (const node of [...network.nodes].reverse()) {
    const { gate, backward } = exact.get(node.id)!;
    const readers = readersOf(network, node.id);
    if (readers.length === 0) {
      const output = forward.get(node.id)!;
      const target = targetMeans(network, node.region, targets[node.id]!);
      const iterated = output.map((f, a) => gate[a]! * (target[a]! - f));
      found.set(node.id, steps === "one" ? backward.gradient : iterated);
      continue;
    }
    const sums = gate.map(() => 0);
    for (const { reader, weight } of readers) {
      const values = steps === "one" ? exact.get(reader.id)!.backward.gradient : found.get(reader.id)!;
      const expected = applyTo(tables(node.region, reader.region), values);
      for (let b = 0; b < sums.length; b++) sums[b]! += weight * expected[b]!;
    }
    found.set(
      node.id,
      sums.map((sum, b) => gate[b]! * sum),
    );
  }
  return found;
}

const regionOfNode = ({ nodes }: LocallyConnectedNetwork, id: string) => nodes.find((one) => one.id === id)!.region;

const targetMeans = ({ ladder }: LocallyConnectedNetwork, region: string, target: ArrayLike<number>) =>
  conditionalMeans(ladder, target, byEvent(regionOf(ladder, region)));

function readersOf(
  { nodes }: LocallyConnectedNetwork,
  id: string,
): readonly { readonly reader: InnerNode; readonly weight: number }[] {
  return nodes.flatMap((reader) => {
    const input = reader.kind === "inner" ? reader.inputs.find((one) => one.node === id) : undefined;
    return input === undefined || reader.kind === "input" ? [] : [{ reader, weight: input.weight }];
  });
}

/** P(z_second | z_first), each made once. */
function tablesOf({ ladder }: LocallyConnectedNetwork) {
  const made = new Map<string, readonly (readonly number[])[]>();
  return (first: string, second: string): readonly (readonly number[])[] => {
    const key = JSON.stringify([first, second]);
    const known = made.get(key) ?? conditionalTable(ladder, regionOf(ladder, first), regionOf(ladder, second));
    made.set(key, known);
    return known;
  };
}

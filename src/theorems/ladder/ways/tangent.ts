/** Derivatives of the loss 1/2 E sum_o (target_o - f_o)^2 by forward differentiation: no back-propagation, no chain of gradients. */
import type { Targets } from "../../../theory/ladder/network/backwardPass.js";
import type { LocallyConnectedNetwork } from "../../../theory/ladder/network/network.js";

/** What moves: a weight, or without `input` what a node receives, f_raw. */
export interface Direction {
  readonly node: string;
  readonly input?: string;
}

/** Minus the derivative on one atom, not weighed. */
export function negativeSlopeAt(
  { ladder, nodes }: LocallyConnectedNetwork,
  targets: Targets,
  atom: number,
  along: Direction,
): number {
  const values = new Map<string, readonly [number, number]>();
  let sum = 0;
  for (const node of nodes) {
    let [value, slope] = [0, along.node === node.id && along.input === undefined ? 1 : 0];
    if (node.kind === "input") {
      value = node.raw[ladder.regions.find((region) => region.id === node.region)!.content[atom]!]!;
    } else {
      for (const { node: below, weight } of node.inputs) {
        const [f, df] = values.get(below)!;
        value += weight * f;
        slope += weight * df + (along.node === node.id && along.input === below ? f : 0);
      }
    }
    if (node.gate === "relu" && !(value > 0)) [value, slope] = [0, 0];
    values.set(node.id, [value, slope]);
    const target = targets[node.id];
    if (target !== undefined) sum += (target[atom]! - value) * slope;
  }
  return sum;
}

/** Minus the derivative of the loss: Delta w of a weight. */
export function negativeSlope(network: LocallyConnectedNetwork, targets: Targets, along: Direction): number {
  return network.ladder.weights.reduce(
    (sum, weight, atom) => sum + weight * negativeSlopeAt(network, targets, atom, along),
    0,
  );
}

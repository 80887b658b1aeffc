/** Eqn 1, forward (Tian et al. 2019): f_raw_j = sum_k w_jk f_k, f_j = f'_j f_raw_j on every atom. */

import { assertShapes, withoutOverflow } from "../../../numeric/shape.js";
import { networkShape } from "../shapes.js";
import type { LocallyConnectedNetwork } from "./network.js";

/** One node on every atom. */
export interface Activity {
  readonly raw: Float64Array;
  /** f', 0 or 1. */
  readonly gate: Float64Array;
  /** f = f' f_raw. */
  readonly activation: Float64Array;
}

/** Every node's activity, by name. */
export type NetworkActivity = ReadonlyMap<string, Activity>;

/** f_raw, f' and f of every node on every atom of the ladder; linear in atoms times weights. */
export function forwardPass(network: LocallyConnectedNetwork): NetworkActivity {
  assertShapes({ network: networkShape }, { network });
  const { ladder, nodes } = network;
  const contentOf = new Map(ladder.regions.map(({ id, content }) => [id, content]));
  const activities = new Map<string, Activity>();
  for (const node of nodes) {
    const raw = new Float64Array(ladder.weights.length);
    if (node.kind === "input") {
      const content = contentOf.get(node.region)!;
      for (let atom = 0; atom < raw.length; atom++) raw[atom] = node.raw[content[atom]!]!;
    } else {
      for (const { node: below, weight } of node.inputs) {
        const { activation } = activities.get(below)!;
        for (let atom = 0; atom < raw.length; atom++) raw[atom]! += weight * activation[atom]!;
      }
    }
    withoutOverflow(`weights of ${node.id}`, raw);
    const gate = raw.map((value) => (node.gate === "linear" || value > 0 ? 1 : 0));
    activities.set(node.id, { raw, gate, activation: raw.map((value, atom) => gate[atom]! * value) });
  }
  return activities;
}

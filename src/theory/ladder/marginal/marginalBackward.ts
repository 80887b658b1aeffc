/**
 * Back-propagation in marginalised gradients only (Tian et al. 2019, Sec. 2.3): from g_j(x_j) of the readers to their projections
 * g_j(x_k) (Theorem 1), their sum g_raw_k(x_k) and g_k(x_k) = f'_k(x_k) g_raw_k(x_k) (Eqn 5); Delta w_jk = E[f_k(x_k) g_j(x_k)].
 * No gradient of a single atom is formed: only tables P(x_j | x_k) and, at the top, E[target | x_top].
 */

import { assertShapes } from "../../../numeric/shape.js";
import { byContent, massesOf } from "../groupBy.js";
import { type Region, regionOf } from "../ladder.js";
import { assertTargets, type Targets, type WeightUpdate } from "../network/backwardPass.js";
import type { NetworkActivity } from "../network/forwardPass.js";
import { type LocallyConnectedNetwork, outputNodes } from "../network/network.js";
import { activityShape, networkShape, targetsShape } from "../shapes.js";
import { marginalGradient, recursedGradient } from "./marginalGradient.js";

export interface MarginalBackward {
  /** g_k(x_k) of every node, by content of its own region. */
  readonly gradients: ReadonlyMap<string, readonly number[]>;
  /** The projections g_j(x_k) that each weight uses, by content of the input's region, and Delta w_jk. */
  readonly updates: readonly (WeightUpdate & { readonly projection: readonly number[] })[];
}

/** The marginalised gradients of the whole network. Equals the conditional means of backwardPass: Theorem 1. */
export function marginalBackward(
  network: LocallyConnectedNetwork,
  activity: NetworkActivity,
  targets: Targets,
): MarginalBackward {
  assertShapes(
    { network: networkShape, activity: activityShape, targets: targetsShape },
    { network, activity, targets },
  );
  assertTargets(network, targets);
  const { ladder, nodes } = network;
  const raws = new Map<string, number[]>();
  for (const { id, region } of outputNodes(network)) {
    const own = regionOf(ladder, region);
    const output = perContent(own, activity.get(id)!.activation);
    raws.set(
      id,
      marginalGradient(ladder, targets[id]!, own).map((target, content) => target - output[content]!),
    );
  }
  const gradients = new Map<string, readonly number[]>();
  const updates: (WeightUpdate & { projection: readonly number[] })[] = [];
  const regionOfNode = new Map(nodes.map(({ id, region }) => [id, regionOf(ladder, region)]));
  for (const node of [...nodes].reverse()) {
    const own = regionOfNode.get(node.id)!;
    const gate = perContent(own, activity.get(node.id)!.gate);
    const gradient = raws.get(node.id)!.map((value, content) => gate[content]! * value);
    gradients.set(node.id, gradient);
    if (node.kind === "input") continue;
    for (const { node: below, weight } of node.inputs) {
      const inner = regionOfNode.get(below)!;
      const projection = recursedGradient(ladder, gradient, own, inner);
      const sum = raws.get(below) ?? projection.map(() => 0);
      raws.set(
        below,
        sum.map((value, content) => value + weight * projection[content]!),
      );
      const masses = massesOf(ladder, byContent(inner));
      const f = perContent(inner, activity.get(below)!.activation);
      const update = masses.reduce((total, mass, content) => total + mass * f[content]! * projection[content]!, 0);
      updates.push({ node: node.id, input: below, update, projection });
    }
  }
  return { gradients, updates };
}

/** A function of the region's content, from its values on atoms. */
function perContent({ content, contents }: Region, values: Float64Array): readonly number[] {
  const found = new Array<number>(contents.length);
  for (let atom = 0; atom < values.length; atom++) found[content[atom]!] = values[atom]!;
  return found;
}

/**
 * Eqn 1, backward, and Eqn 2 (Tian et al. 2019): g_raw_k = sum_j w_jk g_j, g_k = f'_k g_raw_k and Delta w_jk = E[f_k g_j].
 * g is the NEGATIVE gradient of the loss 1/2 E sum_o (target_o - f_o)^2: at an output node g_raw = target - f.
 */
import { domainError } from "../../../numeric/domain.js";
import { assertShapes, withoutOverflow } from "../../../numeric/shape.js";
import { meanOf } from "../groupBy.js";
import type { Region } from "../ladder.js";
import { activityShape, gradientsShape, networkShape, targetsShape } from "../shapes.js";
import type { NetworkActivity } from "./forwardPass.js";
import { type LocallyConnectedNetwork, outputNodes } from "./network.js";

/** One node on every atom. */
export interface NodeGradient {
  /** g_raw: before the node's own gate. */
  readonly raw: Float64Array;
  /** g = f' g_raw. */
  readonly gradient: Float64Array;
}

export type NetworkGradient = ReadonlyMap<string, NodeGradient>;

/** What every output node should be on every atom, by the node's name. */
export type Targets = Readonly<Record<string, ArrayLike<number>>>;

/** Targets that depend on the event of a region only, such as the label of the image: `values` has one number for each event. */
export const targetOfEvent = ({ event }: Region, values: readonly number[]): readonly number[] =>
  event.map((a) => values[a]!);

/** g_raw and g of every node on every atom. Throws TheoryError for a missing, unknown, ragged or infinite target. */
export function backwardPass(
  network: LocallyConnectedNetwork,
  activity: NetworkActivity,
  targets: Targets,
): NetworkGradient {
  assertShapes(
    { network: networkShape, activity: activityShape, targets: targetsShape },
    { network, activity, targets },
  );
  assertTargets(network, targets);
  const atoms = network.ladder.weights.length;
  const raws = new Map(network.nodes.map(({ id }) => [id, new Float64Array(atoms)]));
  for (const { id } of outputNodes(network)) {
    const { activation } = activity.get(id)!;
    raws.set(
      id,
      activation.map((value, atom) => targets[id]![atom]! - value),
    );
  }
  const gradients = new Map<string, NodeGradient>();
  for (const node of [...network.nodes].reverse()) {
    const raw = raws.get(node.id)!;
    const { gate } = activity.get(node.id)!;
    withoutOverflow(`weights above ${node.id}`, raw);
    const gradient = raw.map((value, atom) => gate[atom]! * value);
    gradients.set(node.id, { raw, gradient });
    if (node.kind === "input") continue;
    for (const { node: below, weight } of node.inputs) {
      const sum = raws.get(below)!;
      for (let atom = 0; atom < atoms; atom++) sum[atom]! += weight * gradient[atom]!;
    }
  }
  return gradients;
}

/** Delta w_jk of one weight: reader j, input k. */
export interface WeightUpdate {
  readonly node: string;
  readonly input: string;
  readonly update: number;
}

/** Eqn 2: Delta w_jk = E[f_k g_j] of every weight, in the order of the nodes and their inputs. */
export function weightUpdates(
  network: LocallyConnectedNetwork,
  activity: NetworkActivity,
  gradient: NetworkGradient,
): readonly WeightUpdate[] {
  assertShapes(
    { network: networkShape, activity: activityShape, gradient: gradientsShape },
    { network, activity, gradient },
  );
  return network.nodes.flatMap((node) =>
    node.kind === "input"
      ? []
      : node.inputs.map(({ node: input }) => {
          const { activation } = activity.get(input)!;
          const above = gradient.get(node.id)!.gradient;
          return {
            node: node.id,
            input,
            update: meanOf(
              network.ladder,
              activation.map((f, atom) => f * above[atom]!),
            ),
          };
        }),
  );
}

/** Throws TheoryError for a missing, unknown, ragged or infinite target. */
export function assertTargets(network: LocallyConnectedNetwork, targets: Targets): void {
  const outputs = outputNodes(network).map(({ id }) => id);
  const unknown = Object.keys(targets).find((id) => !outputs.includes(id));
  if (unknown !== undefined) {
    throw domainError(
      "targets",
      unknown,
      `output nodes: ${outputs.join(", ")}`,
      "Nodes that others read have no target.",
    );
  }
  const atoms = network.ladder.weights.length;
  for (const id of outputs) {
    const target = targets[id];
    if (target === undefined || target.length !== atoms) {
      const given = target === undefined ? "no target" : `${target.length} numbers`;
      throw domainError(
        `targets.${id}`,
        given,
        `one number for each of the ${atoms} atoms of positive weight`,
        "Pass it.",
      );
    }
    for (let atom = 0; atom < atoms; atom++) {
      if (!Number.isFinite(target[atom])) {
        throw domainError(`targets.${id}`, target[atom], "finite numbers", `Correct the target of atom ${atom}.`);
      }
    }
  }
}

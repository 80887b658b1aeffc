import type { Targets } from "../../../theory/ladder/network/backwardPass.js";
import type { LocallyConnectedNetwork } from "../../../theory/ladder/network/network.js";
import { negativeSlope } from "./tangent.js";

/** Minus the derivative of the loss with respect to every weight, in the order of the nodes and their inputs. */
export const slopesOfWeights = (network: LocallyConnectedNetwork, targets: Targets): readonly number[] =>
  network.nodes.flatMap((node) =>
    node.kind === "input"
      ? []
      : node.inputs.map((input) => negativeSlope(network, targets, { node: node.id, input: input.node })),
  );

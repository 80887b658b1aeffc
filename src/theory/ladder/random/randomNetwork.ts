/** Random networks on a ladder, for property tests. */
import { assertInteger, domainError } from "../../../numeric/domain.js";
import { assertShapes, finite, oneOf, optional, settingsOf } from "../../../numeric/shape.js";
import { type Ladder, regionOf } from "../ladder.js";
import { type Targets, targetOfEvent } from "../network/backwardPass.js";
import {
  type LocallyConnectedNetwork,
  locallyConnectedNetwork,
  type NetworkNode,
  outputNodes,
} from "../network/network.js";
import { ladderShape, networkShape } from "../shapes.js";
import { Chance } from "./chance.js";

export interface RandomNetworkOptions {
  /** Integer in [0, 2^53). The network is a function of the ladder and these options. */
  readonly seed: number;
  /** Nodes of a region, 1 to 16; default 2. */
  readonly width?: number;
  /** "any": Gaussian weights, some of them zero; "positive": inputs and weights above zero, every gate is open. Default "any". */
  readonly signs?: "any" | "positive";
}

/** Every region has `width` ReLU nodes; those of a leaf are input nodes, the others read every node of every child. */
export function randomNetwork(ladder: Ladder, options: RandomNetworkOptions): LocallyConnectedNetwork {
  assertShapes({ ladder: ladderShape, options: settingsOf({ seed: finite }) }, { ladder, options });
  const { seed, width = 2, signs = "any" } = options;
  assertInteger("width", width, 1, 16);
  if (signs !== "any" && signs !== "positive") {
    throw domainError("signs", signs, "any, positive", "Name one of these.");
  }
  const chance = new Chance(seed, 1);
  const number = () => {
    if (signs === "positive") return 0.1 + chance.uniform();
    return chance.uniform() < 0.1 ? 0 : chance.gaussian();
  };
  const nodes = ladder.regions.flatMap((region) =>
    Array.from({ length: width }, (_, place): NetworkNode => {
      const common = { id: `${region.id}#${place}`, region: region.id, gate: "relu" } as const;
      if (region.children.length === 0) return { ...common, kind: "input", raw: region.contents.map(number) };
      const below = region.children.flatMap((child) => Array.from({ length: width }, (_, k) => `${child}#${k}`));
      return { ...common, kind: "inner", inputs: below.map((node) => ({ node, weight: number() })) };
    }),
  );
  return locallyConnectedNetwork(ladder, nodes);
}

/** Gaussian targets for the output nodes; "event": functions of the event of the node's region, "atom": of the atom. */
export function randomTargets(
  network: LocallyConnectedNetwork,
  options: { readonly seed: number; readonly of?: "event" | "atom" },
): Targets {
  assertShapes(
    { network: networkShape, options: settingsOf({ seed: finite, of: optional(oneOf("event", "atom")) }) },
    { network, options },
  );
  const { seed, of = "event" } = options;
  const chance = new Chance(seed, 2);
  const { ladder } = network;
  return Object.fromEntries(
    outputNodes(network).map(({ id, region }) => {
      const own = regionOf(ladder, region);
      if (of === "atom") return [id, ladder.weights.map(() => chance.gaussian())];
      return [
        id,
        targetOfEvent(
          own,
          own.events.map(() => chance.gaussian()),
        ),
      ];
    }),
  );
}

/** Parameters and the simulated side of the overfitting example of Section 5.3. */
import { regionOf } from "../../../theory/ladder/ladder.js";
import { backwardPass, weightUpdates } from "../../../theory/ladder/network/backwardPass.js";
import { forwardPass } from "../../../theory/ladder/network/forwardPass.js";
import { locallyConnectedNetwork } from "../../../theory/ladder/network/network.js";
import { spuriousLadder } from "../../../theory/ladder/spuriousUpdates.js";
import { label } from "../ways/bruteForce.js";

export const epsilon = {
  set: "real",
  min: -0.5,
  max: 0.5,
  doc: "Spurious correlation of z_gamma with the label.",
} as const;
export const prior = { set: "real", min: 0, max: 1, doc: "P(z_gamma = 1)." } as const;
export const activations = { set: "vector", length: 2, min: 0, max: 2, doc: "f(z = 0) and f(z = 1)." } as const;

export interface SpuriousPoint {
  readonly epsilon: number;
  readonly prior: number;
}

/**
 * Delta w of the weights of a node on alpha and one on gamma into the top, by back-propagation: both weights are zero and the targets
 * +1 and -1, so that the top's gradient is g0.
 */
export function trainedUpdates(
  point: SpuriousPoint,
  alpha: readonly number[],
  gamma: readonly number[],
): { readonly alpha: number; readonly gamma: number } {
  const ladder = spuriousLadder(point);
  const input = (region: string, values: readonly number[]) =>
    ({
      kind: "input",
      id: region,
      region,
      raw: regionOf(ladder, region).contents.map(([z]) => values[z!]!),
      gate: "linear",
    }) as const;
  const inputs = ["alpha", "gamma"].map((node) => ({ node, weight: 0 }));
  const network = locallyConnectedNetwork(ladder, [
    input("alpha", alpha),
    input("gamma", gamma),
    { kind: "inner", id: "o", region: "omega", inputs, gate: "linear" },
  ]);
  const top = regionOf(ladder, "omega");
  const targets = { o: ladder.weights.map((_, atom) => 2 * label(top, atom) - 1) };
  const activity = forwardPass(network);
  const updates = weightUpdates(network, activity, backwardPass(network, activity, targets));
  const of = (region: string) => updates.find((one) => one.input === region)!.update;
  return { alpha: of("alpha"), gamma: of("gamma") };
}

export const tolerance = {
  unit: "abs",
  limit: 1e-14,
  why: "rounding of sums of four products of numbers up to 2",
} as const;

/** Exact means over expert weights: both signs of every one, which is a law with E u = 0 and E u^2 = sigma^2. At most 10 weights. */
import type { GatedNetwork } from "../../../theory/gating/network/gatedNetwork.js";
import type { Values } from "../../domain.js";
import { pointOf } from "../ways/randomNetworks.js";
import { type fewWeights, fixedGates } from "./settings.js";

type Rows = readonly (readonly number[])[];

type Sizes = Values<typeof fewWeights>;

/** Fixed gates and two points. */
export const gatesAndPoints = (values: Sizes) => {
  const [x, other] = [0, 1].map((k) => pointOf({ ...values, weights: "gaussian" }, k));
  return { network: fixedGates(values), x, other };
};

/** Mean over U with entries +-sigma of what `of` makes of two points. */
export function signedMean(
  values: Sizes,
  of: (network: GatedNetwork, x: readonly number[], other: readonly number[]) => number,
): number {
  const { network, x, other } = gatesAndPoints(values);
  const count = network.U.reduce((sum, rows) => sum + rows.length * rows[0].length, 0);
  let sum = 0;
  for (let bits = 0; bits < 2 ** count; bits++) {
    let place = 0;
    const U = network.U.map((rows: Rows) =>
      rows.map((row) => row.map(() => ((bits >> place++) & 1 ? values.sigma : -values.sigma))),
    );
    sum += of({ ...network, U }, x, other);
  }
  return sum / 2 ** count;
}

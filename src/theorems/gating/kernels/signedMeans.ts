/** Exact means over expert weights: both signs of every one, which is a law with E u = 0 and E u^2 = sigma^2. At most 10 weights. */
import type { GatedNetwork } from "../../../theory/gating/network/gatedNetwork.js";

type Rows = readonly (readonly number[])[];

/** Mean of `of` over U with entries +-sigma_l. */
export function signedMean(
  network: GatedNetwork,
  sigmas: readonly number[],
  of: (network: GatedNetwork) => number,
): number {
  const count = network.U.reduce((sum, rows) => sum + rows.length * rows[0].length, 0);
  let sum = 0;
  for (let bits = 0; bits < 2 ** count; bits++) {
    let place = 0;
    const U = network.U.map((rows: Rows, l) =>
      rows.map((row) => row.map(() => ((bits >> place++) & 1 ? sigmas[l] : -sigmas[l]))),
    );
    sum += of({ ...network, U });
  }
  return sum / 2 ** count;
}

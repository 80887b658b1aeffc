import * as z from "zod";
import { noisyRecoveryConstants } from "../../../theory/alignment/noisyRecovery/noisyRecoveryConstants.js";
import { kind } from "../../kind.js";
import { number, real } from "../../schemas.js";

export const lemma5 = kind({
  name: "lemma5",
  area: "alignment",
  doc: "the constants of recovery from noisy observations, as printed (Lemma 5)",
  inputs: z.strictObject({
    d: z.int().describe("Inputs."),
    K: z.int().describe("ReLU nodes."),
    r: number.describe("Radius of the ball in the node's boundary."),
    eps0: number.describe("At least eps."),
    delta: number.describe("0 <= delta < 1."),
    M0: number.describe("The largest |x| on the boundary inside the region."),
    eps: number.describe("Bound of the combination on the region."),
    c_j: number.describe("The node's coefficient, not 0."),
  }),
  result: z.object({
    M: real,
    M2: real,
    q_j: real.describe("5 eps/|c_j|."),
    sin_bound: real.describe("Of the angle to another node."),
    bias_bound: real,
    volume_ratio: real.describe("V_{d-1}(r)/V_{d-2}(r)."),
    volume_lower: real.describe("What the proof takes instead."),
  }),
  example: { d: 3, K: 4, r: 0.5, eps0: 0.01, delta: 0.1, M0: 1.2, eps: 1e-3, c_j: 0.8 },
  names: {
    dimension: "d",
    nodes: "K",
    radius: "r",
    largestEpsilon: "eps0",
    reach: "M0",
    epsilon: "eps",
    coefficient: "c_j",
  },
  compute({ d, K, r, eps0, delta, M0, eps, c_j }) {
    const found = noisyRecoveryConstants({
      ...{ dimension: d, nodes: K, radius: r, largestEpsilon: eps0, delta, reach: M0, epsilon: eps, coefficient: c_j },
    });
    const { M, M2, clearance, sineBound, biasBound, volumeRatio, volumeLower } = found;
    return {
      ...{ M, M2, q_j: clearance, sin_bound: sineBound, bias_bound: biasBound },
      ...{ volume_ratio: volumeRatio, volume_lower: volumeLower },
    };
  },
});

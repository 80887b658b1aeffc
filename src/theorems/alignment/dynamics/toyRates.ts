/** h_k of the toy along its flow, differentiated by differences: what eq. (68)-(70) are compared with. */
import { dot } from "../../../numeric/linearAlgebra/vectors.js";
import { slopeByDifferences } from "../../ways/differences.js";
import { nodeAt } from "./nodeGrowth.js";
import { length, residueOf, type ToyValues } from "./settings.js";

/** The students a time t later, to first order; the first one has the residue r + bump w*. */
function toyAt(values: ToyValues, bump: number, t: number): ToyValues {
  const [first, second] = [residueOf(values, bump), residueOf(values)];
  return {
    ...values,
    w_1: nodeAt({ w_k: values.w_1, r_k: first }, t, 0.01),
    w_2: nodeAt({ w_k: values.w_2, r_k: second }, t, 0.01),
  };
}

/** h_1 and h_2. */
export function growthRates(values: ToyValues, bump = 0): readonly [number, number] {
  return [
    dot(values.w_1, residueOf(values, bump)) / length(values.w_1),
    dot(values.w_2, residueOf(values)) / length(values.w_2),
  ];
}

/** S = sum_q a_q |w_q|. */
export const explained = ({ w_1, w_2, a_1, a_2 }: ToyValues): number => a_1 * length(w_1) + a_2 * length(w_2);

const radiusOf = (values: ToyValues, bump: number) =>
  0.4 / (1 + explained(values) + length(residueOf(values, bump)) + length(residueOf(values)));

/** dh_1/dt and dh_2/dt. */
export const growthRateSlopes = (values: ToyValues, bump = 0): readonly [number, number] => {
  const slope = (k: 0 | 1) =>
    slopeByDifferences((t) => growthRates(toyAt(values, bump, t), bump)[k], 0, radiusOf(values, bump));
  return [slope(0), slope(1)];
};

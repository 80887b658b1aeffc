/** h_k of the toy along its flow, differentiated by differences: what eq. (68)-(70) are compared with. */
import { domainError } from "../../../numeric/domain.js";
import { dot, type Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { length, residueOf, type ToyValues } from "./settings.js";
import { moved, slopeAtZero } from "./slopeAtZero.js";

/** The students a time t later, to first order; the first one has the residue r + bump w*. */
function toyAt(values: ToyValues, bump: number, t: number): ToyValues {
  const [first, second] = [residueOf(values, bump), residueOf(values)];
  const move = (w: Vector, r: Vector) => {
    const size = length(w);
    if (size < 0.01) throw domainError("w", size, "a length of at least 0.01", "Take longer weights.");
    return moved(
      w,
      t,
      r.map((x) => size * x),
    );
  };
  return { ...values, w_1: move(values.w_1, first), w_2: move(values.w_2, second) };
}

/** h_1 and h_2. */
export function growthRates(values: ToyValues, bump = 0): readonly [number, number] {
  return [
    dot(values.w_1, residueOf(values, bump)) / length(values.w_1),
    dot(values.w_2, residueOf(values)) / length(values.w_2),
  ];
}

const scaleOf = (values: ToyValues, bump: number) => {
  const S = values.a_1 * length(values.w_1) + values.a_2 * length(values.w_2);
  return 1 / (1 + S + length(residueOf(values, bump)) + length(residueOf(values)));
};

/** dh_1/dt and dh_2/dt. */
export const growthRateSlopes = (values: ToyValues, bump = 0): readonly [number, number] => {
  const slope = (k: 0 | 1) => slopeAtZero((t) => growthRates(toyAt(values, bump, t), bump)[k], scaleOf(values, bump));
  return [slope(0), slope(1)];
};

/** S = sum_q a_q |w_q|. */
export const explained = ({ w_1, w_2, a_1, a_2 }: ToyValues): number => a_1 * length(w_1) + a_2 * length(w_2);

/** The bare toy node dw/dt = |w| r: parameters and moving points of eq. (63)-(67). */
import { domainError } from "../../../numeric/domain.js";
import { combine, type Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { dimension, length, vector } from "./settings.js";

export const nodeParameters = {
  d: dimension,
  w_k: vector("The weight."),
  r_k: vector("Its residue."),
} as const;

export const moved = (w: Vector, t: number, by: Vector): Vector => combine(1, w, t, by);

/** w_k a time t later, to first order. @throws TheoryError "domain" for a weight too short for differences. */
export function nodeAt(
  { w_k, r_k }: { readonly w_k: Vector; readonly r_k: Vector },
  t: number,
  shortest = 1e-3,
): Vector {
  const size = length(w_k);
  if (size < shortest) throw domainError("w_k", size, `a length of at least ${shortest}`, "Take a longer weight.");
  return moved(w_k, size * t, r_k);
}

/** In this time the weight moves by less than two fifths of its length; `slopeByDifferences` looks a quarter as far. */
export const stepOf = ({ r_k }: { readonly r_k: Vector }): number => 0.4 / (1 + length(r_k));

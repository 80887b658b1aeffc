/** The bare toy node dw/dt = |w| r: parameters and moving points of eq. (63)-(67). */
import { domainError } from "../../../numeric/domain.js";
import type { Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { dimension, length, vector } from "./settings.js";
import { moved } from "./slopeAtZero.js";

export const nodeParameters = {
  d: dimension,
  w_k: vector("The weight."),
  r_k: vector("Its residue."),
} as const;

/** w_k a time t later, to first order. @throws TheoryError "domain" for a weight too short for differences. */
export function nodeAt({ w_k, r_k }: { readonly w_k: Vector; readonly r_k: Vector }, t: number): Vector {
  const size = length(w_k);
  if (size < 1e-3) throw domainError("w_k", size, "a length of at least 0.001", "Take a longer weight.");
  return moved(
    w_k,
    t,
    r_k.map((x) => size * x),
  );
}

/** In this time the weight moves by less than a fifth of its length. */
export const stepOf = ({ r_k }: { readonly r_k: Vector }): number => 1 / (1 + length(r_k));

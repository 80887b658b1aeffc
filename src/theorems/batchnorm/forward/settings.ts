/** Parameters that the theorems on linearised dynamics share. */
export { homogeneous, homogeneousNotation } from "../fixedPoint/settings.js";

/** Degrees at which the dense operators' Gauss rules are exact to rounding: phi is a polynomial on either side of 0. */
export const wholeDegree = {
  alpha: { set: "integer", min: 1, max: 3, doc: "Degree alpha of phi(x) = p x_+^alpha - m x_-^alpha, here whole." },
  p: { set: "real", min: 0.1, max: 2, doc: "phi(1) = p." },
  m: { set: "real", min: -2, max: 2, doc: "phi(-1) = -m." },
} as const;

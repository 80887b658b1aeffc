/** Parameters that the fixed-point theorems share. */
export const degree = {
  set: "real",
  min: 0.51,
  max: 4,
  doc: "Degree alpha of phi(x) = p x_+^alpha - m x_-^alpha.",
} as const;
export const right = { set: "real", min: 0.1, max: 2, doc: "phi(1) = p." } as const;
export const left = { set: "real", min: -2, max: 2, doc: "phi(-1) = -m." } as const;

export const homogeneous = { alpha: degree, p: right, m: left } as const;

export const homogeneousNotation = {
  phi: "phi(x) = p x_+^alpha - m x_-^alpha",
} as const;

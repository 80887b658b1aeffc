/** Parameters that many theorems about batch norm share, with the edges that change an algorithm. */
/** phi(x) = p x_+^alpha - m x_-^alpha. */
export const homogeneousParameters = {
  B: { set: "integer", min: 4, max: 1_000_000, doc: "batch size" },
  alpha: { set: "real", min: 0.5, max: 8, open: "min", doc: "degree of homogeneity" },
  p: { set: "real", min: 0.05, max: 3, doc: "phi(1)" },
  m: { set: "real", min: -3, max: 3, doc: "-phi(-1)" },
} as const;

export const kernelParameters = {
  alpha: { set: "real", min: -0.5, max: 12, open: "min", doc: "degree of the kernel" },
  c: { set: "real", min: -1, max: 1, open: "both", doc: "correlation" },
} as const;

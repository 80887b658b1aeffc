/** What the theorems about the gradient's operator of phi(x) = p x_+^alpha - m x_-^alpha share. */
import type { FormulaWay } from "./formula.js";
import { gradientParts, type Space } from "./gradientParts.js";
import type { HomogeneousValues } from "./homogeneousMoments.js";

export const homogeneousNotation = {
  lambda_G: "the explosion rate; lambda_L and lambda_M are the gradient's eigenvalues on L and M",
  p: "phi(1)",
  m: "-phi(-1)",
  J_alpha: "the arc-cosine kernel; J_phi(c) = (p^2+m^2) J_alpha(c) - 2 p m J_alpha(-c)",
} as const;

/** lambda_A + lambda_B - lambda_C. */
export function total(values: HomogeneousValues, space: Space): number {
  const { A, B, C } = gradientParts(values, space);
  return A + B - C;
}

/** A way with the explosion rate beside it, which sets the scale where the value itself changes sign. */
export const besideRate = ({ name, evaluate }: FormulaWay) => ({
  name: `${name} (and the rate, which sets the scale)`,
  evaluate: (values: HomogeneousValues): readonly number[] => [evaluate({ ...values }), total(values, "G")],
});

/** lambda_A + lambda_B - lambda_C beside the rate. */
export const totalBesideRate = (space: Space) => ({
  name: "the three parts by moments of two samples",
  evaluate: (values: HomogeneousValues): readonly number[] => [total(values, space), total(values, "G")],
});

/** The ReLU's digits at a batch size. */
export const reference = (B: number, value: string, way: FormulaWay) => ({
  kind: "reference" as const,
  at: { B, alpha: 1, p: 1, m: 0 },
  value,
  origin: "test/reference/batchnorm.json: arc-cosine closed form and kink-split double quadrature (mpmath)",
  way,
  tolerance: { unit: "rel" as const, limit: 1e-13, why: "a formula in doubles" },
});

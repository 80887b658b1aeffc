/** The family max(x, 0)^alpha, by its slider. */
export const SMALLEST_ALPHA = 0.6;
export const LARGEST_ALPHA = 4;

export const powerOf = (alpha: number): string => `relu_power(${alpha})`;

/** What the curve over the family is drawn through. */
export const alphas: readonly number[] = Array.from({ length: 69 }, (_, k) =>
  Number((SMALLEST_ALPHA + (k * (LARGEST_ALPHA - SMALLEST_ALPHA)) / 68).toFixed(3)),
);

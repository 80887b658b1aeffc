import type { Estimate } from "../../../numeric/estimate.js";

/** ln of a rate with its error; null where the rate is 0 or infinite. */
export function logOf({ value, error, ...rest }: Estimate): Estimate | null {
  if (!(value > 0 && value < Number.POSITIVE_INFINITY)) return null;
  return { ...rest, value: Math.log(value), error: error / value };
}

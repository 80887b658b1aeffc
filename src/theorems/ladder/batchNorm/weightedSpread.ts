import { domainError } from "../../../numeric/domain.js";

/** The activations; a point where their standard deviation under the weights is below 0.03 is skipped, as `differing` skips. */
export function weightedSpread(f: readonly number[], probabilities: readonly number[]): readonly number[] {
  const mean = f.reduce((sum, value, z) => sum + probabilities[z]! * value, 0);
  const variance = f.reduce((sum, value, z) => sum + probabilities[z]! * (value - mean) ** 2, 0);
  if (variance >= 1e-3) return f;
  throw domainError("f", "nearly constant", "a standard deviation of at least 0.03", "Take other activations.");
}

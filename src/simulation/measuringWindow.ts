import { assertInteger, domainError } from "../numeric/domain.js";

/** Layers 1 .. L+1 between which growth is measured. */
export interface MeasuringWindow {
  readonly from: number;
  readonly to: number;
}

/**
 * The default leaves out a fifth of the network at each end, at most 50 layers. Below, the covariance of the batch
 * still goes from the input's to where the network takes it; at the top, the gradient still turns from dLoss/dX_{L+1}
 * into the direction that grows fastest. Both transients die geometrically (ReLU: over 4 layers at B = 8, 30 at
 * B = 64); a fifth of the depth makes their share small without losing most of the data. Below depth 5
 * nothing is left out.
 *
 * @throws TheoryError "domain" unless 1 <= from < to <= depth + 1.
 */
export function measuringWindow(depth: number, given: Partial<MeasuringWindow> = {}): MeasuringWindow {
  const skip = Math.min(50, Math.floor(depth / 5));
  const { from = 1 + skip, to = depth + 1 - skip } = given;
  assertInteger("from", from, 1, depth + 1);
  assertInteger("to", to, 1, depth + 1);
  if (from >= to) throw domainError("from", from, `a layer below to = ${to}`, "Growth needs two layers.");
  return Object.freeze({ from, to });
}

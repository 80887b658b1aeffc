import { assertAbove, domainError } from "../../../../numeric/domain.js";
import { assertShapes, modest } from "../../../../numeric/shape.js";
import type { SelfEnergy } from "../selfEnergy.js";
import { profileSelfEnergy } from "./profileSelfEnergy.js";

/** Throws TheoryError unless it is a number from 1e-6 to 1e6. */
export function assertRatio(ratio: number): void {
  assertShapes({ ratio: modest }, { ratio });
  assertAbove("ratio", ratio, 0);
  if (ratio < 1e-6 || ratio > 1e6) throw domainError("ratio", ratio, "1e-6 to 1e6", "Pass p / n in that range.");
}

/**
 * The chiral block matrix [[0, X], [X^T, 0]] / sqrt(n), X p x n of independent entries with mean 0 and variance 1, ratio = p/n: a profile
 * of two blocks, S[R]_1 = R_2, S[R]_2 = ratio R_1. Its squared eigenvalues are those of X X^T / n: see wishartDensity.
 *
 * Domain: ratio from 1e-6 to 1e6. Where it is not 1, 0 is an atom of mass |p - n| / (p + n).
 * @throws TheoryError "domain" for the ratio.
 */
export function chiralSelfEnergy(ratio: number): SelfEnergy {
  assertRatio(ratio);
  const variance = 1 + ratio;
  return profileSelfEnergy(
    [
      [0, variance],
      [variance, 0],
    ],
    [ratio / (1 + ratio), 1 / (1 + ratio)],
  );
}

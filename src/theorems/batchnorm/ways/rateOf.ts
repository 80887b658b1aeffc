import { domainError } from "../../../numeric/domain.js";
import type { Estimate } from "../../../numeric/estimate.js";
import type { Activation } from "../../../symbolic/activation/activation.js";
import { batchNorm } from "../../../theory/batchnorm/batchNorm.js";

/** The explosion rate by the library. Throws a TheoryError "domain" for a phi that is constant where normalised values reach. */
export function rateOf(phi: Activation, batch: number): Estimate {
  const { rate, fixedPoint } = batchNorm({ activation: phi, batch });
  if (fixedPoint.mu.value > 0) return rate;
  throw domainError("phi", phi.text, "not constant where normalised values reach", "Take a larger batch.");
}

import { TheoryError } from "../../../../errors.js";
import { domainError } from "../../../../numeric/domain.js";
import type { BatchNorm } from "../../batchNorm.js";
import { centredCovariance, covarianceRows } from "../../covariance/centredCovariance.js";
import { centredSpectrum } from "../../covariance/spectrum.js";
import type { DynamicsOptions } from "../dynamicsOptions.js";

/** The first centred covariance of a path, or null for independent random inputs. Throws TheoryError "domain" for what is no covariance. */
export function startCovariance(start: DynamicsOptions["start"], bsb1: BatchNorm): Float64Array | null {
  const { batch } = bsb1;
  if (start === undefined || start === "random") return null;
  if (start === "bsb1") {
    const mu = bsb1.fixedPoint.mu.value;
    return Float64Array.from({ length: batch * batch }, (_, at) => mu * ((at % (batch + 1) === 0 ? 1 : 0) - 1 / batch));
  }
  if (!Array.isArray(start) || start.length !== batch) {
    const domain = `"random", "bsb1" or a ${batch} x ${batch} array of finite numbers`;
    const value = Array.isArray(start) ? `${start.length} rows` : start;
    throw domainError("start", value, domain, "Give one row a sample.");
  }
  return named("start", () => {
    const centred = centredCovariance(covarianceRows("start", start as readonly (readonly number[])[]), batch, batch);
    centredSpectrum(centred); // throws where it is not positive semi-definite
    return centred.values.map((value) => value * centred.scale);
  });
}

/** Domain errors that `compute` throws, under the name the caller knows. */
function named<T>(parameter: string, compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof TheoryError) || error.code !== "domain") throw error;
    const { value, domain, remedy } = error.details;
    throw domainError(parameter, value, domain, remedy);
  }
}

import { domainError } from "../../../numeric/domain.js";
import type { BatchNorm } from "../batchNorm.js";
import type { DynamicsOptions } from "./dynamicsOptions.js";
import { centredCovariance, choleskyFactor } from "./sampledPath.js";

/** The first covariance of a path, or null for independent random inputs. Throws TheoryError "domain" for what is no covariance. */
export function startCovariance(start: DynamicsOptions["start"], bsb1: BatchNorm): Float64Array | null {
  const { batch } = bsb1;
  if (start === undefined || start === "random") return null;
  if (start === "bsb1") {
    const { q, mu } = bsb1.fixedPoint;
    return Float64Array.from({ length: batch * batch }, (_, at) =>
      at % (batch + 1) === 0 ? q.value : q.value - mu.value,
    );
  }
  const square =
    Array.isArray(start) &&
    start.length === batch &&
    start.every((row) => Array.isArray(row) && row.length === batch && row.every(Number.isFinite));
  if (!square) {
    const domain = `"random", "bsb1" or a ${batch} x ${batch} array of finite numbers`;
    throw domainError(
      "start",
      typeof start === "string" ? start : "a matrix of another shape",
      domain,
      "Give one row a sample.",
    );
  }
  const sigma = Float64Array.from({ length: batch * batch }, (_, at) => {
    const [i, j] = [Math.floor(at / batch), at % batch];
    return ((start as readonly (readonly number[])[])[i]![j]! + (start as readonly (readonly number[])[])[j]![i]!) / 2;
  });
  assertCovariance(sigma, batch);
  return sigma;
}

/** A positive semi-definite matrix is its Cholesky factor's square; one that is zero after centring is no start. */
function assertCovariance(sigma: Float64Array, size: number): void {
  const centred = centredCovariance(sigma, size);
  const largest = centred.reduce((top, value) => Math.max(top, Math.abs(value)), 0);
  const factor = choleskyFactor(centred, size);
  let worst = 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = 0; k <= j; k++) sum += factor[i * size + k]! * factor[j * size + k]!;
      worst = Math.max(worst, Math.abs(sum - centred[i * size + j]!));
    }
  }
  if (largest > 0 && worst <= 1e-6 * largest) return;
  const remedy = "Pass a covariance of samples that are not all the same.";
  throw domainError("start", "G start G", "positive semi-definite and not zero after centring", remedy);
}

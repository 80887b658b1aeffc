import { Matrix } from "ml-matrix";
import { domainError } from "../../../numeric/domain.js";
import type { BatchNorm } from "../batchNorm.js";
import { centredSpectrum } from "../routes/laplace/centredSpectrum.js";
import type { DynamicsOptions } from "./dynamics.js";

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
    throw domainError("start", typeof start === "string" ? start : "a matrix of another shape", domain, "Give one row a sample.");
  }
  const matrix = new Matrix(start.map((row) => [...row]));
  centredSpectrum(matrix); // throws unless it is positive semi-definite
  return Float64Array.from(matrix.add(matrix.transpose()).mul(0.5).to1DArray());
}

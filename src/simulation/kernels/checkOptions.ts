import { assertInteger, domainError } from "../../numeric/domain.js";
import type { KernelOptions } from "./kernels.js";

/** Throws TheoryError for sizes or a normalisation that no backend can run. */
export function checkOptions({ width, columns, batch, epsilon, gamma, beta }: KernelOptions): void {
  assertInteger("width", width, 1, 2 ** 31 - 1);
  assertInteger("batch", batch, 1, 2 ** 31 - 1);
  if (!Number.isInteger(columns) || columns < 1 || columns % batch !== 0) {
    throw domainError("columns", columns, `a positive multiple of batch = ${batch}`, "Pass whole batches.");
  }
  if (!(epsilon >= 0) || epsilon === Number.POSITIVE_INFINITY) {
    throw domainError("epsilon", epsilon, "a finite number, 0 or more", "Pass 0 for no regularisation.");
  }
  for (const [name, value] of Object.entries({ gamma, beta })) {
    if (!Number.isFinite(value)) throw domainError(name, value, "a finite number", "Pass a finite number.");
  }
}

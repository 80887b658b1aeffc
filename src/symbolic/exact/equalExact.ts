import type { Exact } from "./exact.js";
import { exactField } from "./field.js";

/**
 * True when the difference is zero: equal as functions of the atoms, whatever form denominators with higher roots have.
 */
export const equalExact = (a: Exact, b: Exact): boolean => exactField.isZero(exactField.subtract(a, b));

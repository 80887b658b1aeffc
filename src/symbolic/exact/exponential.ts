import { wholeOf } from "./constant.js";
import { atomExact, functionAtom } from "./create.js";
import type { Exact } from "./exact.js";
import { exponentOf } from "./exponent.js";
import type { ExactField } from "./field.js";
import { power } from "./power.js";

/** exp(x): a product of powers of e for a polynomial in symbols over Q, otherwise an atom. */
export function exponential(x: Exact, field: ExactField): Exact {
  if (exponentOf(x) === null) return functionAtom("Exp", x);
  return power(atomExact({ kind: "constant", name: "e" }), x, field);
}

/** log(x): 0 at 1, otherwise an atom; no relation between logarithms is used. Throws a RangeError for x = 0. */
export function logarithm(x: Exact, field: ExactField): Exact {
  if (field.isZero(x)) throw new RangeError("log 0");
  return wholeOf(x) === 1 ? field.zero : functionAtom("Log", x);
}

import type { Setting } from "../../../symbolic/derivation/builder.js";
import { integer, symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";

/** Every formula of BSB1 with a space M holds from four samples on; evidence is taken at small batches, where no term hides. */
export const setting: Setting = Object.freeze({
  assumptions: Object.freeze([compare("GreaterEqual", symbol("B"), integer(4))]),
  domains: Object.freeze({ B: { min: 4, max: 40, integer: true } }),
});

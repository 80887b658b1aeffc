import type { Estimate } from "../../numeric/estimate.js";
import { showError, showValue } from "../../render/number.js";

/** "1.19226433419 ± 8e-15". */
export const estimateText = (estimate: Pick<Estimate, "value" | "error">): string =>
  `${showValue(estimate)} ± ${showError(estimate)}`;

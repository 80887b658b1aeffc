import type { Erratum } from "../../proof.js";
import { wishartSkewnessErratum } from "../wishartSkewness.js";

/** What the paper prints wrongly, in its order. */
export const errata: readonly Erratum[] = Object.freeze([wishartSkewnessErratum]);

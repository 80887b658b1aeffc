import type { Erratum } from "../../proof.js";
import { pathCountErratum } from "./pathCount.js";

/** What the paper prints wrongly, in its order. */
export const errata: readonly Erratum[] = Object.freeze([pathCountErratum]);

import type { Verdict } from "../../../theory/batchnorm/stability.js";

export type StabilityKind = "stays" | "unstable" | "collapsed";

/** What a picture tells apart: stable and marginal are drawn alike. */
export const kindOf = (verdict: Verdict): StabilityKind =>
  verdict === "unstable" || verdict === "collapsed" ? verdict : "stays";

import type { Citation } from "../theorem.js";

/** A place in the paper on S-Systems: grouping, couplings and information geometry. */
export const paper = (at: string): readonly [Citation] =>
  Object.freeze([Object.freeze({ key: "li2019ssystem", at })] as const);

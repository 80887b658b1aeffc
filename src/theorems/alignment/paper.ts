import type { Citation } from "../theorem.js";

/** A place in the paper on over-parameterised students. */
export const paper = (at: string): readonly [Citation] =>
  Object.freeze([Object.freeze({ key: "tian2020alignment", at })] as const);

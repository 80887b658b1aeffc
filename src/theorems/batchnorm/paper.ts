import type { Citation } from "../theorem.js";

/** A place in the paper on batch normalisation. */
export const paper = (at: string): readonly [Citation] =>
  Object.freeze([Object.freeze({ key: "yang2019", at })] as const);

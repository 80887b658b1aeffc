import type { Citation } from "../theorem.js";

/** A place in the paper on locally connected ReLU networks and the summarisation ladder. */
export const paper = (at: string): readonly [Citation] =>
  Object.freeze([Object.freeze({ key: "tian2019ladder", at })] as const);

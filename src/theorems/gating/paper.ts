import type { Citation } from "../theorem.js";

/** A place in the paper on half-space features and deep linearly gated networks. */
export const paper = (at: string): readonly [Citation] =>
  Object.freeze([Object.freeze({ key: "lorik2024halfspace", at })] as const);

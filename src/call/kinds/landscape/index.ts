import type { Kind } from "../../kind.js";

export const landscape: readonly Kind[] = [];

import type { Theorem } from "../theorem.js";
import { kernels } from "./kernels/index.js";
import { paths } from "./paths/index.js";
import { regions } from "./regions/index.js";
import { training } from "./training/index.js";

/** Every definition, theorem and formula about networks as mixtures of path experts, in the order in which they are read. */
export const gating: readonly Theorem[] = Object.freeze([...paths, ...kernels, ...regions, ...training]);

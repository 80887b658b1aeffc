import type { Proof } from "../proof.js";
import { kernels } from "./kernels.js";
import { paths } from "./paths.js";
import { regions } from "./regions.js";
import { training } from "./training.js";

/** Every proof about networks as mixtures of path experts, in the order in which they are read. */
export const proofs: readonly Proof[] = Object.freeze([...paths, ...kernels, ...regions, ...training]);

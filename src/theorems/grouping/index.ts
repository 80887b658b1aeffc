import type { Theorem } from "../theorem.js";
import { activations } from "./activations/index.js";
import { geometry } from "./geometry/index.js";
import { probability } from "./probability/index.js";
import { system } from "./system/index.js";

/** Every definition, theorem and formula about S-Systems: probability coupling, derived activations, information geometry, in the order in which they are read. */
export const grouping: readonly Theorem[] = Object.freeze([...probability, ...system, ...activations, ...geometry]);

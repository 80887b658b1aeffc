import type { Theorem } from "../../theorem.js";
import { algorithm1 } from "./algorithm1.js";
import { algorithm2 } from "./algorithm2.js";
import { chains } from "./chains.js";
import { duplicates } from "./duplicates.js";
import { likelihood } from "./likelihood.js";
import { sharedAncestors } from "./sharedAncestors.js";
import { successor } from "./successor.js";
import { systemLaw } from "./systemLaw.js";
import { systemMarginals } from "./systemMarginals.js";
import { topological } from "./topological.js";

export const system: readonly Theorem[] = Object.freeze([
  successor,
  algorithm2,
  algorithm1,
  topological,
  systemLaw,
  systemMarginals,
  sharedAncestors,
  duplicates,
  chains,
  likelihood,
]);

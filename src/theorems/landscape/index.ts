import type { Theorem } from "../theorem.js";
import { cumulants } from "./cumulants/index.js";
import { dyson } from "./dyson/index.js";
import { ensembles } from "./ensembles/index.js";
import { hessian } from "./hessian/index.js";

/** Every definition, theorem and formula about Hessians of networks and random matrices by the matrix Dyson equation, in the order in which they are read. */
export const landscape: readonly Theorem[] = Object.freeze([...hessian, ...dyson, ...ensembles, ...cumulants]);

import type { Proof } from "../proof.js";
import { antisymmetry } from "./alphaSign.js";
import { chiral } from "./chiral.js";
import { cumulants } from "./cumulants.js";
import { deformed } from "./deformed.js";
import { goeVariance } from "./goeVariance.js";
import { evenPolynomial, mirroredBlocks } from "./symmetricSpectrum.js";
import { affineWeight, traceBound } from "./traceZero.js";
import { openUnits, smoothUnit } from "./unitHessians.js";

/** Every proof about Hessians of networks and random matrices by the matrix Dyson equation, in the order in which they are read. */
export const proofs: readonly Proof[] = Object.freeze([
  openUnits,
  smoothUnit,
  affineWeight,
  traceBound,
  mirroredBlocks,
  evenPolynomial,
  antisymmetry,
  ...goeVariance,
  ...chiral,
  ...deformed,
  ...cumulants,
]);

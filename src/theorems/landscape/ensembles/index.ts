import type { Theorem } from "../../theorem.js";
import { deformedSemicircle } from "./deformedSemicircle.js";
import { kroneckerEnsemble } from "./kroneckerEnsemble.js";
import { chiralEnsemble, marchenkoPastur } from "./marchenkoPastur.js";
import { separableEnsemble } from "./separableEnsemble.js";
import { varianceProfile } from "./varianceProfile.js";
import { wignerSemicircle } from "./wigner.js";

export const ensembles: readonly Theorem[] = Object.freeze([
  wignerSemicircle,
  chiralEnsemble,
  marchenkoPastur,
  deformedSemicircle,
  separableEnsemble,
  varianceProfile,
  kroneckerEnsemble,
]);

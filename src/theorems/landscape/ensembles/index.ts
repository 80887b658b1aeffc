import type { Theorem } from "../../theorem.js";
import { chiralEnsemble } from "./chiralEnsemble.js";
import { deformedSemicircle } from "./deformedSemicircle.js";
import { kroneckerEnsemble } from "./kroneckerEnsemble.js";
import { marchenkoPastur } from "./marchenkoPastur.js";
import { separableEnsemble } from "./separableEnsemble.js";
import { varianceProfile } from "./varianceProfile.js";
import { wignerSemicircle } from "./wignerSemicircle.js";

export const ensembles: readonly Theorem[] = Object.freeze([
  wignerSemicircle,
  chiralEnsemble,
  marchenkoPastur,
  deformedSemicircle,
  separableEnsemble,
  varianceProfile,
  kroneckerEnsemble,
]);

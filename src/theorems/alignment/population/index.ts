import type { Theorem } from "../../theorem.js";
import { alphaCoefficients } from "./alphaCoefficients.js";
import { assumption2 } from "./assumption2.js";
import { balance } from "./balance.js";
import { definition4 } from "./definition4.js";
import { equation5 } from "./equation5.js";
import { equation6 } from "./equation6.js";
import { equation7 } from "./equation7.js";
import { equation59 } from "./equation59.js";
import { equation59Isotropic } from "./equation59Isotropic.js";
import { equation62 } from "./equation62.js";
import { isotropicIntegrals } from "./isotropicIntegrals.js";
import { populationLoss } from "./populationLoss.js";
import { theorem6 } from "./theorem6.js";
import { theorem6Between } from "./theorem6Between.js";
import { theorem6Bias } from "./theorem6Bias.js";
import { theorem6Length } from "./theorem6Length.js";

/** Means over the whole population of inputs: section 5.1-5.2 and its proofs. */
export const population: readonly Theorem[] = Object.freeze([
  definition4,
  equation5,
  alphaCoefficients,
  equation6,
  balance,
  equation7,
  theorem6,
  theorem6Length,
  theorem6Between,
  theorem6Bias,
  equation59,
  equation62,
  isotropicIntegrals,
  equation59Isotropic,
  populationLoss,
  assumption2,
]);

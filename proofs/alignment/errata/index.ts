import type { Erratum } from "../../proof.js";
import { gradientSignErratum } from "../lemma1.js";
import { equation59Erratum, theorem6NormsErratum } from "../population.js";
import { lemma2Erratum, lemma3Erratum } from "../reluDependence.js";
import { equation70Erratum } from "../symmetryBreaking.js";

/** What the paper prints wrongly, in its order. */
export const errata: readonly Erratum[] = Object.freeze([
  gradientSignErratum,
  theorem6NormsErratum,
  lemma2Erratum,
  lemma3Erratum,
  equation59Erratum,
  equation70Erratum,
]);

import type { Theorem } from "../../theorem.js";
import { binaryFactors } from "./binaryFactors.js";
import { centredGradient } from "./centredGradient.js";
import { definition3 } from "./definition3.js";
import { definition4 } from "./definition4.js";
import { definition5 } from "./definition5.js";
import { diverseParents } from "./diverseParents.js";
import { equation95 } from "./equation95.js";
import { equation101 } from "./equation101.js";
import { equation102 } from "./equation102.js";
import { equation105 } from "./equation105.js";
import { gradientEntangles } from "./gradientEntangles.js";
import { lemma1Function, lemma1Product, lemma1Sum } from "./lemma1.js";
import { separabilityKept } from "./separabilityKept.js";
import { theorem8 } from "./theorem8.js";
import { theorem9 } from "./theorem9.js";

/** Section 5.2 and Section 7.7: disentangled representations. */
export const disentanglement: readonly Theorem[] = Object.freeze([
  definition3,
  definition4,
  definition5,
  lemma1Sum,
  lemma1Function,
  lemma1Product,
  theorem8,
  equation95,
  theorem9,
  centredGradient,
  separabilityKept,
  binaryFactors,
  equation102,
  equation101,
  gradientEntangles,
  equation105,
  diverseParents,
]);

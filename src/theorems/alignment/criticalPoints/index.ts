import type { Theorem } from "../../theorem.js";
import { assumption1 } from "./assumption1.js";
import { corollary2 } from "./corollary2.js";
import { definition1 } from "./definition1.js";
import { definition2 } from "./definition2.js";
import { definition3 } from "./definition3.js";
import { equation46 } from "./equation46.js";
import { equations47To50 } from "./equations47To50.js";
import { lemma2 } from "./lemma2.js";
import { lemma3 } from "./lemma3.js";
import { lemma4 } from "./lemma4.js";
import { reluDependenceCount } from "./reluDependence.js";
import { theorem1 } from "./theorem1.js";
import { theorem1Bound } from "./theorem1Bound.js";
import { theorem2 } from "./theorem2.js";
import { theorem2Inside } from "./theorem2Inside.js";
import { theorem3 } from "./theorem3.js";
import { theorem4 } from "./theorem4.js";
import { theorem4Regions } from "./theorem4Regions.js";

/** Critical points of SGD and alignment: section 4 and its proofs. */
export const criticalPoints: readonly Theorem[] = Object.freeze([
  definition1,
  theorem1,
  theorem1Bound,
  definition2,
  definition3,
  lemma2,
  lemma3,
  reluDependenceCount,
  assumption1,
  equation46,
  theorem2,
  theorem2Inside,
  equations47To50,
  theorem3,
  corollary2,
  theorem4,
  theorem4Regions,
  lemma4,
]);

import type { Theorem } from "../../theorem.js";
import { definitionF1 } from "./definitionF1.js";
import { definitionF2 } from "./definitionF2.js";
import { definitionF3 } from "./definitionF3.js";
import { definitionF4 } from "./definitionF4.js";
import { equation7 } from "./equation7.js";
import { equation8 } from "./equation8.js";
import { equation9 } from "./equation9.js";
import { equation10 } from "./equation10.js";
import { equation14 } from "./equation14.js";
import { goeVariance } from "./goeVariance.js";
import { lemmaF1 } from "./lemmaF1.js";
import { lemmaF2 } from "./lemmaF2.js";
import { dysonMoments } from "./moments.js";
import { supportRemark } from "./supportRemark.js";
import { theoremF1Bands } from "./theoremF1Bands.js";
import { theoremF1Limit } from "./theoremF1Limit.js";
import { theoremF1Unique } from "./theoremF1Unique.js";
import { theoremF2 } from "./theoremF2.js";

export const dyson: readonly Theorem[] = Object.freeze([
  definitionF1,
  definitionF2,
  definitionF3,
  definitionF4,
  lemmaF1,
  equation7,
  equation8,
  equation10,
  equation9,
  goeVariance,
  equation14,
  theoremF1Unique,
  theoremF1Bands,
  lemmaF2,
  theoremF1Limit,
  theoremF2,
  supportRemark,
  dysonMoments,
]);

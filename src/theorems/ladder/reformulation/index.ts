import type { Theorem } from "../../theorem.js";
import { backwardNeedsNesting } from "./backwardNeedsNesting.js";
import { bottomBoundary } from "./bottomBoundary.js";
import { broadnessIsDeterminism } from "./broadnessIsDeterminism.js";
import { equation1 } from "./equation1.js";
import { equation2 } from "./equation2.js";
import { equation3 } from "./equation3.js";
import { equation5 } from "./equation5.js";
import { equation6 } from "./equation6.js";
import { equation7 } from "./equation7.js";
import { equation14 } from "./equation14.js";
import { equation16 } from "./equation16.js";
import { equation17 } from "./equation17.js";
import { gatesAreDeterministic } from "./gatesAreDeterministic.js";
import { knowledgeGap } from "./knowledgeGap.js";
import { knowledgeIsShared } from "./knowledgeIsShared.js";
import { table2 } from "./table2.js";
import { theorem1 } from "./theorem1.js";
import { theorem2 } from "./theorem2.js";
import { theorem2Backward } from "./theorem2Backward.js";
import { theorem2Forward } from "./theorem2Forward.js";
import { theorem3 } from "./theorem3.js";
import { theorem4 } from "./theorem4.js";
import { theorem4Update } from "./theorem4Update.js";

/** Sections 2 and 3, what their conditions imply, and the example of Section 5.3. */
export const reformulation: readonly Theorem[] = Object.freeze([
  equation1,
  equation2,
  equation3,
  equation5,
  theorem1,
  table2,
  equation6,
  equation7,
  bottomBoundary,
  theorem2,
  theorem2Forward,
  theorem2Backward,
  backwardNeedsNesting,
  broadnessIsDeterminism,
  knowledgeIsShared,
  knowledgeGap,
  gatesAreDeterministic,
  theorem3,
  theorem4,
  theorem4Update,
  equation14,
  equation16,
  equation17,
]);

import type { Theorem } from "../../theorem.js";
import { backwardEigenvalues } from "./backwardEigenvalues.js";
import { definitionC1 } from "./definitionC1.js";
import { definitionC2 } from "./definitionC2.js";
import { definitionC6 } from "./definitionC6.js";
import { equation26 } from "./equation26.js";
import { equation43 } from "./equation43.js";
import { lemmaC9 } from "./lemmaC9.js";
import { propositionC3 } from "./propositionC3.js";
import { propositionC4 } from "./propositionC4.js";
import { propositionC7 } from "./propositionC7.js";
import { propositionC12 } from "./propositionC12.js";
import { theorem7 } from "./theorem7.js";
import { theorem8 } from "./theorem8.js";
import { theorem8Limit } from "./theorem8Limit.js";
import { theorem8Linear } from "./theorem8Linear.js";
import { theorem9 } from "./theorem9.js";
import { theorem9Basis } from "./theorem9Basis.js";
import { theorem9Bound } from "./theorem9Bound.js";
import { theorem9Explosion } from "./theorem9Explosion.js";
import { theorem9Gap } from "./theorem9Gap.js";
import { theorem9GapPositive } from "./theorem9GapPositive.js";
import { theorem9Minimum } from "./theorem9Minimum.js";
import { theoremC5 } from "./theoremC5.js";
import { theoremC8 } from "./theoremC8.js";
import { theoremC10 } from "./theoremC10.js";
import { theoremC11G } from "./theoremC11G.js";
import { theoremC11L } from "./theoremC11L.js";
import { theoremC11M } from "./theoremC11M.js";
import { weightGradientRate } from "./weightGradientRate.js";
import { weightGradients } from "./weightGradients.js";

/** The gradient's operator: appendix C of the paper. */
const operator: readonly Theorem[] = [
  definitionC1,
  definitionC2,
  propositionC3,
  propositionC4,
  backwardEigenvalues,
  equation43,
  ...theoremC5,
  definitionC6,
  propositionC7,
  ...theoremC8,
  lemmaC9,
  ...theoremC10,
  theoremC11G,
  theoremC11L,
  theoremC11M,
  propositionC12,
];

/** The explosion rate: Theorems 7 to 9. */
const rate: readonly Theorem[] = [
  theorem7,
  theorem8,
  theorem8Limit,
  theorem8Linear,
  theorem9Basis,
  equation26,
  theorem9Gap,
  theorem9GapPositive,
  theorem9,
  theorem9Bound,
  theorem9Explosion,
  theorem9Minimum,
];

export const backward: readonly Theorem[] = Object.freeze([...operator, ...rate, weightGradients, weightGradientRate]);

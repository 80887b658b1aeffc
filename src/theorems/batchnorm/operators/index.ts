import type { Theorem } from "../../theorem.js";
import { definitionB30 } from "./definitionB30.js";
import { definitionB33 } from "./definitionB33.js";
import { definitionB34 } from "./definitionB34.js";
import { definitionB35 } from "./definitionB35.js";
import { definitionB54 } from "./definitionB54.js";
import { definitionB61 } from "./definitionB61.js";
import { lemmaB36 } from "./lemmaB36.js";
import { lemmaB37 } from "./lemmaB37.js";
import { lemmaB38 } from "./lemmaB38.js";
import { lemmaB42 } from "./lemmaB42.js";
import { lemmaB55 } from "./lemmaB55.js";
import { lemmaB56 } from "./lemmaB56.js";
import { lemmaB57 } from "./lemmaB57.js";
import { lemmaB58 } from "./lemmaB58.js";
import { lemmaB59 } from "./lemmaB59.js";
import { lemmaB60 } from "./lemmaB60.js";
import { propositionB39 } from "./propositionB39.js";
import { remarkB31 } from "./remarkB31.js";
import { theorem1 } from "./theorem1.js";
import { theoremB62 } from "./theoremB62.js";
import { theoremB63 } from "./theoremB63.js";

/** In the order of the paper: the main text's theorems, then the appendix. */
export const operators: readonly Theorem[] = Object.freeze([
  theorem1,
  definitionB30,
  remarkB31,
  definitionB33,
  definitionB34,
  definitionB35,
  lemmaB36,
  lemmaB37,
  lemmaB38,
  propositionB39,
  lemmaB42,
  definitionB54,
  lemmaB55,
  lemmaB56,
  lemmaB57,
  lemmaB58,
  lemmaB59,
  lemmaB60,
  definitionB61,
  theoremB62,
  theoremB63,
]);

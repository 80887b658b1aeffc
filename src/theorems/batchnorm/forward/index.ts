import type { Theorem } from "../../theorem.js";
import { corollaryB70 } from "./corollaryB70.js";
import { corollaryB70Sign } from "./corollaryB70Sign.js";
import { definitionB40 } from "./definitionB40.js";
import { definitionB41 } from "./definitionB41.js";
import { definitionB44 } from "./definitionB44.js";
import { definitionB45 } from "./definitionB45.js";
import { definitionB46 } from "./definitionB46.js";
import { lemmaB43 } from "./lemmaB43.js";
import { lemmaB47 } from "./lemmaB47.js";
import { lemmaB48 } from "./lemmaB48.js";
import { lemmaB49 } from "./lemmaB49.js";
import { lemmaB50 } from "./lemmaB50.js";
import { lemmaB51 } from "./lemmaB51.js";
import { lemmaB52 } from "./lemmaB52.js";
import { lemmaB53 } from "./lemmaB53.js";
import { propositionB32 } from "./propositionB32.js";
import { propositionB69 } from "./propositionB69.js";
import { propositionB69OnM } from "./propositionB69OnM.js";
import { theorem6 } from "./theorem6.js";
import { theorem6OnL } from "./theorem6OnL.js";
import { theoremB64 } from "./theoremB64.js";
import { theoremB65 } from "./theoremB65.js";
import { theoremB66 } from "./theoremB66.js";
import { theoremB67 } from "./theoremB67.js";
import { theoremB68 } from "./theoremB68.js";

/** In the order of the paper: the main text's theorems, then the appendix. */
export const forward: readonly Theorem[] = Object.freeze([
  theorem6,
  theorem6OnL,
  propositionB32,
  definitionB40,
  definitionB41,
  lemmaB43,
  definitionB44,
  definitionB45,
  definitionB46,
  lemmaB47,
  lemmaB48,
  lemmaB49,
  lemmaB50,
  lemmaB51,
  lemmaB52,
  lemmaB53,
  theoremB64,
  theoremB65,
  theoremB66,
  theoremB67,
  theoremB68,
  propositionB69,
  propositionB69OnM,
  corollaryB70,
  corollaryB70Sign,
]);

import type { Theorem } from "../../theorem.js";
import { corollaryB12 } from "./corollaryB12.js";
import { corollaryB26 } from "./corollaryB26.js";
import { corollaryB27 } from "./corollaryB27.js";
import { corollaryB28 } from "./corollaryB28.js";
import { definitionB1 } from "./definitionB1.js";
import { definitionB2 } from "./definitionB2.js";
import { definitionB3 } from "./definitionB3.js";
import { definitionB6 } from "./definitionB6.js";
import { definitionB7 } from "./definitionB7.js";
import { definitionB13 } from "./definitionB13.js";
import { definitionB23 } from "./definitionB23.js";
import { equation9 } from "./equation9.js";
import { lemmaB4 } from "./lemmaB4.js";
import { lemmaB5 } from "./lemmaB5.js";
import { lemmaB10 } from "./lemmaB10.js";
import { lemmaB14 } from "./lemmaB14.js";
import { lemmaB15 } from "./lemmaB15.js";
import { lemmaB16 } from "./lemmaB16.js";
import { lemmaB17 } from "./lemmaB17.js";
import { lemmaB19 } from "./lemmaB19.js";
import { lemmaB20 } from "./lemmaB20.js";
import { lemmaB21 } from "./lemmaB21.js";
import { lemmaB22 } from "./lemmaB22.js";
import { propositionB24 } from "./propositionB24.js";
import { remarkB29 } from "./remarkB29.js";
import { theorem2 } from "./theorem2.js";
import { theorem3 } from "./theorem3.js";
import { theorem4 } from "./theorem4.js";
import { theorem5 } from "./theorem5.js";
import { theoremB8 } from "./theoremB8.js";
import { theoremB9 } from "./theoremB9.js";
import { theoremB11 } from "./theoremB11.js";
import { theoremB18 } from "./theoremB18.js";
import { theoremB25 } from "./theoremB25.js";

/** In the order of the paper: the main text's theorems, then the appendix. */
export const fixedPoint: readonly Theorem[] = Object.freeze([
  equation9,
  theorem2,
  theorem3,
  theorem4,
  theorem5,
  definitionB1,
  definitionB2,
  definitionB3,
  lemmaB4,
  lemmaB5,
  definitionB6,
  definitionB7,
  theoremB8,
  theoremB9,
  lemmaB10,
  theoremB11,
  corollaryB12,
  definitionB13,
  lemmaB14,
  lemmaB15,
  lemmaB16,
  lemmaB17,
  theoremB18,
  lemmaB19,
  lemmaB20,
  lemmaB21,
  lemmaB22,
  definitionB23,
  propositionB24,
  theoremB25,
  corollaryB26,
  corollaryB27,
  corollaryB28,
  remarkB29,
]);

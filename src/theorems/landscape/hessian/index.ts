import type { Theorem } from "../../theorem.js";
import { alphaSign } from "./alphaSign.js";
import { assumption511 } from "./assumption511.js";
import { assumption512 } from "./assumption512.js";
import { assumption514 } from "./assumption514.js";
import { classL0 } from "./classL0.js";
import { equation2 } from "./equation2.js";
import { equation3 } from "./equation3.js";
import { equation4 } from "./equation4.js";
import { equation5 } from "./equation5.js";
import { equation12 } from "./equation12.js";
import { equation13a } from "./equation13a.js";
import { equation13b } from "./equation13b.js";
import { equation13c } from "./equation13c.js";
import { expectedHessian } from "./expectedHessian.js";
import { indefinite } from "./indefinite.js";
import { lambda0 } from "./lambda0.js";
import { oneHiddenLayer } from "./oneHiddenLayer.js";
import { riskAndSlope } from "./riskAndSlope.js";
import { smoothActivations } from "./smoothActivations.js";
import { theorem511 } from "./theorem511.js";
import { theorem512 } from "./theorem512.js";
import { traceZero } from "./traceZero.js";

export const hessian: readonly Theorem[] = Object.freeze([
  equation2,
  classL0,
  equation3,
  equation4,
  equation5,
  smoothActivations,
  equation12,
  equation13a,
  equation13b,
  equation13c,
  traceZero,
  indefinite,
  oneHiddenLayer,
  alphaSign,
  assumption511,
  assumption512,
  assumption514,
  expectedHessian,
  theorem511,
  theorem512,
  lambda0,
  riskAndSlope,
]);

import { criticalPoints } from "../../src/theorems/alignment/criticalPoints/index.js";
import { framework } from "../../src/theorems/alignment/framework/index.js";
import { noisyRecovery } from "../../src/theorems/alignment/noisyRecovery/index.js";
import { everyOneHolds } from "./everyOneHolds.js";

everyOneHolds([...framework, ...criticalPoints, ...noisyRecovery]);

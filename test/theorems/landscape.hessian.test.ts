import { hessian } from "../../src/theorems/landscape/hessian/index.js";
import { everyOneHolds } from "./everyOneHolds.js";

everyOneHolds(hessian);

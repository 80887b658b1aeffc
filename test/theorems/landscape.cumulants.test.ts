import { cumulants } from "../../src/theorems/landscape/cumulants/index.js";
import { everyOneHolds } from "./everyOneHolds.js";

everyOneHolds(cumulants);

import { system } from "../../src/theorems/grouping/system/index.js";
import { everyOneHolds } from "./everyOneHolds.js";

everyOneHolds(system);

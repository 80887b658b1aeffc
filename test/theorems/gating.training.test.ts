import { training } from "../../src/theorems/gating/training/index.js";
import { everyOneHolds } from "./everyOneHolds.js";

everyOneHolds(training);

import { probability } from "../../src/theorems/grouping/probability/index.js";
import { everyOneHolds } from "./everyOneHolds.js";

everyOneHolds(probability);

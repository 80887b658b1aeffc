import { geometry } from "../../src/theorems/grouping/geometry/index.js";
import { everyOneHolds } from "./everyOneHolds.js";

everyOneHolds(geometry);

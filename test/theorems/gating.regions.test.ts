import { regions } from "../../src/theorems/gating/regions/index.js";
import { everyOneHolds } from "./everyOneHolds.js";

everyOneHolds(regions);

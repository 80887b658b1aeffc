import { paths } from "../../src/theorems/gating/paths/index.js";
import { everyOneHolds } from "./everyOneHolds.js";

everyOneHolds(paths);

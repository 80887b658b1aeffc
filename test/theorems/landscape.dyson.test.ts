import { dyson } from "../../src/theorems/landscape/dyson/index.js";
import { everyOneHolds } from "./everyOneHolds.js";

everyOneHolds(dyson);

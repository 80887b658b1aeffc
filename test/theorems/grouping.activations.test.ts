import { activations } from "../../src/theorems/grouping/activations/index.js";
import { everyOneHolds } from "./everyOneHolds.js";

everyOneHolds(activations);

import { kernels } from "../../src/theorems/gating/kernels/index.js";
import { everyOneHolds } from "./everyOneHolds.js";

everyOneHolds(kernels);

import { dynamics } from "../../src/theorems/alignment/dynamics/index.js";
import { population } from "../../src/theorems/alignment/population/index.js";
import { everyOneHolds } from "./everyOneHolds.js";

everyOneHolds([...population, ...dynamics]);

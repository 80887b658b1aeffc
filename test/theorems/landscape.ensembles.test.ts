import { ensembles } from "../../src/theorems/landscape/ensembles/index.js";
import { everyOneHolds } from "./everyOneHolds.js";

everyOneHolds(ensembles);

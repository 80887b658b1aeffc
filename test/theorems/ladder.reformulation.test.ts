import { reformulation } from "../../src/theorems/ladder/reformulation/index.js";
import { everyOneHolds } from "./everyOneHolds.js";

everyOneHolds([...reformulation]);

import { forward } from "../../src/theorems/batchnorm/forward/index.js";
import { operators } from "../../src/theorems/batchnorm/operators/index.js";
import { everyOneHolds } from "./everyOneHolds.js";

everyOneHolds([...operators, ...forward]);

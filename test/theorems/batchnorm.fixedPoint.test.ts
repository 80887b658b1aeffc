import { fixedPoint } from "../../src/theorems/batchnorm/fixedPoint/index.js";
import { kernels } from "../../src/theorems/batchnorm/kernels/index.js";
import { everyOneHolds } from "./everyOneHolds.js";

everyOneHolds([...kernels, ...fixedPoint]);

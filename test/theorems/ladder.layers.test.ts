import { batchNorm } from "../../src/theorems/ladder/batchNorm/index.js";
import { disentanglement } from "../../src/theorems/ladder/disentanglement/index.js";
import { expressibility } from "../../src/theorems/ladder/expressibility/index.js";
import { everyOneHolds } from "./everyOneHolds.js";

everyOneHolds([...batchNorm, ...expressibility, ...disentanglement]);

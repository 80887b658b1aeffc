import { backward } from "../../src/theorems/batchnorm/backward/index.js";
import { beyond } from "../../src/theorems/batchnorm/beyond/index.js";
import { crossBatch } from "../../src/theorems/batchnorm/crossBatch/index.js";
import { everyOneHolds } from "./everyOneHolds.js";

everyOneHolds([...backward, ...crossBatch, ...beyond]);

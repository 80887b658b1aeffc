import { createRequire } from "node:module";
import { dirname } from "node:path";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import * as tf from "@tensorflow/tfjs-core";
import { tfjsBackend } from "../../../src/simulation/kernels/tfjs/tfjsBackend.js";
import { kernelLaws } from "../../laws/kernels.js";

setWasmPaths(`${dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm"))}/`);
tf.enableProdMode();
await tf.setBackend("wasm");
await tf.ready();
kernelLaws(tfjsBackend(tf, "tfjs-wasm"));

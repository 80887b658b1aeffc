import "@tensorflow/tfjs-backend-cpu";
import * as tf from "@tensorflow/tfjs-core";
import { it } from "vitest";
import { plainBackend } from "../src/simulation/kernels/plain/plainBackend.js";
import { tfjsBackend } from "../src/simulation/kernels/tfjs/tfjsBackend.js";
import { simulate } from "../src/simulation/simulate.js";
import { kernelLaws } from "./laws/kernels.js";
import { cosine, relu, tanh } from "./laws/support/activations.js";
tf.enableProdMode(); await tf.setBackend("cpu"); await tf.ready();
const backend = tfjsBackend(tf, "tfjs-cpu");
kernelLaws(backend, { runs: 600 });
it("accuracy", async () => {
  for (const [name, activation] of Object.entries({ relu, tanh, cosine })) for (const depth of [4, 20, 50]) {
    const network = { activation, batch: 8, width: 100, depth };
    const [a, b] = [await simulate(network, { samples: 2, seed: 1, backend }), await simulate(network, { samples: 2, seed: 1, backend: plainBackend })];
    const d = a.samples.map((s, i) => Math.max(...s.logGradient.map((x, k) => Math.abs(x - b.samples[i].logGradient[k]))));
    console.log("ACC", name, depth, Math.max(...d));
  }
});

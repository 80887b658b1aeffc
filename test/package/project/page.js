// A page that computes, draws and simulates with the installed package; `globalThis.answers` is what the test reads.
import { activation, batchNorm, elementwiseOf } from "theoria";
import { displayPlot } from "theoria/display";
import { simulate, wasmBackend, webWorkers } from "theoria/simulation";
import { startWorker } from "./startWorker.js";

const { rate } = batchNorm({ activation: "tanh", batch: 8 });
const picture = displayPlot({
  title: "A line",
  caption: "It rises.",
  columns: 1,
  panels: [
    {
      title: "",
      x: { label: "x" },
      y: { label: "y" },
      marks: [
        {
          kind: "line",
          colour: 0,
          points: [
            [0, 0],
            [1, 1],
          ],
        },
      ],
    },
  ],
  metadata: {},
});
document.body.innerHTML = picture.mime["image/svg+xml"];
const network = { activation: elementwiseOf(activation("relu")), batch: 4, width: 20, depth: 5 };
const run = { samples: 4, seed: 1, backend: wasmBackend };
const alone = await simulate(network, run);
const together = await simulate(network, { ...run, workers: { start: webWorkers(startWorker), count: 2 } });
const growth = ({ samples }) => samples.map(({ logGradient }) => [...logGradient]);
globalThis.answers = {
  rate: rate.value,
  drawn: document.querySelector("svg path").getBoundingClientRect().width > 0,
  simulated: growth(alone),
  same: JSON.stringify(growth(together)) === JSON.stringify(growth(alone)),
};

// Gated networks on the circle: CPU time of 300 epochs of 12 seeds against one batched PyTorch loop, and the losses of both.
// `npm run bench:gating` after `npm run build`; -- --quick takes one turn. PYTHON names the python3 whose torch is the peer. One thread
// each: CPU time, the least of several runs that take turns. Then seconds of an epoch at 784 inputs, 5 x 128 nodes, 60000 samples, and with
// --convolutional (a minute or two) those of the networks of Tables 1 and 2 on images of 3 x 32 x 32: a few steps, nothing is trained.
import { spawnSync } from "node:child_process";
import {
  circle,
  circleSettings,
  convolutional5,
  multiplyAdds,
  resNet34,
  resNet110,
  trainConvolutional,
  trainGated,
} from "../dist/gating.js";

const here = new URL(".", import.meta.url).pathname;
const SEEDS = 12;
const TURNS = process.argv.includes("--quick") ? 1 : 4;
const rows = [
  { name: "ReLU", model: "relu", peer: [] },
  { name: "DLGN, beta 4", model: "dlgn", peer: ["--beta", 4] },
  { name: "DLGN, beta 30", model: "dlgn", options: { beta: 30 }, peer: ["--beta", 30] },
  { name: "DLGN, beta 4, fixed", model: "dlgn", options: { fixed: true }, peer: ["--beta", 4, "--fixed"] },
  { name: "DLGN-PWC, beta 4", model: "dlgn-pwc", peer: ["--beta", 4] },
  { name: "DLGN-PWC, beta 4, fixed", model: "dlgn-pwc", options: { fixed: true }, peer: ["--beta", 4, "--fixed"] },
];

const secondsSince = (start) => {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
};

async function ours({ model, options }) {
  const settings = circleSettings(model, { ...options, checkpoints: [3, 200] });
  const data = { training: circle() };
  const start = process.cpuUsage();
  const loss = { 3: [], 200: [] };
  for (let seed = 1; seed <= SEEDS; seed++) {
    const { records } = await trainGated(settings, data, { seed });
    for (const record of records) loss[record.epoch].push(record.loss);
  }
  return { seconds: secondsSince(start), loss };
}

const pythons = [process.env.PYTHON, "/usr/bin/python3", "python3"].filter((name) => name !== undefined);
const python = pythons.find((name) => spawnSync(name, ["-c", "import torch"]).status === 0);

function torch({ model, peer }) {
  if (python === undefined) return null;
  const options = [`${here}peers/gating_torch.py`, "--model", model, "--seeds", SEEDS, ...peer].map(String);
  const { status, stdout } = spawnSync(python, options, { encoding: "utf8" });
  return status === 0 ? JSON.parse(stdout) : null;
}

const faster = (a, b) => (a && b && b.seconds < a.seconds ? b : (a ?? b));
const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
};
const loss = (run, epoch) => (run ? median(run.loss[epoch]).toPrecision(3) : "-");
const time = (run) => (run ? run.seconds.toFixed(2) : "-");

async function line(row) {
  let [mine, peer] = [null, null];
  for (let turn = 0; turn < TURNS; turn++) {
    mine = faster(mine, await ours(row));
    peer = faster(peer, torch(row));
  }
  const ratio = peer ? (mine.seconds / peer.seconds).toFixed(2) : "-";
  return [row.name, time(mine), time(peer), ratio, loss(mine, 3), loss(peer, 3), loss(mine, 200), loss(peer, 200)];
}

function print(title, table) {
  const widths = table[0].map((_, i) => Math.max(...table.map((cells) => cells[i].length)));
  console.log(`\n${title}`);
  for (const cells of table)
    console.log(cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join("  "));
}

/** CPU seconds of one epoch of 60000 samples, from 6400 of them; what they are does not matter for it. */
async function epoch(model, size) {
  const samples = 6400;
  const inputs = new Float32Array(784 * samples).map((_, i) => ((i * 7919) % 256) / 255);
  const labels = new Uint8Array(samples).map((_, s) => s % 10);
  const settings = {
    ...{ model, inputs: 784, hidden: [128, 128, 128, 128, 128], outputs: 10, bias: true },
    gates: model === "relu" ? null : { beta: 4, fixed: false },
    ...{ loss: "cross-entropy", adam: { rate: 2e-4 }, batches: { size }, checkpoints: [] },
  };
  const data = { training: { inputs, labels } };
  await trainGated({ ...settings, epochs: 1 }, data, { seed: 1 });
  const start = process.cpuUsage();
  await trainGated({ ...settings, epochs: 2 }, data, { seed: 1 });
  const two = secondsSince(start);
  return ((two / 2) * 60_000) / samples;
}

const table = [["", "wasm s", "PyTorch s", "ratio", "loss at 3", "PyTorch", "loss at 200", "PyTorch"]];
for (const row of rows) table.push(await line(row));
const version = python
  ? spawnSync(python, ["-c", "import torch; print(torch.__version__)"], { encoding: "utf8" })
  : null;
print(
  `CPU seconds of 300 epochs of ${SEEDS} seeds, one thread (circle, 400 points, 5 x 16, ten batches; PyTorch ${version?.stdout.trim() ?? "absent"}); median losses`,
  table,
);
const epochs = [["", "batch 32", "batch 128"]];
for (const model of ["relu", "dlgn", "dlgn-pwc"]) {
  epochs.push([model, (await epoch(model, 32)).toFixed(2), (await epoch(model, 128)).toFixed(2)]);
}
print("CPU seconds of one epoch of 60000 samples, 784 inputs, 5 x 128 nodes, one thread", epochs);

/** CPU seconds of one step, after one to warm up, and of an epoch of 50000 images at this rate. */
async function convolutionalLine(architecture, model, batch) {
  const [steps, image, outputs] = [3, { channels: 3, height: 32, width: 32 }, 10];
  const inputs = new Float32Array(3072 * batch * steps).map((_, i) => ((i * 7919) % 256) / 255);
  const labels = new Uint8Array(batch * steps).map((_, s) => s % outputs);
  const beta = model === "relu" || model === "dln" ? null : 4;
  const settings = { architecture, model, beta, image, outputs, rate: 2e-4, batch, epochs: 1 };
  let start = null;
  let seconds = 0;
  const onProgress = () => {
    if (start === null) start = process.cpuUsage();
    else seconds = secondsSince(start);
  };
  await trainConvolutional(settings, { training: { inputs, labels } }, { seed: 1, onProgress });
  const step = seconds / (steps - 1);
  const cost = multiplyAdds({ architecture, model, beta: beta ?? "hard", outputs }, image);
  const millions = [cost.forward, cost.step].map((count) => (count / 1e6).toFixed(1));
  const hours = ((step / batch) * 50_000) / 3600;
  return [`${architecture.name}, ${model}`, ...millions, `${batch}`, step.toFixed(2), hours.toFixed(2)];
}

if (process.argv.includes("--convolutional")) {
  const costs = [["", "forward", "step", "batch", "s a step", "hours an epoch"]];
  for (const model of ["relu", "dlgn", "dlgn-pwc", "dln"]) {
    costs.push(await convolutionalLine(convolutional5, model, 32));
  }
  for (const architecture of [resNet34, resNet110]) {
    for (const model of ["relu", "dlgn"]) costs.push(await convolutionalLine(architecture, model, 4));
  }
  print(
    "Convolutional networks: millions of multiply-adds an image; CPU seconds, one thread; epochs of 50000 images",
    costs,
  );
}

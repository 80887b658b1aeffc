// Simulated networks: milliseconds a network against PyTorch in one run, threads, Gaussians, time to a standard error. `npm run bench:simulation`
// The peer draws the weights in float32 and runs if a python3 with torch is installed; without it its columns stay empty. -- --quick leaves out the largest size.
import { spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";
import { activation, batchNorm, elementwiseOf } from "../dist/index.js";
import { startNodeWorker } from "../dist/node.js";
import { plainBackend, simulate, wasmBackend } from "../dist/simulation.js";
import { print, say } from "./table.mjs";

const here = new URL(".", import.meta.url).pathname;
const quick = process.argv.includes("--quick");
const now = () => performance.now();

const python = ["/usr/bin/python3", "python3"].find(
  (name) => spawnSync(name, ["-c", "import torch"], { encoding: "utf8" }).status === 0,
);

function torch(name, [width, batch, depth], samples) {
  if (python === undefined) return null;
  const script = `${here}peers/simulation_torch.py`;
  const { status, stdout } = spawnSync(python, [script, name, width, batch, depth, "--samples", samples].map(String), {
    encoding: "utf8",
  });
  return status === 0 ? JSON.parse(stdout) : null;
}

const network = (name, [width, batch, depth]) => ({ activation: elementwiseOf(activation(name)), width, batch, depth });

/** Milliseconds a network: the median of several, after one to warm up. */
async function ours(name, size, samples, backend = wasmBackend) {
  const times = [];
  let last = now();
  const onSample = () => {
    times.push(now() - last);
    last = now();
  };
  const run = await simulate(network(name, size), { samples: samples + 1, seed: 1, backend, onSample });
  times.shift();
  return { milliseconds: times.sort((a, b) => a - b)[times.length >> 1], run };
}

/** Mean and standard error of ln growth a layer, as ours measures it. */
function growthOf(logs, from, to) {
  const values = logs.map((list) => (list[from - 1] - list[to - 1]) / (to - from));
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1);
  return { value: mean, standardError: Math.sqrt(variance / values.length) };
}

const ms = (value) => (value === undefined ? "-" : value < 100 ? value.toFixed(2) : value.toFixed(0));
const pm = (growth) => (growth ? `${growth.value.toFixed(4)} ± ${growth.standardError.toFixed(4)}` : "-");

const sizes = [[[1000, 8, 50], 30, 5], [[1000, 64, 50], 8, 5], ...(quick ? [] : [[[4000, 16, 100], 8, 3]])];
const rows = [];
const peers = {};
for (const name of ["relu", "tanh"]) {
  for (const [size, samples, peerSamples] of sizes) {
    const { milliseconds, run } = await ours(name, size, samples);
    const plain = quick ? undefined : (await ours(name, size, 1, plainBackend)).milliseconds;
    const peer = torch(name, size, peerSamples);
    const { growth, window } = run.summary();
    const theirs = peer && { seconds: peer.seconds, growth: growthOf(peer.logGradient, window.from, window.to) };
    peers[`${name} ${size}`] = theirs;
    rows.push([
      `${name} ${size.join(", ")}`,
      ...[ms(milliseconds), ms(plain), ms(theirs ? theirs.seconds * 1000 : undefined)],
      theirs ? `1/${((theirs.seconds * 1000) / milliseconds).toFixed(1)}` : "-",
      ...[
        Math.log(batchNorm({ activation: name, batch: size[1] }).rate.value).toFixed(4),
        pm(growth.meanLog),
        pm(theirs?.growth),
      ],
    ]);
  }
}
print(
  "Milliseconds a network, one thread, (N, B, L); ours float64, PyTorch float32; growth of ln |gradient|^2 a layer",
  ["", "wasm", "plain", "PyTorch", "ratio", "theory", "ours", "PyTorch"],
  rows,
);

const kernels = await wasmBackend.open({
  ...{ width: 100_000, columns: 8, batch: 8, epsilon: 0, gamma: 1, beta: 0, centred: true },
  activation: elementwiseOf(activation("relu")),
});
const block = kernels.allocate();
const fills = Array.from({ length: 20 }, (_, draw) => {
  const start = now();
  kernels.fill(block, { seed: 1, sample: 0, draw });
  return ((now() - start) * 1e6) / 800_000;
}).sort((a, b) => a - b);
say(`Gaussians in WebAssembly: ${fills[10].toFixed(2)} ns each (median of 20 fills of 800 000)`);

async function threaded(count, samples) {
  const options = { samples, seed: 1, backend: wasmBackend };
  const size = [1000, 16, 50];
  await simulate(network("relu", size), { ...options, samples: 2 * count, workers: { start: startNodeWorker, count } });
  const start = now();
  await simulate(network("relu", size), { ...options, workers: { start: startNodeWorker, count } });
  return now() - start;
}
if (availableParallelism() >= 2) {
  const samples = quick ? 60 : 200;
  const [one, two] = [await threaded(1, samples), await threaded(2, samples)];
  say(
    `Worker threads, ${samples} networks of (1000, 16, 50), starting included: one ${ms(one)} ms, two ${ms(two)} ms, ratio ${(one / two).toFixed(2)}`,
  );
}

const size = [1000, 8, 50];
const { milliseconds, run } = await ours("relu", size, 200);
const { meanLog } = run.summary().growth;
const needed = Math.ceil(200 * (meanLog.standardError / 1e-3) ** 2);
const peer = peers[`relu ${size}`];
say(
  `0.1 % standard error on the ReLU rate, B = 8, N = 1000, L = 50: ${needed} networks, ${((needed * milliseconds) / 1000).toFixed(2)} s` +
    (peer ? `; PyTorch, by the same number of networks, ${(needed * peer.seconds).toFixed(0)} s` : ""),
);

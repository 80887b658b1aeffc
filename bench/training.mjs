// Students of teachers by SGD: CPU time of a step of eight seeds against one batched PyTorch loop, and how many teachers both match.
// `npm run bench:training`; -- --quick compares matches after 2000 steps, not 20000. PYTHON names the python3 whose torch is the peer; its
// time depends on the BLAS it was built with. One thread each: CPU time, the least of several runs that take turns.
import { spawnSync } from "node:child_process";
import { matchedRate, train } from "../dist/simulation.js";

const here = new URL(".", import.meta.url).pathname;
const quick = process.argv.includes("--quick");
const SEEDS = 8;
const STEPS = 2000;
const TURNS = quick ? 2 : 4;

const settingsOf = (multiplier, steps) => ({
  inputs: { dimension: 100, standardDeviation: 1.5, samples: 10_000, evaluation: 10_000 },
  teacher: { hidden: [20], outputs: 50, polarity: 1, bias: -0.1, normalised: "hidden" },
  student: { multiplier, standardDeviation: 0.005 },
  loss: "sum",
  learningRate: [{ from: 0, rate: 0.01 }],
  batch: 16,
  steps,
  checkpoints: [steps],
});

async function ours(multiplier, steps) {
  const rates = [];
  const losses = [];
  for (let seed = 1; seed <= SEEDS; seed++) {
    const { records } = await train(settingsOf(multiplier, steps), { seed });
    rates.push(matchedRate(records[0].layers[0]));
    losses.push(records[0].evaluationLoss);
  }
  return { rates, losses };
}

/** CPU seconds of STEPS steps of all seeds: between two looks at a run, after 1000 steps to warm up. */
async function oursTimed(multiplier) {
  let seconds = 0;
  for (let seed = 1; seed <= SEEDS; seed++) {
    let start;
    const onProgress = (done) => {
      if (done === 1000) start = process.cpuUsage();
      if (done !== 1000 + STEPS) return;
      const { user, system } = process.cpuUsage(start);
      seconds += (user + system) / 1e6;
    };
    const settings = { ...settingsOf(multiplier, 1000 + STEPS), checkpoints: [] };
    await train(settings, { seed, onProgress });
  }
  return seconds;
}

const pythons = [process.env.PYTHON, "/usr/bin/python3", "python3"].filter((name) => name !== undefined);
const python = pythons.find((name) => spawnSync(name, ["-c", "import torch"]).status === 0);

function torch(multiplier, steps) {
  if (python === undefined) return null;
  const script = `${here}peers/training_torch.py`;
  const options = ["--multiplier", multiplier, "--steps", steps, "--seeds", SEEDS].map(String);
  const { status, stdout } = spawnSync(python, [script, ...options], { encoding: "utf8" });
  if (status !== 0) return null;
  const { seconds, matched, loss } = JSON.parse(stdout);
  return { seconds, rates: matched, losses: loss };
}

const mean = (values) => values.reduce((sum, x) => sum + x, 0) / values.length;
const standardError = (values) =>
  Math.sqrt(values.reduce((sum, x) => sum + (x - mean(values)) ** 2, 0) / (values.length - 1) / values.length);
const rate = (run) => (run ? `${mean(run.rates).toFixed(3)} ± ${standardError(run.rates).toFixed(3)}` : "-");
const loss = (run) => (run ? mean(run.losses.map(Math.log10)).toFixed(2) : "-");
const ms = (seconds) => (seconds === null ? "-" : ((1000 * seconds) / STEPS).toFixed(3));

async function row(multiplier) {
  let [step, peerStep] = [Number.POSITIVE_INFINITY, null];
  for (let turn = 0; turn < TURNS; turn++) {
    step = Math.min(step, await oursTimed(multiplier));
    const peer = torch(multiplier, STEPS);
    if (peer) peerStep = Math.min(peerStep ?? peer.seconds, peer.seconds);
  }
  const steps = quick ? STEPS : 20_000;
  const [final, peerFinal] = [await ours(multiplier, steps), torch(multiplier, steps)];
  const ratio = peerStep === null ? "-" : (step / peerStep).toFixed(2);
  return [`${multiplier}x`, ms(step), ms(peerStep), ratio, rate(final), rate(peerFinal), loss(final), loss(peerFinal)];
}

function print(title, rows) {
  const widths = rows[0].map((_, i) => Math.max(...rows.map((cells) => cells[i].length)));
  console.log(`\n${title}`);
  for (const cells of rows)
    console.log(cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join("  "));
}

const rows = [["", "wasm ms", "PyTorch ms", "ratio", "matched", "PyTorch", "log10 MSE", "PyTorch"]];
for (const multiplier of [1, 2, 5, 10]) rows.push(await row(multiplier));
const version = python
  ? spawnSync(python, ["-c", "import torch; print(torch.__version__)"], { encoding: "utf8" }).stdout
  : "";
print(
  `Milliseconds of one step of ${SEEDS} seeds, one thread (m = 20, d = 100, C = 50, batch 16, p = 1; PyTorch ${version.trim()}); matched teachers after ${quick ? STEPS : 20_000} steps`,
  rows,
);

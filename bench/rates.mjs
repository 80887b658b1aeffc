// Time and true error of every route against scipy and numpy, in one run. `npm run bench [-- --quick]`
// Needs python3 with numpy and scipy for the peers; without them it says what to install and prints our half.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { activation, batchNorm, methods, sweep } from "../dist/index.js";
import { print, say } from "./table.mjs";

const quick = process.argv.includes("--quick");
const names = ["relu", "tanh", "gelu", "elu"];
const batches = [8, 64, 512, 1e5];
const here = new URL(".", import.meta.url);
const json = (path) => JSON.parse(readFileSync(new URL(path, here), "utf8"));

const known = json("../test/reference/batchnorm-independent.json").values;
const far = json("truth.json");
function truth(name, batch) {
  if (batch === far.batch) return Number(far.rates[name]);
  const text = name === "elu" ? "elu(1)" : name;
  const row = known.find(
    (v) =>
      v.quantity === "bwd_G" &&
      v.activation === text &&
      v.batch === batch &&
      v.epsilon === 0 &&
      v.gamma === 1 &&
      v.beta === 0,
  );
  return row === undefined ? NaN : Number(row.value);
}
const relative = (value, name, batch) => Math.abs(value - truth(name, batch)) / truth(name, batch);

/** Median seconds of a call over rounds of about `budget` seconds in all. */
function time(call, budget = quick ? 0.05 : 0.3) {
  // warm: past the compilers' thresholds, within a tenth of a second
  for (let i = 0, until = performance.now() + 100; i < 20000 && performance.now() < until; i++) call(i);
  let count = 1;
  for (; ; count *= 2) {
    const from = performance.now();
    for (let i = 0; i < count; i++) call(i);
    if (performance.now() - from > (budget / 9) * 1000 || count > 1e6) break;
  }
  const rounds = Array.from({ length: 9 }, () => {
    const from = performance.now();
    for (let i = 0; i < count; i++) call(i);
    return (performance.now() - from) / count / 1000;
  });
  return rounds.sort((a, b) => a - b)[4];
}

const seconds = (s) =>
  Number.isNaN(s)
    ? "-"
    : s < 1e-3
      ? `${(s * 1e6).toFixed(1)} us`
      : s < 1
        ? `${(s * 1e3).toFixed(2)} ms`
        : `${s.toFixed(2)} s`;
const error = (e) => (Number.isNaN(e) ? "-" : e === 0 ? "0" : e.toExponential(0));

function peers() {
  const cases = names.flatMap((name) => batches.map((batch) => `${name}:${batch}`));
  const script = new URL("peers/run.py", here).pathname;
  const run = spawnSync("python3", [script, ...cases, "--repeats", quick ? "3" : "7"], {
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  const said = run.stdout?.trim() ? JSON.parse(run.stdout) : { missing: run.stderr || "python3 is not installed" };
  if (said.missing) {
    say(`No peers in this run: ${said.missing}`);
    return [];
  }
  return said.results;
}

const found = peers();
const peer = (kind, name, batch) => found.find((r) => r.peer === kind && r.activation === name && r.batch === batch);
const summary = [];

const rateRows = [];
const routeRows = [];
const spectrumRows = [];
for (const name of names) {
  const phi = activation(name);
  for (const batch of batches) {
    const ours = batchNorm({ activation: phi, batch }).rate;
    // a new object a call: nothing is remembered between calls but Gauss-Legendre nodes, which do not depend on the batch
    const t = time(() => batchNorm({ activation: phi, batch }).rate);
    const dblquad = peer("scipy dblquad", name, batch);
    const ratio = dblquad ? dblquad.seconds / t : NaN;
    rateRows.push([
      name,
      batch,
      ours.method,
      seconds(t),
      error(relative(ours.value, name, batch)),
      dblquad ? seconds(dblquad.seconds) : "-",
      dblquad ? error(relative(dblquad.value, name, batch)) : "-",
      Number.isNaN(ratio) ? "-" : `1/${ratio.toFixed(0)}`,
    ]);
    const all = time(() => {
      const network = batchNorm({ activation: phi, batch });
      return [network.backward, network.forward, network.fixedPoint, network.crossBatch];
    });
    const series = peer("numpy series", name, batch);
    spectrumRows.push([
      name,
      batch,
      seconds(all),
      series ? seconds(series.seconds) : "-",
      series ? error(relative(series.value.bwd_G, name, batch)) : "-",
      dblquad ? `1/${(dblquad.seconds / all).toFixed(0)}` : "-",
    ]);
    for (const method of methods.filter((m) => m !== "auto")) {
      try {
        const forced = batchNorm({ activation: phi, batch }, { method }).rate;
        const took = time(() => batchNorm({ activation: phi, batch }, { method }).rate, 0.05);
        routeRows.push([
          name,
          batch,
          method,
          seconds(took),
          error(relative(forced.value, name, batch)),
          error(forced.error / forced.value),
        ]);
      } catch (reason) {
        if (reason.name !== "TheoryError") throw reason;
      }
    }
    if (dblquad) summary.push({ name, batch, rate: ratio, all: dblquad.seconds / all });
  }
}

print(
  "Explosion rate, warm, a batch size not seen before",
  ["activation", "B", "method", "time", "true error", "dblquad", "its error", "ratio"],
  rateRows,
);
print(
  "All quantities of BSB1 together",
  ["activation", "B", "time", "numpy series", "its error in the rate", "against dblquad's rate alone"],
  spectrumRows,
);
print("Every route", ["activation", "B", "method", "time", "true error", "reported error"], routeRows);

const fresh = activation("tanh");
let next = 0;
const unseen = time(() => batchNorm({ activation: fresh, batch: 1000 + (next++ % 90000) }).rate);
say(`tanh at ever new batch sizes from 1000 on: ${seconds(unseen)} a rate`);

const many = Array.from({ length: 1000 }, (_, i) => Math.round(4 * 1.017 ** i)).filter(
  (b, i, all) => all.indexOf(b) === i,
);
while (many.length < 1000) many.push(many[many.length - 1] + 1);
const from = performance.now();
for (const network of sweep({ activation: fresh, batch: many })) void network.rate.value;
say(
  `1000 batch sizes from 4 to ${Math.max(...many).toExponential(0)} in one call: ${seconds((performance.now() - from) / 1000)}`,
);

const flat = [1e4, 1e6, 1e8].map(
  (batch) => `${batch.toExponential(0)}: ${seconds(time(() => batchNorm({ activation: fresh, batch }).rate))}`,
);
say(`cost in B: ${flat.join(", ")}`);

const cli = new URL("../dist/cli.js", here).pathname;
const starts = Array.from({ length: 9 }, () => {
  const begin = performance.now();
  spawnSync(process.execPath, [cli, "rate", "tanh", "--batch", "64"]);
  return (performance.now() - begin) / 1000;
}).sort((a, b) => a - b);
const whole = found.find((r) => r.peer === "whole process");
say(
  `theoria rate tanh --batch 64, whole process: ${seconds(starts[4])}${whole ? `; the scipy script: ${seconds(whole.seconds)}, ratio 1/${(whole.seconds / starts[4]).toFixed(1)}` : ""}`,
);

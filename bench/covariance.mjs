// One batch-normalised layer's covariance: seconds and true error of every route. `npm run build && npm run bench:covariance`
// Truth: test/reference/covariance.json (mpmath, 22 digits; made by generate_covariance.py); where it has none, tr V = B/2, which relu has for every Sigma.
// Quoted, not run: figures of a public BN + ReLU kernel, as published with it.
import { readFileSync } from "node:fs";
import { covarianceMap } from "../dist/index.js";
import { print } from "./table.mjs";

const reference = JSON.parse(readFileSync(new URL("../test/reference/covariance.json", import.meta.url), "utf8"));

/** A fixed stream in (-1/2, 1/2). */
function stream(seed) {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647 - 0.5;
  };
}

/** F F^T, the columns of F scaled. */
function covariance(size, scale) {
  const next = stream(size + 7);
  const rows = Array.from({ length: size }, () => Array.from({ length: size + 8 }, (_, k) => next() * scale(k)));
  return rows.map((a) => rows.map((b) => a.reduce((sum, x, k) => sum + x * b[k], 0)));
}

function timed(phi, sigma, options, most = 7) {
  let [best, found] = [Number.POSITIVE_INFINITY, undefined];
  for (let run = 0, spent = 0; run < most && spent < 2000; run++) {
    const started = performance.now();
    found = covarianceMap(phi, sigma, options);
    best = Math.min(best, performance.now() - started);
    spent += performance.now() - started;
  }
  return { milliseconds: best, ...found };
}

const gap = (values, want) =>
  Math.max(...values.map((row, i) => Math.max(...row.map((x, j) => Math.abs(x - Number(want[i][j]))))));
const traceGap = ({ values }) => Math.abs(values.reduce((sum, row, i) => sum + row[i], 0) - values.length / 2);
const ms = (x) => (x < 100 ? x.toFixed(1) : x.toFixed(0));
const e = (x) => x.toExponential(1);
const row = (name, run, truth, quoted) => [name, run.method, ms(run.milliseconds), e(truth), e(run.error), quoted];
const header = ["case", "route", "ms", "true error", "reported", "public code (quoted)"];

const quotedSmall = { "B = 8, condition 1e6": "6e-3" };
const small = [];
for (const { name, left, sigma, values } of reference.laplace) {
  const phi = left === 0 ? "relu" : `leaky_relu(${-left})`;
  if (left < 0) continue;
  for (const method of ["laplace", "fourier", "monte-carlo"]) {
    const run = timed(phi, sigma, { method });
    small.push(
      row(`${phi}, ${name}`, run, gap(run.values, values), method === "laplace" ? (quotedSmall[name] ?? "") : ""),
    );
  }
}
print("Against 22 digits (public code at B = 4: 9e-4 by default, 5e-11 at its best setting)", header, small);

const others = [];
for (const { name, sigma, epsilon = 0, values } of [...reference.circle, ...reference.sphere]) {
  for (const [phi, want] of Object.entries(values)) {
    const run = timed(phi, sigma, { method: "fourier", epsilon });
    others.push(row(`${phi}, ${name}`, run, gap(run.values, want), ""));
  }
}
print(
  "Any activation (public code, fixed 25-node product rule, no error returned: relu 1.3e-2, tanh 6e-6 to 2.5e-2)",
  header,
  others,
);

const quoted = { 32: "8 ms", 128: "85 ms", 512: "4900 ms" };
const large = [];
for (const [name, scale] of [
  ["Wishart", () => 1],
  ["one direction 30 times longer", (k) => (k === 0 ? 30 : 1)],
  ["one direction 1000 times longer", (k) => (k === 0 ? 1000 : 1)],
]) {
  for (const size of [32, 128, 512]) {
    const run = timed("relu", covariance(size, scale), {});
    large.push(row(`relu, B = ${size}, ${name}`, run, traceGap(run) / size, name === "Wishart" ? quoted[size] : ""));
  }
}
print("Size (true error: |tr V - B/2| / B)", header, large);

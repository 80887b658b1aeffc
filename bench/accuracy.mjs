// True error of every quantity on the reference cases, by class of activation. `npm run bench:accuracy`
import { readFileSync } from "node:fs";
import { batchNorm } from "../dist/index.js";
import { print } from "./table.mjs";

const cases = JSON.parse(
  readFileSync(new URL("../test/reference/batchnorm-independent.json", import.meta.url), "utf8"),
).values;
const unitRoundoff = 2 ** -53;

const groups = new Map();
for (const row of cases) {
  const { activation, batch, epsilon, gamma, beta, weightVariance } = row;
  const key = JSON.stringify({
    activation,
    batch: batch === "inf" ? null : batch,
    epsilon,
    gamma,
    beta,
    weightVariance,
  });
  groups.set(key, [...(groups.get(key) ?? []), row]);
}

const find = {
  q: (n) => n.fixedPoint.q,
  c: (n) => n.fixedPoint.c,
  mu: (n) => n.fixedPoint.mu,
  fwd_G: (n) => n.forward.G,
  fwd_L: (n) => n.forward.L,
  fwd_M: (n) => n.forward.M,
  bwd_G: (n) => n.backward.G,
  bwd_L: (n) => n.backward.L,
  bwd_M: (n) => n.backward.M,
  cross_c: (n) => n.crossBatch.c,
  cross_eig: (n) => n.crossBatch.eigenvalue,
};

const classes = new Map();
for (const [key, rows] of groups) {
  const options = JSON.parse(key);
  const network = batchNorm({ ...options, batch: options.batch ?? Number.POSITIVE_INFINITY });
  for (const row of rows) {
    const want =
      row.value === "Infinity"
        ? Number.POSITIVE_INFINITY
        : Number(row.value) * (row.quantity === "q" ? row.weightVariance : 1);
    const estimate = find[row.quantity](network);
    if (!Number.isFinite(want) || estimate === null || want === 0) continue;
    const scale =
      row.quantity === "q" || row.quantity === "mu" || row.quantity === "cross_c"
        ? network.fixedPoint.q.value
        : Math.max(1, Math.abs(want));
    const off = Math.abs(estimate.value - want) / scale;
    const name = `${estimate.method}${row.epsilon > 0 ? ", epsilon > 0" : ""}`;
    const group = classes.get(name) ?? { count: 0, worst: 0, at: "", errors: [], ratios: [], uncovered: 0 };
    group.count += 1;
    group.errors.push(off);
    group.ratios.push(estimate.error / Math.max(Math.abs(estimate.value - want), unitRoundoff * Math.abs(want)));
    if (off > group.worst) {
      group.worst = off;
      group.at = `${row.quantity} of ${row.activation}, B = ${row.batch}`;
    }
    classes.set(name, group);
  }
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
print(
  "True errors of every quantity on the reference cases, relative to max(1, |value|), or to q for q and mu",
  ["route", "values", "median error", "worst error", "where", "reported / true, median"],
  [...classes]
    .sort()
    .map(([name, group]) => [
      name,
      group.count,
      median(group.errors).toExponential(1),
      group.worst.toExponential(1),
      group.at,
      median(group.ratios).toPrecision(2),
    ]),
);

import type { Estimate } from "../../numeric/estimate.js";
import { columnsOf, type Network } from "../../simulation/network.js";
import type { Sample } from "../../simulation/sample.js";
import { meanOf } from "../../simulation/statistics/mean.js";
import { type Comparison, comparison } from "./comparison.js";
import type { Theory } from "./theoryOf.js";

const kinds = ["diagonal", "within", "between"] as const;
type Kind = (typeof kinds)[number];

/** Means over the entries of a covariance: on the diagonal, off it within a batch, between batches (NaN where there are none). */
function entriesOf(covariance: Float64Array, network: Network): Readonly<Record<Kind, number>> {
  const columns = columnsOf(network);
  const batchOf = (column: number) => Math.floor(column / network.batch);
  const sums = { diagonal: 0, within: 0, between: 0 };
  const counts = { diagonal: 0, within: 0, between: 0 };
  for (let a = 0; a < columns; a++) {
    for (let b = 0; b < columns; b++) {
      const kind = a === b ? "diagonal" : batchOf(a) === batchOf(b) ? "within" : "between";
      sums[kind] += covariance[a * columns + b]!;
      counts[kind]++;
    }
  }
  const mean = (kind: Kind) => sums[kind] / counts[kind];
  return { diagonal: mean("diagonal"), within: mean("within"), between: mean("between") };
}

/** Half way down, where neither end is felt. */
const middleOf = (depth: number): number => Math.floor((depth + 1) / 2);

function productOf(a: Estimate, b: Estimate): Estimate {
  const error = Math.abs(a.value) * b.error + Math.abs(b.value) * a.error + a.error * b.error;
  return { ...a, value: a.value * b.value, error, converged: a.converged && b.converged };
}

function covarianceComparisons(network: Network, samples: readonly Sample[], theory: Theory): Comparison[] {
  const layer = middleOf(network.depth);
  const covariances = samples.flatMap(({ covariance }) => covariance?.[layer] ?? []);
  if (covariances.length < samples.length) return [];
  const entries = covariances.map((covariance) => entriesOf(covariance, network));
  const { fixedPoint, crossBatch } = theory.network;
  const { q, c } = fixedPoint;
  const rows: readonly [string, Kind, Estimate][] = [
    ["q, variance of a sample", "diagonal", q],
    ["q c, covariance within a batch", "within", productOf(q, c)],
    ["covariance between batches", "between", crossBatch.c],
  ];
  return rows
    .filter(([, kind]) => kind !== "between" || network.batches > 1)
    .map(([quantity, kind, predicted]) => {
      const simulated = meanOf(entries.map((entry) => network.weightVariance * entry[kind]));
      return comparison(quantity, network.centred ? predicted : null, simulated);
    });
}

function eigenvalueComparisons(network: Network, samples: readonly Sample[], theory: Theory): Comparison[] {
  if (!network.centred || network.residual) return [];
  const layer = middleOf(network.depth);
  return (["G", "L", "M"] as const).flatMap((space) => {
    const values = samples.flatMap(({ jacobian }) => jacobian?.[space][layer] ?? []);
    if (values.length < samples.length) return [];
    const simulated = meanOf(values.map((value) => network.weightVariance * value));
    return comparison(`backward eigenvalue on ${space}`, theory.network.backward[space], simulated);
  });
}

/** The covariance of the activations and the backward eigenvalues half way through the network, where the samples hold them. */
export function batchComparisons(network: Network, drawn: readonly Sample[], theory: Theory): Comparison[] {
  // a network that broke down half way has neither
  const samples = drawn.filter(({ collapsed, overflowed }) => collapsed === undefined && overflowed === undefined);
  if (samples.length === 0) return [];
  return [...covarianceComparisons(network, samples, theory), ...eigenvalueComparisons(network, samples, theory)];
}

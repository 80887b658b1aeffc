/** The covariance of a batch through the layers: at infinite width by the covariance map, and in one sampled network. */
import { wasmBackend } from "../../../simulation/kernels/wasm/wasmBackend.js";
import { validNetwork } from "../../../simulation/network.js";
import { exactSampler } from "../../../simulation/sampler/exact.js";
import { activation } from "../../../symbolic/activation/create.js";
import { elementwiseOf } from "../../../symbolic/activation/program.js";
import type { CovarianceMethod } from "../../../theory/batchnorm/covariance/settings.js";
import { covarianceMap } from "../../../theory/batchnorm/covarianceMap.js";
import type { TaskContext } from "../../engine/task.js";
import { type NetworkSetting, theorySetting } from "../network/setting.js";
import { type Rows, type Start, startCovariance } from "./startCovariance.js";

export interface ConvergeQuestion {
  readonly setting: NetworkSetting;
  readonly start: Start;
  /** Layers at most. */
  readonly layers: number;
  /** Of the sampled network. */
  readonly width: number;
  readonly seed: number;
}

/** What the covariance map makes of the layer before. */
export interface MappedLayer {
  readonly covariance: Float64Array;
  /** Absolute, for every entry, of this one map. */
  readonly error: number;
  readonly method: CovarianceMethod;
}

/** Covariances are row after row, B x B. */
export type ConvergePiece =
  | {
      readonly kind: "start";
      readonly covariance: Float64Array;
      /** X_l^T X_l / N of the sampled network, l = 1 .. layers; empty where it broke down. */
      readonly sampled: readonly Float64Array[];
    }
  | { readonly kind: "layers"; readonly layers: readonly MappedLayer[] };

export interface Converged {
  /** The layer from which on nothing changes but roundings; null where the layers did not suffice. */
  readonly settled: number | null;
}

/** Relative to the largest entry: more than a picture shows. */
const TOLERANCE = 1e-6;
/** Evaluations of the activation a layer: some seconds. */
const MAX_EVALS = 1e8;
/** Relative change of a layer that counts as none. */
const SETTLED = 1e-9;
/** Between two pieces, so that the page draws no more often than is seen. Milliseconds. */
const SHOW = 100;

const flat = (rows: Rows): Float64Array => Float64Array.from(rows.flat());

const largest = (values: Iterable<number>): number => {
  let top = 0;
  for (const value of values) top = Math.max(top, Math.abs(value));
  return top;
};

async function sampledLayers(
  { setting: { activation: text, ...rest }, layers, width, seed }: ConvergeQuestion,
  input: Rows,
): Promise<readonly Float64Array[]> {
  const options = { ...rest, batch: input.length, width, depth: layers, input };
  const network = validNetwork({ ...options, activation: elementwiseOf(activation(text)) });
  const sampler = await exactSampler(network, wasmBackend, { covariance: true });
  try {
    const { covariance = [] } = await sampler.sample(seed, 0);
    return covariance.slice(0, layers);
  } finally {
    sampler.close();
  }
}

/** @throws TheoryError for a start that is no covariance, and where theory or simulation cannot take the network. */
export async function convergeTask(
  question: ConvergeQuestion,
  { show, pause }: TaskContext<ConvergePiece>,
): Promise<Converged> {
  const { setting, layers } = question;
  let rows = startCovariance(question.start);
  const { activation: text, batch: _, ...options } = theorySetting(setting);
  const phi = activation(text);
  await show({ kind: "start", covariance: flat(rows), sampled: await sampledLayers(question, rows) });
  let found: MappedLayer[] = [];
  let shown = performance.now();
  for (let layer = 1; layer <= layers; layer++) {
    const { values, error, method } = covarianceMap(phi, rows, {
      ...{ ...options, tolerance: TOLERANCE, maxEvals: MAX_EVALS },
    });
    const [covariance, before] = [flat(values), flat(rows)];
    const change = largest(covariance.map((value, k) => value - before[k]!));
    const settled = change <= Math.max(SETTLED * largest(covariance), error);
    rows = values;
    found.push({ covariance, error, method });
    if (settled || layer === layers || performance.now() - shown >= SHOW) {
      await show({ kind: "layers", layers: found });
      found = [];
      shown = performance.now();
    } else await pause();
    if (settled) return { settled: layer };
  }
  return { settled: null };
}

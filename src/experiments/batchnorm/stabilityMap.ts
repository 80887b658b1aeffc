import { byVariant } from "../byVariant.js";
import type { Assertion, Effort, Experiment, Findings, Finished, Study, Variant } from "../experiment.js";
import type { Cells, Mark, Panel, Point } from "../plot.js";
import { rounded } from "../statistics.js";
import { theoryAt } from "./networkPoint.js";

export interface StabilityResult {
  /** The largest forward eigenvalue of BSB1 at each batch size, and its error. */
  readonly values: readonly number[];
  readonly errors: readonly number[];
  /** The smallest batch size above 3 at which it is above 1, as cells and the sizes between the last stable one and the next tell; null for none on the map. */
  readonly unstableFrom: number | null;
}

const activations = [
  ...["tanh", "erf", "sin", "hardtanh", "sigmoid", "identity", "relu", "leaky_relu(0.2)"],
  ...["elu", "selu", "mish", "softplus", "x*sigmoid(1.702*x)", "gelu", "silu"],
  ...["relu_power(1.5)", "relu_power(2)", "exp"],
];

/** Rising by the factor that a cell is wide. */
const batchesOf = (effort: Effort): readonly number[] => {
  const factor = effort === "quick" ? 2 ** 0.5 : 2 ** 0.25;
  const count = Math.round(Math.log(1024) / Math.log(factor));
  const all = Array.from({ length: count + 1 }, (_, k) => Math.round(4 * factor ** k));
  return [...new Set(all)];
};

const forwardMax = (activation: string, batch: number) => theoryAt({ activation, batch }).stability.forwardMax;

/** Halves the sizes between a stable one and an unstable one. */
function firstUnstable(activation: string, stable: number, unstable: number): number {
  if (unstable - stable <= 1) return unstable;
  const middle = Math.floor((stable + unstable) / 2);
  return forwardMax(activation, middle).value > 1
    ? firstUnstable(activation, stable, middle)
    : firstUnstable(activation, middle, unstable);
}

const study: Study<StabilityResult> = {
  id: "batchnorm-stability",
  settings: (effort) => ({ activations, batches: batchesOf(effort) }),
  async run({ variant }, { effort, onProgress }) {
    const batches = batchesOf(effort);
    const activation = activations[variant.activation!]!;
    const found: { value: number; error: number }[] = [];
    for (const [k, batch] of batches.entries()) {
      const { value, error } = forwardMax(activation, batch);
      found.push({ value: rounded(value, 10), error: Number.isFinite(error) ? rounded(error, 2) : 1e9 });
      await onProgress?.((k + 1) / batches.length);
    }
    const first = found.findIndex(({ value, error }) => value > 1 + error);
    return {
      values: found.map(({ value }) => value),
      errors: found.map(({ error }) => error),
      unstableFrom: first < 0 ? null : firstUnstable(activation, batches[first - 1] ?? 3, batches[first]!),
    };
  },
};

const classes = [
  { label: "stable, λ < 0.8", colour: { ramp: 0 }, holds: (value: number) => value < 0.8 },
  { label: "0.8 to 0.95", colour: { ramp: 0.25 }, holds: (value: number) => value >= 0.8 && value < 0.95 },
  { label: "0.95 to 1", colour: { ramp: 0.5 }, holds: (value: number) => value >= 0.95 && value < 1 },
  { label: "unstable, 1 to 1.05", colour: { ramp: 0.75 }, holds: (value: number) => value >= 1 && value < 1.05 },
  { label: "λ > 1.05", colour: { ramp: 1 }, holds: (value: number) => value >= 1.05 },
] as const;

interface Row {
  readonly activation: string;
  readonly result: StabilityResult;
}

function marksOf(rows: readonly Row[], batches: readonly number[]): readonly Mark[] {
  // columns stand beside each other at equal distances, whatever the batch sizes are
  return classes.map(({ label, colour, holds }): Cells => {
    const points = rows.flatMap(({ result }, row) =>
      batches.flatMap((_, k): Point[] => (holds(result.values[k]!) ? [[k, rows.length - 1 - row]] : [])),
    );
    return { kind: "cells", colour, label, points, size: [1, 1] };
  });
}

/** What networks are known to do at every batch size up to 4096, and where others leave BSB1 first. */
const STABLE = ["tanh", "erf", "sin", "hardtanh", "sigmoid", "relu", "leaky_relu(0.2)", "elu", "selu"];

function panelOf(rows: readonly Row[], batches: readonly number[]): Panel {
  const ticks = batches.flatMap((batch, k) => (Math.log2(batch) % 1 === 0 ? [{ at: k, text: String(batch) }] : []));
  const names = rows.map(({ activation }, row) => ({ at: rows.length - 1 - row, text: activation }));
  return {
    title: "",
    x: { label: "batch size B", domain: [-0.5, batches.length - 0.5], ticks },
    y: { label: "", domain: [-0.5, rows.length - 0.5], ticks: names },
    marks: marksOf(rows, batches),
  };
}

function assertionsOf(rows: readonly Row[]): readonly Assertion[] {
  const judged = rows.filter(({ activation }) => STABLE.includes(activation));
  if (judged.length === 0) return [];
  return [
    {
      says: `stable at every batch size of the map: ${judged.map(({ activation }) => activation).join(", ")}`,
      holds: judged.every(({ result }) => result.unstableFrom === null),
      detail: `largest eigenvalue ${rounded(Math.max(...judged.flatMap(({ result }) => result.values)), 6)}`,
    },
  ];
}

const variants = (): readonly Variant[] => activations.map((_, activation) => ({ activation }));

function summarise(finished: readonly Finished<StabilityResult>[], effort: Effort): Findings {
  const batches = batchesOf(effort);
  const whole = finished.filter(({ result }) => result.values.length === batches.length);
  // nothing is random: one result of each activation, whatever the number of seeds
  const rows = byVariant(whole, variants()).map(({ variant, results }): Row => {
    return { activation: activations[variant.activation!]!, result: results[0]! };
  });
  const at = [8, 64, 512].map((batch) => batches.indexOf(batch));
  return {
    tables: [
      {
        title: "largest forward eigenvalue of BSB1, and the first batch size from 4 to 4096 at which it is above 1",
        columns: ["activation", "B = 8", "B = 64", "B = 512", "unstable from"],
        rows: rows.map(({ activation, result }) => [
          activation,
          ...at.map((k) => rounded(result.values[k]!, 5)),
          result.unstableFrom ?? "never",
        ]),
      },
    ],
    plots: [
      {
        title: "Where networks stay at the symmetric fixed point",
        caption:
          "Largest forward eigenvalue λ of BSB1 against the batch size. Above 1 the samples of a batch part into groups, and the rate at BSB1 is not that of the network.",
        columns: 1,
        panels: rows.length === 0 ? [] : [panelOf(rows, batches)],
      },
    ],
    assertions: assertionsOf(rows),
    notes: [],
  };
}

export const stabilityMap: Experiment<StabilityResult> = Object.freeze({
  id: "batchnorm/stability",
  title: "At which batch sizes activations leave the symmetric fixed point",
  paper: "No figure of the paper, which says that most activations stay at BSB1. Theory only.",
  cost: { quick: "1 s", full: "1 s" },
  study,
  seeds: { quick: 1, full: 1 },
  variants,
  summarise,
});

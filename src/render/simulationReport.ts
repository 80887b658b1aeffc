/** `theoria simulate`: what networks do, beside what theory says. */
import type { Extrapolation } from "../simulation/statistics/extrapolate.js";
import type { Measured } from "../simulation/statistics/mean.js";
import type { ComparedRun } from "../verification/simulation/compareSimulation.js";
import type { Comparison } from "../verification/simulation/comparison.js";
import type { Theory } from "../verification/simulation/theoryOf.js";
import type { CsvTable } from "./csv.js";
import type { Report } from "./report.js";
import { type Column, number, type Row, type Sheet, text, value } from "./sheet.js";

export interface SimulatedWidth extends ComparedRun {
  readonly width: number;
  readonly backend: string;
  readonly millisecondsPerSample: number | null;
}

/** What of a theory is written down. */
export interface WrittenTheory extends Pick<Theory, "logGrowth"> {
  readonly network: Pick<Theory["network"], "rate" | "stability">;
}

export interface SimulationResult {
  /** "tanh, batch 8, depth 50, seed 1". */
  readonly title: string;
  readonly theory: WrittenTheory;
  /** By width, the largest last. */
  readonly runs: readonly SimulatedWidth[];
  /** Of E log, to infinite width; null for one width. */
  readonly extrapolation: { readonly limit: Extrapolation; readonly comparison: Comparison } | null;
  readonly notes: readonly string[];
}

const columns: readonly Column[] = [
  { title: "quantity", tex: "quantity", align: "left" },
  { title: "theory", tex: "theory", align: "decimal" },
  { title: "simulation", tex: "simulation", align: "decimal" },
  { title: "± s.e.", tex: "s.e.", align: "right" },
  { title: "z", tex: "$z$", align: "decimal" },
];

/** So many digits that the last one moves with a standard error. */
function digitsOf({ value: mean, standardError }: Measured): number {
  if (!(standardError > 0 && standardError < Infinity) || mean === 0) return 6;
  return Math.min(12, Math.max(2, Math.ceil(Math.log10(Math.abs(mean) / standardError)) + 2));
}

function row({ quantity, theory, simulation, z }: Comparison): Row {
  return {
    cells: [
      text(quantity),
      value(theory, 10),
      number(simulation.value, digitsOf(simulation)),
      number(simulation.standardError, 2),
      z === null ? null : number(z, 2),
    ],
  };
}

function titleOf({ width, summary, backend, millisecondsPerSample }: SimulatedWidth): string {
  const { samples, window } = summary;
  const pace = millisecondsPerSample === null ? "" : `, ${millisecondsPerSample.toPrecision(3)} ms a network`;
  const networks = samples === 1 ? "1 network" : `${samples} networks`;
  return `width ${width}: ${networks}, layers ${window.from} to ${window.to}, ${backend}${pace}`;
}

/** Where every gradient vanishes there is nothing to compare. */
const nothing: Row = { cells: [text("gradient growth"), null, null, null, null] };

/** One group a run. */
export const runsSheet = (runs: readonly SimulatedWidth[]): Sheet => ({
  columns,
  groups: runs.map((run) => ({
    title: titleOf(run),
    rows: run.comparisons.length === 0 ? [nothing] : run.comparisons.map(row),
  })),
});

function sheet({ title, runs, extrapolation, notes }: SimulationResult): Sheet {
  const limit =
    extrapolation === null ? [] : [{ title: "infinite width, by the 1/N law", rows: [row(extrapolation.comparison)] }];
  return {
    columns,
    groups: [...runsSheet(runs).groups, ...limit],
    remarks: [
      `${title}. Growth is that of the logarithm of the squared gradient norm, a layer; z counts standard errors.`,
      ...notes,
    ],
  };
}

function csvRow(width: number, { quantity, theory, simulation, z }: Comparison) {
  return [
    ...[width, quantity, theory?.value ?? null, theory?.error ?? null, simulation.value, simulation.standardError],
    ...[...simulation.interval, z, simulation.samples],
  ];
}

function csv({ runs, extrapolation }: SimulationResult): CsvTable {
  const ends = ["simulation", "standard_error", "low", "high", "z", "samples"];
  return {
    header: ["width", "quantity", "theory", "theory_error", ...ends],
    rows: [
      ...runs.flatMap(({ width, comparisons }) => comparisons.map((each) => csvRow(width, each))),
      ...(extrapolation === null ? [] : [csvRow(Infinity, extrapolation.comparison)]),
    ],
  };
}

function runJson({ width, summary, backend, millisecondsPerSample, comparisons }: SimulatedWidth) {
  const { growth, weightGrowth, samples, window, logGradient, logWeightGradient } = summary;
  return {
    ...{ width, samples, backend, millisecondsPerSample, window },
    ...{ meanLog: growth?.meanLog ?? null, logMean: growth?.logMean ?? null },
    ...{ weightMeanLog: weightGrowth?.meanLog ?? null, weightLogMean: weightGrowth?.logMean ?? null },
    ...{ logGradient, logWeightGradient, comparisons },
  };
}

function json({ theory, runs, extrapolation, notes }: SimulationResult): object {
  const last = runs[runs.length - 1]!;
  const { rate, stability } = theory.network;
  return {
    theory: {
      rate: rate.value,
      rateError: rate.error,
      logGrowth: theory.logGrowth(last.summary.window),
      stability: stability.verdict,
    },
    simulation: runJson(last),
    z: (extrapolation?.comparison ?? last.comparisons[0])?.z ?? null,
    widths: runs.map(runJson),
    extrapolation: extrapolation === null ? null : extrapolation.limit,
    notes,
  };
}

export function simulationReport(result: SimulationResult): Report {
  return { sheet: () => sheet(result), csv: () => csv(result), json: () => json(result) };
}

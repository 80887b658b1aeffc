/** `theoria experiment`: tables, what is asserted of them, and the files that were written. */
import type { Effort, Experiment, Findings, ResultTable, TableCell } from "../experiments/experiment.js";
import { printable } from "./printable.js";
import { type Cell, type Column, number, type Sheet, text } from "./sheet.js";
import { renderTable } from "./table.js";
import { wrap } from "./wrap.js";

export interface ExperimentOutput {
  readonly experiment: Experiment;
  readonly effort: Effort;
  readonly seed: number;
  readonly seeds: number;
  /** Jobs that are finished, of those asked for. */
  readonly finished: number;
  readonly asked: number;
  readonly command: string;
  readonly version: string;
  readonly findings: Findings;
  /** Paths that were written. */
  readonly files: readonly string[];
}

const WIDTH = 100;

const cellOf = (value: TableCell): Cell =>
  value === null ? null : typeof value === "number" ? number(value) : text(value);

function sheetOf({ columns, rows }: ResultTable): Sheet {
  const heads = columns.map((name, j): Column => {
    const words = rows.some((row) => typeof row[j] === "string");
    return { title: name, tex: name, align: words ? "left" : "decimal" };
  });
  return { columns: heads, groups: [{ title: null, rows: rows.map((row) => ({ cells: row.map(cellOf) })) }] };
}

const indented = (label: string, sentence: string): string[] =>
  wrap(printable(sentence), WIDTH - label.length).map((line, k) => (k === 0 ? label : " ".repeat(label.length)) + line);

/** As text of at most 100 columns; `quiet`: tables only. */
export function experimentText(output: ExperimentOutput, { quiet = false } = {}): string {
  const { experiment, effort, seed, seeds, findings, files } = output;
  const tables = findings.tables.filter(({ rows }) => rows.length > 0);
  const shown = tables.map((table) => {
    const title = wrap(printable(`${table.title.charAt(0).toUpperCase()}${table.title.slice(1)}:`), WIDTH).join("\n");
    return `${quiet ? "" : `${title}\n`}${renderTable(sheetOf(table), { width: WIDTH, quiet })}`;
  });
  if (quiet) return shown.join("\n");
  const head = `${experiment.id}, ${effort}, ${seeds === 1 ? `seed ${seed}` : `seeds ${seed} to ${seed + seeds - 1}`}`;
  const assertions = findings.assertions.flatMap(({ says, holds, detail }) =>
    indented(holds ? "holds  " : "FAILS  ", `${says}: ${detail}`),
  );
  const blocks = [
    `${wrap(`${head}. ${experiment.title}.`, WIDTH).join("\n")}\n`,
    ...shown,
    ...(assertions.length === 0 ? [] : [`${assertions.join("\n")}\n`]),
    ...findings.notes.map((note) => `${wrap(note, WIDTH).join("\n")}\n`),
    ...(files.length === 0 ? [] : [`${files.map((file) => `wrote ${printable(file)}`).join("\n")}\n`]),
  ];
  return blocks.join("\n");
}

/** What schema/output.schema.json describes. */
export const experimentJson = ({ experiment, findings, ...rest }: ExperimentOutput): object => {
  const { effort, seed, seeds, finished, asked, command, version, files } = rest;
  return {
    experiment: experiment.id,
    ...{ title: experiment.title, paper: experiment.paper, effort, seed, seeds, finished, asked, command, version },
    ...{ tables: findings.tables, assertions: findings.assertions, notes: findings.notes, files },
  };
};

/** The list of all of them. */
export function experimentsText(experiments: readonly Experiment[]): string {
  const columns: Column[] = [
    { title: "experiment", tex: "experiment", align: "left" },
    { title: "what is seen", tex: "what is seen", align: "left" },
    { title: "quick", tex: "quick", align: "left" },
    { title: "full", tex: "full", align: "left" },
  ];
  const lines = experiments.flatMap((experiment) =>
    wrap(experiment.title, 46).map((line, k) => {
      const first = k === 0;
      const cells = [experiment.id, line, experiment.cost.quick, experiment.cost.full];
      return { cells: cells.map((cell, j) => text(first || j === 1 ? cell : "")) };
    }),
  );
  const sheet: Sheet = {
    columns,
    groups: [{ title: null, rows: lines }],
    remarks: ["quick, full: processor time with the usual seeds; about: estimated from fewer. Threads share it."],
  };
  return renderTable(sheet, { width: WIDTH });
}

export const experimentsJson = (experiments: readonly Experiment[]): object => ({
  experiments: experiments.map(({ id, title, paper, cost, seeds, needsImages }) => {
    return { id, title, paper, cost, seeds, needsImages: needsImages !== undefined };
  }),
});

/** `theoria dynamics`: where each network goes, or how often each place is reached. */
import type { Basin } from "../theory/batchnorm/dynamics/basins.js";
import type { BasinsResult, DynamicsResult } from "../theory/batchnorm/results/dynamicsResult.js";
import type { RateResult } from "../theory/batchnorm/results/networkResult.js";
import type { CsvTable } from "./csv.js";
import { showNumber, showValue } from "./number.js";
import { parameterColumns, parameterFields, parameterHeader, parameterTitle } from "./parameters.js";
import type { Report } from "./report.js";
import { type Column, error, number, type Sheet, text, value } from "./sheet.js";

const placeColumns: readonly Column[] = [
  { title: "goes to", tex: "goes to", align: "left" },
  { title: "groups", tex: "groups", align: "left" },
  { title: "rate\nthere", tex: "rate there", align: "decimal" },
  { title: "± error", tex: null, align: "right", drops: true },
];

const columns: readonly Column[] = [
  ...placeColumns,
  { title: "trainable\ndepth", tex: "trainable depth", align: "decimal" },
  { title: "rate at\nBSB1", tex: "rate at BSB1", align: "decimal" },
  { title: "BSB1", tex: "BSB1", align: "left", hoists: true, drops: true },
  { title: "layers", tex: "layers", align: "right", drops: true },
];

/** "17 + 47"; "bsb1" is one group. */
export const groupsText = (blocks: readonly number[]): string => (blocks.length === 0 ? "–" : blocks.join(" + "));

export const kindText = (kind: Basin["kind"]): string =>
  kind === "bsb1" || kind === "bsb2" ? kind.toUpperCase() : kind;

const place = ({ kind, blocks, rate }: Pick<Basin, "kind" | "blocks" | "rate">) => [
  text(kindText(kind)),
  text(groupsText(blocks)),
  value(rate, 9),
  error(rate),
];

/** parameterColumns reads parameters only. */
const asRates = (results: readonly (DynamicsResult | BasinsResult)[]) => results as unknown as readonly RateResult[];

function pathLine({ path }: DynamicsResult): string[] {
  if (path.length === 0) return [];
  const shown = path.map(({ layer, groups, ratio }) => `${layer}: ${groups[0]}+${groups[1]} ${showNumber(ratio, 3)}`);
  return [`Path, layer: groups on both sides of the widest gap, largest over smallest variance. ${shown.join("; ")}.`];
}

function covarianceLine({ covariance }: DynamicsResult): string[] {
  if (covariance === null) return [];
  const { diagonal, offDiagonal, between } = covariance;
  const show = (x: typeof between) => showValue(x, 7);
  return [
    `Covariance: diagonal ${diagonal.map(show).join(" and ")}, within groups ${offDiagonal.map(show).join(" and ")}, between them ${show(between)}.`,
  ];
}

function sheet(results: readonly DynamicsResult[]): Sheet {
  const parameters = parameterColumns(asRates(results));
  const rows = results.map((result, i) => ({
    cells: [
      ...parameters.cells(asRates(results)[i]!),
      ...place(result),
      result.depthScale === null
        ? null
        : value({ ...result.depthScale, value: result.trainableDepth!, error: 16 * result.depthScale.error }, 5),
      value(result.bsb1.rate, 9),
      text(result.bsb1.stability.verdict),
      number(result.layers),
    ],
    notes: [...result.notes],
  }));
  const [only] = results;
  const remarks = results.length === 1 ? [...covarianceLine(only!), ...pathLine(only!)] : [];
  return { columns: [...parameters.columns, ...columns], groups: [{ title: null, rows }], remarks };
}

const header = [
  ...parameterHeader,
  ...["kind", "groups", "rate", "rate_error", "trainable_depth", "bsb1_rate", "bsb1_rate_error", "bsb1_stability"],
  ...["seed", "width", "layers", "notes"],
];

function csv(results: readonly DynamicsResult[]): CsvTable {
  const rows = results.map((result, i) => [
    ...parameterFields(asRates(results)[i]!),
    ...[result.kind, result.blocks.join("+"), result.rate?.value ?? null, result.rate?.error ?? null],
    ...[result.trainableDepth, result.bsb1.rate.value, result.bsb1.rate.error, result.bsb1.stability.verdict],
    ...[result.seed, result.width, result.layers, result.notes.join(" ")],
  ]);
  return { header, rows };
}

export function dynamicsReport(results: readonly DynamicsResult[]): Report {
  return { sheet: () => sheet(results), csv: () => csv(results), json: () => ({ results }) };
}

const countColumn: Column = { title: "paths", tex: "paths", align: "right" };

function basinsSheet(results: readonly BasinsResult[]): Sheet {
  const groups = results.map((result, i) => ({
    title: `${parameterTitle(asRates(results)[i]!)}: BSB1 ${result.bsb1.stability.verdict}, rate ${showValue(result.bsb1.rate, 9)}; ${result.runs} paths from seed ${result.seed}, width ${result.width}`,
    rows: result.basins.map((basin) => ({ cells: [number(basin.count), ...place(basin)] })),
  }));
  return { columns: [countColumn, ...placeColumns], groups };
}

const basinsHeader = [...parameterHeader, "kind", "groups", "paths", "runs", "seed", "width", "rate", "rate_error"];

function basinsCsv(results: readonly BasinsResult[]): CsvTable {
  const rows = results.flatMap((result, i) =>
    result.basins.map(({ kind, blocks, count, rate }) => [
      ...parameterFields(asRates(results)[i]!),
      ...[kind, blocks.join("+"), count, result.runs, result.seed, result.width],
      ...[rate?.value ?? null, rate?.error ?? null],
    ]),
  );
  return { header: basinsHeader, rows };
}

export function basinsReport(results: readonly BasinsResult[]): Report {
  return { sheet: () => basinsSheet(results), csv: () => basinsCsv(results), json: () => ({ results }) };
}

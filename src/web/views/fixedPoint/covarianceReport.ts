/** The numbers of the heat maps at one layer. */
import type { Report } from "../../../render/report.js";
import { type Column, number, type Row, type Sheet, text } from "../../../render/sheet.js";

export interface CovarianceTable {
  readonly layer: number;
  readonly batch: number;
  readonly width: number;
  readonly theory: Float64Array;
  /** null at layer 0, and where the network broke down. */
  readonly sampled: Float64Array | null;
  readonly fixedPoint: Float64Array;
}

const DIGITS = 6;

const columnsOf = ({ layer, width }: CovarianceTable): readonly Column[] => [
  { title: "entries", tex: "entries", align: "left" },
  { title: `theory, layer ${layer}`, tex: "theory", align: "decimal" },
  { title: `network of width ${width}`, tex: "network", align: "decimal" },
  { title: "BSB1", tex: "BSB1", align: "decimal" },
];

interface Read {
  readonly title: string;
  of(covariance: Float64Array, batch: number): number;
}

const split = (covariance: Float64Array, batch: number) => {
  const diagonal = covariance.filter((_, k) => k % (batch + 1) === 0);
  return { diagonal, off: covariance.filter((_, k) => k % (batch + 1) !== 0) };
};
const meanOf = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;

const reads: readonly Read[] = [
  { title: "diagonal, mean", of: (each, batch) => meanOf(split(each, batch).diagonal) },
  { title: "diagonal, largest", of: (each, batch) => Math.max(...split(each, batch).diagonal) },
  { title: "diagonal, smallest", of: (each, batch) => Math.min(...split(each, batch).diagonal) },
  { title: "off the diagonal, mean", of: (each, batch) => meanOf(split(each, batch).off) },
  { title: "off the diagonal, largest", of: (each, batch) => Math.max(...split(each, batch).off) },
  { title: "off the diagonal, smallest", of: (each, batch) => Math.min(...split(each, batch).off) },
];

function sheet(table: CovarianceTable): Sheet {
  const { batch, theory, sampled, fixedPoint } = table;
  const rows = reads.map(({ title, of }): Row => {
    const values = [theory, sampled, fixedPoint].map((each) => {
      return each === null ? null : number(of(each, batch), DIGITS);
    });
    return { cells: [text(title), ...values] };
  });
  return { columns: columnsOf(table), groups: [{ title: null, rows }] };
}

/** @returns Its CSV and JSON hold every entry. */
export function covarianceReport(table: CovarianceTable): Report {
  const { batch, layer, width, theory, sampled, fixedPoint } = table;
  const entries = Array.from(theory, (value, k) => [
    ...[Math.floor(k / batch) + 1, (k % batch) + 1],
    ...[value, sampled?.[k] ?? null, fixedPoint[k]!],
  ]);
  const rows = (values: Float64Array) =>
    Array.from({ length: batch }, (_, i) => Array.from(values.subarray(i * batch, (i + 1) * batch)));
  return {
    sheet: () => sheet(table),
    csv: () => ({ header: ["sample", "other", "theory", "network", "bsb1"], rows: entries }),
    json: () => ({
      ...{ layer, batch, width, theory: rows(theory) },
      ...{ network: sampled === null ? null : rows(sampled), bsb1: rows(fixedPoint) },
    }),
  };
}

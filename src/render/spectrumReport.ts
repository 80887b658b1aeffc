/** `theoria spectrum`: everything about each network, one quantity a line. */
import type { Estimate } from "../numeric/estimate.js";
import type { SpectrumResult } from "../theory/batchnorm/results/networkResult.js";
import type { CsvCell, CsvTable } from "./csv.js";
import { showNumber } from "./number.js";
import { parameterTitle } from "./parameters.js";
import { confirmFields, confirmHeader, isConfirmed, notesOf, rateFields, rateHeader } from "./rateReport.js";
import type { Report } from "./report.js";
import { type Column, error, type Group, number, type Row, type Sheet, text, value } from "./sheet.js";

const columns: readonly Column[] = [
  { title: "quantity", tex: "quantity", align: "left" },
  { title: "eigenspace", tex: "space", align: "left" },
  { title: "dimension", tex: "dimension", align: "right" },
  { title: "value", tex: "value", align: "decimal" },
  { title: "± error", tex: null, align: "right" },
];

/** Dimensions of the three eigenspaces in the B(B-1)/2-dimensional space of centred symmetric matrices. */
export function dimensions(batch: number): { readonly G: number; readonly L: number; readonly M: number } {
  if (batch === 2) return { G: 1, L: 0, M: 0 };
  return { G: 1, L: batch - 1, M: (batch / 2) * (batch - 3) };
}

function rowsOf(result: SpectrumResult): Row[] {
  const { fixedPoint, crossBatch, batch } = result;
  const line = (name: string, estimate: Estimate | null, digits?: number): Row => ({
    cells: [text(name), text(""), text(""), value(estimate, digits), error(estimate)],
  });
  const spaces = ["G", "L", "M"] as const;
  const eigenvalues = (["forward", "backward"] as const).flatMap((direction) =>
    spaces.map((space): Row => {
      const estimate = result[direction][space];
      const dimension = number(dimensions(batch)[space]);
      return { cells: [text(`${direction} eigenvalue`), text(space), dimension, value(estimate), error(estimate)] };
    }),
  );
  return [
    line("q", fixedPoint.q),
    line("c", fixedPoint.c),
    line("mu", fixedPoint.mu),
    ...eigenvalues,
    line("cross-batch c", crossBatch.c),
    line("cross-batch eigenvalue", crossBatch.eigenvalue),
    line("depth scale", result.depthScale, 7),
  ];
}

function groupOf(result: SpectrumResult): Group {
  const rows = rowsOf(result);
  const { confirmation } = result;
  const second = confirmation ? `; ${confirmation.method} differs by ${showNumber(confirmation.disagreement, 1)}` : "";
  const title = `${parameterTitle(result)}: ${result.stability.verdict}, ${result.rate.method}${second}`;
  // the rate is backward G: what is to be said about it is said there
  return { title, rows: rows.map((row, i) => (i === 6 ? { ...row, notes: notesOf(result) } : row)) };
}

function sheet(results: readonly SpectrumResult[]): Sheet {
  return { columns, groups: results.map(groupOf) };
}

function quantities({ fixedPoint, forward, backward, crossBatch }: SpectrumResult): [string, Estimate | null][] {
  return [
    ...([
      ["q", fixedPoint.q],
      ["c", fixedPoint.c],
      ["mu", fixedPoint.mu],
    ] as [string, Estimate][]),
    ...([
      ["forward_G", forward.G],
      ["forward_L", forward.L],
      ["forward_M", forward.M],
    ] as [string, Estimate | null][]),
    ...([
      ["backward_G", backward.G],
      ["backward_L", backward.L],
      ["backward_M", backward.M],
    ] as [string, Estimate | null][]),
    ["cross_batch_c", crossBatch.c],
    ["cross_batch_eigenvalue", crossBatch.eigenvalue],
  ];
}

const quantityNames = ["q", "c", "mu", "forward_G", "forward_L", "forward_M", "backward_G", "backward_L", "backward_M"];
const header = [...quantityNames, "cross_batch_c", "cross_batch_eigenvalue"].flatMap((name) => [name, `${name}_error`]);

function csv(results: readonly SpectrumResult[]): CsvTable {
  const confirmed = isConfirmed(results);
  return {
    header: [...rateHeader, ...header, ...(confirmed ? confirmHeader : []), "notes"],
    rows: results.map((result): CsvCell[] => [
      ...rateFields(result),
      ...quantities(result).flatMap(([, estimate]) =>
        estimate === null ? [null, null] : [estimate.value, estimate.error],
      ),
      ...(confirmed ? confirmFields(result) : []),
      notesOf(result).join(" "),
    ]),
  };
}

export function spectrumReport(results: readonly SpectrumResult[]): Report {
  return { sheet: () => sheet(results), csv: () => csv(results), json: () => ({ results }) };
}

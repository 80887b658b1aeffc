/** `theoria transition`: alpha_c of the alpha-ReLU, one batch size a row. */
import type { Transition } from "../theory/batchnorm/transition.js";
import type { Report } from "./report.js";
import { type Column, error, number, type Sheet, value } from "./sheet.js";

const columns: readonly Column[] = [
  { title: "batch", tex: "$B$", align: "right" },
  { title: "alpha_c", tex: "$\\alpha_c$", align: "decimal" },
  { title: "± error", tex: null, align: "right" },
];

function sheet(results: readonly Transition[]): Sheet {
  const rows = results.map(({ batch, alpha, searched }) => ({
    cells: [number(batch), value(alpha), error(alpha)],
    notes: alpha === null ? [`BSB1 is stable for every alpha up to ${searched}.`] : [],
  }));
  const remark = "BSB1 of the alpha-ReLU, max(x, 0)^alpha, is stable below alpha_c and unstable above.";
  return { columns, groups: [{ title: null, rows }], remarks: [remark] };
}

export function transitionReport(results: readonly Transition[]): Report {
  return {
    sheet: () => sheet(results),
    csv: () => ({
      header: ["batch", "alpha", "alpha_error", "searched"],
      rows: results.map(({ batch, alpha, searched }) => [batch, alpha?.value ?? null, alpha?.error ?? null, searched]),
    }),
    json: () => ({ results }),
  };
}

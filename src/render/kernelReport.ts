/** `theoria kernel`: J and its derivative, one correlation a row. */
import type { KernelPoint } from "../theory/batchnorm/kernel.js";
import type { Report } from "./report.js";
import { type Column, error, number, type Sheet, value } from "./sheet.js";

/** J_alpha when `activation` is null, J_phi otherwise; `alpha` is then phi's degree. */
export interface KernelResult {
  readonly activation: string | null;
  readonly alpha: number;
  readonly values: readonly KernelPoint[];
}

const columns: readonly Column[] = [
  { title: "c", tex: "$c$", align: "decimal" },
  { title: "J(c)", tex: "$J(c)$", align: "decimal" },
  { title: "± error", tex: null, align: "right" },
  { title: "J'(c)", tex: "$J'(c)$", align: "decimal" },
  { title: "± error", tex: null, align: "right" },
];

function sheet({ activation, alpha, values }: KernelResult): Sheet {
  const title = activation === null ? `alpha = ${alpha}` : `${activation}, homogeneous of degree ${alpha}`;
  const rows = values.map(({ c, J, derivative }) => ({
    cells: [number(c), value(J), error(J), value(derivative), error(derivative)],
  }));
  return { columns, groups: [{ title, rows }] };
}

export function kernelReport(result: KernelResult): Report {
  const { activation, alpha, values } = result;
  return {
    sheet: () => sheet(result),
    csv: () => ({
      header: ["activation", "alpha", "c", "J", "J_error", "derivative", "derivative_error"],
      rows: values.map(({ c, J, derivative }) => [
        ...[activation, alpha, c],
        ...[J.value, J.error, derivative.value, derivative.error],
      ]),
    }),
    json: () => ({ activation, alpha, values }),
  };
}

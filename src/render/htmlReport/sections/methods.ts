import type { SpectrumResult } from "../../../theory/batchnorm/results/networkResult.js";
import { parameterColumns } from "../../parameters.js";
import { type Column, error, number, type Row, type Sheet, text, value } from "../../sheet.js";
import { type Html, html, joined } from "../html.js";
import type { ReportData } from "../reportData.js";
import { sheetTable } from "../sheetTable.js";
import type { Section } from "./section.js";

/** What each route does, and what its error is. */
const routes: Readonly<Record<string, string>> = {
  direct: "a batch of 2 or 3, or a constant, answered by what is known of it: exact",
  "closed-form":
    "formulas in arc-cosine kernels, for positively homogeneous activations; the error bounds the rounding and that of the kernels",
  polynomial: "exact moments of the sphere, for polynomials; the error bounds the rounding of the sums",
  gegenbauer:
    "the series in Gegenbauer polynomials; the error is what a finer rule and more terms change, and the rounding of the sums",
  quadrature:
    "integrals over two angles, cut at the kinks; the error is what a finer rule changes, and the rounding of the sums",
  laplace:
    "the Laplace transform of the norm of a Gaussian batch; the error is what a finer rule changes, and the rounding",
  fourier: "the Fourier transform of the activation; the error is what a finer rule changes, and the rounding",
};

const columns: readonly Column[] = [
  { title: "method", tex: null, align: "left" },
  { title: "evaluations", tex: null, align: "right" },
  { title: "± error", tex: null, align: "right" },
  { title: "second method", tex: null, align: "left" },
  { title: "its rate", tex: null, align: "decimal" },
  { title: "± error", tex: null, align: "right" },
  { title: "differs by", tex: null, align: "right" },
];

function doubtsOf({ rate, confirmation }: SpectrumResult): readonly string[] {
  return [
    ...(rate.converged ? [] : ["The error is above the tolerance: the value is the best that this method has."]),
    ...(confirmation ? [] : ["No second method applies here."]),
    ...(confirmation?.agrees === false
      ? ["The two methods differ by more than their errors: at least one of the errors is wrong. Please report it."]
      : []),
  ];
}

function sheetOf(results: readonly SpectrumResult[]): Sheet {
  const parameters = parameterColumns(results);
  const rows = results.map((result): Row => {
    const { rate, confirmation } = result;
    const second = confirmation
      ? [
          text(confirmation.method),
          value(confirmation.rate),
          error(confirmation.rate),
          number(confirmation.disagreement, 1),
        ]
      : [null, null, null, null];
    return {
      cells: [...parameters.cells(result), text(rate.method), number(rate.evals), error(rate), ...second],
      notes: doubtsOf(result),
    };
  });
  return { columns: [...parameters.columns, ...columns], groups: [{ title: null, rows }] };
}

function used(results: readonly SpectrumResult[]): readonly Html[] {
  const names = new Set(
    results.flatMap(({ rate, confirmation }) => [rate.method, confirmation?.method ?? rate.method]),
  );
  return [...names].map((name) => html`<li>${name}: ${routes[name] ?? "see the documentation"}.</li>`);
}

export function methodsSection({ networks }: ReportData): Section {
  const results = networks.map(({ spectrum }) => spectrum);
  return {
    id: "methods",
    title: "Methods and errors",
    body: joined([
      html`<p>Errors are absolute. Only digits that the error leaves standing are shown. The two methods of a rate share no code above the rules of quadrature, so that two that
agree are evidence for both.</p>`,
      sheetTable(sheetOf(results), { id: "method-table", caption: "Each rate by two methods" }),
      html`<ul class="short">\n${used(results)}\n</ul>`,
    ]),
  };
}

/** `theoria hessian`: what the Hessian of a risk says, its spectrum as a table and as a picture. */
import type { Plot } from "../experiments/plot.js";
import type { SpectralMean } from "../numeric/linearAlgebra/stochasticLanczos.js";
import type { HessianFacts } from "../theory/landscape/hessian/hessianFacts.js";
import type { HessianSpectrum } from "../theory/landscape/hessian/hessianSpectrum.js";
import { printable } from "./printable.js";
import { type Cell, type Column, number, type Sheet, text } from "./sheet.js";
import { renderTable } from "./table.js";
import { wrap } from "./wrap.js";

export interface HessianOutput {
  /** Where the network comes from. */
  readonly name: string;
  readonly samples: number;
  readonly loss: string;
  readonly activation: string;
  readonly risk: Pick<HessianFacts, "risk" | "gradientNorm" | "parameters" | "kinks">;
  /** null from probes. */
  readonly facts: HessianFacts | null;
  readonly spectrum: HessianSpectrum;
  readonly probesAsked: number;
  readonly files: readonly string[];
}

const WIDTH = 100;
const BAR = 40;

/** Value and both errors, where there are some. */
const cells = ({ value, standardError, quadratureError }: SpectralMean, probed: boolean): Cell[] =>
  probed ? [number(value, 4), number(standardError, 2), number(quadratureError, 2)] : [number(value, 8)];

const plain = (value: number, probed: boolean): Cell[] => [number(value, 8), ...(probed ? [null, null] : [])];
const withError = ({ value, error }: { readonly value: number; readonly error: number }, probed: boolean): Cell[] =>
  probed ? [number(value, 8), null, number(error, 2)] : [number(value, 8)];

const errorColumns: readonly Column[] = [
  { title: "s.e.", tex: null, align: "right" },
  { title: "quadrature", tex: null, align: "right" },
];

/** tr H^3; of a symmetric spectrum it is 0, and what is left of it is rounding. */
function withoutRounding({ traceCube, parameters, least, greatest }: HessianSpectrum): SpectralMean {
  const norm = Math.max(Math.abs(least.value), Math.abs(greatest.value));
  return Math.abs(traceCube.value) <= 1e-14 * parameters * norm ** 3 ? { ...traceCube, value: 0 } : traceCube;
}

function factsSheet({ risk, facts, spectrum }: HessianOutput): Sheet {
  const probed = spectrum.method === "lanczos";
  const rows: [string, Cell[]][] = [
    ["risk", plain(risk.risk, probed)],
    ["length of the gradient", plain(risk.gradientNorm, probed)],
    ["trace", cells(spectrum.trace, probed)],
    ["tr H^2", cells(spectrum.traceSquare, probed)],
    ["tr H^3", cells(withoutRounding(spectrum), probed)],
    ["least eigenvalue", withError(spectrum.least, probed)],
    ["greatest eigenvalue", withError(spectrum.greatest, probed)],
    ["share of negative eigenvalues", cells(spectrum.negative, probed)],
    ["share of zeros", cells(spectrum.zero, probed)],
    ["share of positive eigenvalues", cells(spectrum.positive, probed)],
  ];
  if (facts) {
    rows.push(["negative, zero, positive", [text(`${facts.negative}, ${facts.zero}, ${facts.positive}`)]]);
    rows.push(["operator norm", plain(facts.operatorNorm, probed)]);
    rows.push(["bound: mean |l'| lambda_0", plain(facts.bound, probed)]);
    rows.push(["as printed: mean l' lambda_0", plain(facts.printedBound, probed)]);
  }
  return {
    columns: [
      { title: "quantity", tex: "quantity", align: "left" },
      { title: "value", tex: "value", align: facts ? "left" : "decimal" },
      ...(probed ? errorColumns : []),
    ],
    groups: [{ title: null, rows: rows.map(([name, values]) => ({ cells: [text(name), ...values] })) }],
  };
}

function spectrumSheet({ spectrum }: HessianOutput): Sheet {
  const probed = spectrum.method === "lanczos";
  const most = Math.max(...spectrum.bins.map(({ share }) => share.value));
  const rows = spectrum.bins.map(({ low, high, share }) => ({
    cells: [
      number(low, 5),
      number(high, 5),
      ...(probed ? cells(share, true) : [number(share.value, 4)]),
      text("#".repeat(Math.round((BAR * Math.max(0, share.value)) / most))),
    ],
  }));
  return {
    columns: [
      { title: "from", tex: "from", align: "decimal" },
      { title: "to", tex: "to", align: "decimal" },
      { title: "share", tex: "share", align: "decimal" },
      ...(probed ? errorColumns : []),
      { title: "", tex: null, align: "left" },
    ],
    groups: [{ title: null, rows }],
  };
}

function remarks({ risk, spectrum, probesAsked }: HessianOutput): readonly string[] {
  const probed = spectrum.method === "lanczos";
  return [
    probed
      ? `${spectrum.probes} probes of ${spectrum.steps} steps. An eigenvalue lies within "quadrature" of the least and the greatest; magnitudes up to ${spectrum.threshold.toPrecision(2)} are not resolved and count as zero. Quadrature: for traces the difference to half the steps, for shares a bound.`
      : `All eigenvalues; magnitudes up to ${spectrum.threshold.toPrecision(2)} count as zero.`,
    ...(probed && spectrum.probes < probesAsked ? [`${probesAsked} probes were asked for.`] : []),
    ...(risk.kinks > 0 ? [`${risk.kinks} units or outputs sit at a kink: the risk may have no Hessian here.`] : []),
  ];
}

/** As text of at most 100 columns; `quiet`: tables only. */
export function hessianText(output: HessianOutput, { quiet = false } = {}): string {
  const { name, samples, loss, activation, risk, files } = output;
  const tables = [factsSheet(output), spectrumSheet(output)].map((sheet) =>
    renderTable(sheet, { width: WIDTH, quiet }),
  );
  if (quiet) return tables.join("\n");
  const head = `Hessian of ${name}: ${risk.parameters} parameters, ${samples} samples, ${loss} loss, ${activation}.`;
  const notes = remarks(output).map((note) => wrap(note, WIDTH).join("\n"));
  return [
    `${wrap(printable(head), WIDTH).join("\n")}\n`,
    ...tables,
    `${[...notes, ...files.map((file) => `wrote ${printable(file)}`)].join("\n")}\n`,
  ].join("\n");
}

/** What schema/output.schema.json describes. */
export function hessianJson({ name, samples, loss, activation, risk, facts, spectrum, files }: HessianOutput): object {
  return {
    ...{ network: name, parameters: risk.parameters, samples, loss, activation },
    ...{ risk: risk.risk, gradientNorm: risk.gradientNorm, kinks: risk.kinks, spectrum, files },
    facts: facts && {
      ...{ trace: facts.trace, frobenius: facts.frobenius, operatorNorm: facts.operatorNorm },
      ...{ negative: facts.negative, zero: facts.zero, positive: facts.positive, threshold: facts.threshold },
      ...{ lambda0: facts.largestSampleNorm, bound: facts.bound, printedBound: facts.printedBound },
      ...{ eigenvalues: facts.eigenvalues, error: facts.error },
    },
  };
}

/** The density of the spectrum with two standard errors. */
export function hessianPlot(output: HessianOutput, metadata: Plot["metadata"]): Plot {
  const { bins, method, probes, steps } = output.spectrum;
  const densities = bins.map(({ low, high, share }) => {
    const error = 2 * share.standardError + share.quadratureError;
    return { low, high, value: share.value / (high - low), error: error / (high - low) };
  });
  const line = densities.map(({ low, value }) => [low, value] as const);
  const last = densities.at(-1)!;
  const band = densities.flatMap(({ low, high, value, error }) => [
    [low, Math.max(0, value - error), value + error] as const,
    [high, Math.max(0, value - error), value + error] as const,
  ]);
  const how =
    method === "dense"
      ? "All eigenvalues."
      : `${probes} probes of ${steps} steps; the band is two standard errors and the quadrature's.`;
  return {
    title: "Spectrum of the Hessian",
    caption: `${output.risk.parameters} parameters, ${output.samples} samples, ${output.loss} loss, ${output.activation}. ${how}`,
    columns: 1,
    panels: [
      {
        title: "",
        x: { label: "eigenvalue" },
        y: { label: "density" },
        marks: [
          ...(method === "dense" ? [] : [{ kind: "band" as const, colour: 0, points: band }]),
          { kind: "step", colour: 0, points: [...line, [last.high, last.value]] },
        ],
      },
    ],
    metadata,
  };
}

/** Density and eigenvalues, as pictures. */
import type { Mark, Plot, Point } from "../../../experiments/plot.js";
import { showError, showNumber, showValue } from "../../../render/number.js";
import type { Band } from "../../../theory/landscape/dyson/spectrum/findBands.js";
import type { SpectralAtom } from "../../../theory/landscape/dyson/spectrum/spectralAtoms.js";
import type { Bin, SampledSpectrum } from "./eigenvaluesTask.js";
import type { DensityPoint } from "./spectralTheory.js";

export interface MatricesPicture {
  readonly name: string;
  readonly points: readonly DensityPoint[];
  readonly bands: readonly Band[];
  readonly atoms: readonly SpectralAtom[];
  readonly sampled: SampledSpectrum | null;
  /** Rows of a sampled matrix. */
  readonly size: number;
}

const DIGITS = 5;
/** Peaks that rise so many times above the middle of the heights are cut: near an edge without a bound they hide all else. */
const PEAK = 6;

const pm = (value: number, error: number): string =>
  `${showValue({ value, error }, 8)} ± ${showError({ value, error })}`;

const pointText = ({ energy, density, error, residual }: DensityPoint): string =>
  `energy ${showNumber(energy, DIGITS)}: density ${pm(density, error)}, residual ${residual.toExponential(0)}`;

function binText({ low, high, share, standardError, mass }: Bin): string {
  const error = Number.isFinite(standardError) ? ` ± ${showNumber(standardError, 2)}` : "";
  return `${showNumber(low, DIGITS)} to ${showNumber(high, DIGITS)}: sampled share ${showNumber(share, DIGITS)}${error}, of the density ${showNumber(mass, DIGITS)}`;
}

/** The top of the picture. */
export function heightOf(points: readonly DensityPoint[]): number {
  const heights = points.map(({ density }) => density).filter((density) => density > 0);
  if (heights.length === 0) return 1;
  const sorted = [...heights].sort((a, b) => a - b);
  return 1.15 * Math.min(sorted.at(-1)!, PEAK * sorted[Math.floor(sorted.length / 2)]!);
}

function histogramMarks({ bins }: SampledSpectrum, top: number): readonly Mark[] {
  const heights = bins.map(({ low, high, share }) => Math.min(top, share / (high - low)));
  const steps = bins.map(({ low }, k): Point => [low, heights[k]!]);
  return [
    {
      ...{ kind: "step", colour: "muted", label: "sampled", width: 1.25 },
      points: [...steps, [bins.at(-1)!.high, heights.at(-1)!]],
      hints: [...bins.map(binText), binText(bins.at(-1)!)],
    },
  ];
}

function edgeMarks(bands: readonly Band[]): readonly Mark[] {
  const edges = bands.flatMap(({ low, high }) => [low, high]);
  if (edges.length === 0) return [];
  return [
    {
      ...{ kind: "points", colour: 2, symbol: "triangle", size: 9, label: "edges" },
      points: edges.map(({ value }) => [value, 0]),
      hints: edges.map(({ value, error }) => `edge at ${pm(value, error)}`),
    },
  ];
}

const atomMarks = (atoms: readonly SpectralAtom[], top: number): readonly Mark[] =>
  atoms.map(({ energy, mass, error }) => {
    const text = `atom at ${showNumber(energy, DIGITS)}: a share ${pm(mass, error)} of the eigenvalues`;
    return {
      ...{ kind: "arrow", colour: 1, width: 2, label: "atom" },
      points: [
        [energy, 0],
        [energy, top * 0.97],
      ],
      hints: [text, text],
    };
  });

/** Neighbours in different bands are not joined: between them the density is 0. */
const densityMark = (points: readonly DensityPoint[], top: number): Mark => ({
  ...{ kind: "line", colour: 0, width: 2, label: "Dyson equation" },
  points: points.map(({ energy, density }) => [energy, Math.min(density, top)]),
  hints: points.map(pointText),
});

const endsOf = (points: readonly DensityPoint[]) => [points[0]!.energy, points.at(-1)!.energy] as const;

/** The density of the matrix Dyson equation, and a histogram of sampled eigenvalues. */
export function densityPlot({ name, points, bands, atoms, sampled, size }: MatricesPicture): Plot {
  const top = heightOf(points);
  const cut = points.some(({ density }) => density > top) || atoms.length > 0;
  const matrices =
    sampled === null ? "" : `Grey: eigenvalues of ${sampled.samples} sampled matrices of about ${size} rows.`;
  return {
    title: `Density of eigenvalues: ${name}`,
    caption: [
      "Line: the solution of the matrix Dyson equation, for matrices of infinite size.",
      ...(matrices === "" ? [] : [matrices]),
      ...(cut ? ["What is higher than the picture is cut."] : []),
    ].join(" "),
    ...{ columns: 1, metadata: {} },
    panels: [
      {
        ...{
          title: "",
          x: { label: "eigenvalue", ...(points.length > 1 && { domain: endsOf(points) }) },
          y: { label: "density", domain: [0, top] },
        },
        marks:
          points.length === 0
            ? []
            : [
                ...(sampled === null ? [] : histogramMarks(sampled, top)),
                densityMark(points, top),
                ...atomMarks(atoms, top),
                ...edgeMarks(bands),
              ],
      },
    ],
  };
}

const SPREAD = 2;

/** What is sampled less what the density has, bin by bin; null for one matrix, which has no errors. */
export function differencePlot({ sampled, size }: MatricesPicture): Plot | null {
  if (sampled === null || sampled.samples < 2) return null;
  const { bins, samples } = sampled;
  const middle = ({ low, high }: Bin) => (low + high) / 2;
  const difference = ({ share, mass }: Bin) => share - mass;
  const [first, last] = [bins[0]!.low, bins.at(-1)!.high];
  return {
    title: "Sampled share minus that of the density",
    caption: `A point a bin, with ${SPREAD} standard errors from ${samples} matrices. Matrices of ${size} rows are not infinite: at order 1/N they differ from the density, most of all at edges and at a centre of symmetry. Ratios and weights are rounded to whole rows.`,
    ...{ columns: 1, metadata: {} },
    panels: [
      {
        ...{ title: "", x: { label: "eigenvalue", domain: [first, last] }, y: { label: "difference of shares" } },
        marks: [
          {
            ...{ kind: "band", colour: "muted", opacity: 0.3 },
            points: bins.map((bin) => [
              ...([
                middle(bin),
                difference(bin) - SPREAD * bin.standardError,
                difference(bin) + SPREAD * bin.standardError,
              ] as const),
            ]),
          },
          {
            ...{ kind: "line", colour: "ink", dash: "dashed", width: 1 },
            points: [
              [first, 0],
              [last, 0],
            ],
          },
          {
            ...{ kind: "points", colour: 0, size: 4 },
            points: bins.map((bin) => [middle(bin), difference(bin)]),
            hints: bins.map((bin) => `${binText(bin)}, difference ${showNumber(difference(bin), 3)}`),
          },
        ],
      },
    ],
  };
}

/** The numbers of the view: the spectrum, moments beside those of samples, and how far the histogram is from the density. */
import type { CsvTable } from "../../../render/csv.js";
import type { Report } from "../../../render/report.js";
import { type Column, error, number, type Sheet, text, value } from "../../../render/sheet.js";
import type { SampledSpectrum } from "./eigenvaluesTask.js";
import type { Ensemble } from "./ensemble.js";
import type { DensityPoint } from "./spectralTheory.js";
import type { WholeSpectrum } from "./wholeSpectrumTask.js";

export interface MatricesNumbers {
  readonly ensemble: Ensemble;
  readonly points: readonly DensityPoint[];
  readonly spectrum: WholeSpectrum | null;
  readonly sampled: SampledSpectrum | null;
  readonly size: number;
  readonly seed: number;
}

const estimate = (of: number, by: number) => ({ value: of, error: by, method: "dyson", evals: 0, converged: true });
const DIGITS = 6;

const column = (title: string, align: Column["align"] = "decimal"): Column => ({ title, tex: title, align });

/** Bands with their edges, and atoms. */
export function spectrumSheet({ bands, bandMasses, atoms, mass, error: of }: WholeSpectrum): Sheet {
  const rows = [
    ...bands.map(({ low, high }, k) => {
      const [from, to] = [low, high].map((edge) => estimate(edge.value, edge.error));
      return {
        cells: [text("band"), value(from!), error(from!), value(to!), error(to!), value(estimate(bandMasses[k]!, of))],
      };
    }),
    ...atoms.map((atom) => {
      return {
        cells: [text("atom"), number(atom.energy, 12), null, null, null, value(estimate(atom.mass, atom.error))],
      };
    }),
  ];
  return {
    columns: [
      ...[column("part", "left"), column("from"), column("± error", "right"), column("to")],
      ...[column("± error of it", "right"), column("share of the eigenvalues")],
    ],
    groups: [{ title: null, rows }],
    remarks: [`Mass of bands and atoms together: ${mass.toFixed(9)} ± ${of.toExponential(0)}.`],
  };
}

/** By how many standard errors. */
const z = (difference: number, standardError: number): number | null =>
  Number.isFinite(standardError) && standardError > 0 ? difference / standardError : null;

/** Of the largest eigenvalue to that power: what a moment that is 0 by symmetry leaves. */
const ROUNDING = 1e-13;

const names = ["mean", "mean square", "mean cube", "mean fourth power"];

export function momentsSheet(sampled: Pick<SampledSpectrum, "moments" | "least" | "greatest">): Sheet {
  const { moments, least, greatest } = sampled;
  const largest = Math.max(-least, greatest);
  return {
    columns: [
      column("of the eigenvalues", "left"),
      column("theory"),
      column("sampled"),
      column("± s.e.", "right"),
      column("z"),
    ],
    groups: [
      {
        title: null,
        rows: moments.map(({ power, theory, mean, standardError }) => {
          const rounding = ROUNDING * largest ** power;
          if (Math.abs(mean) <= rounding && Math.abs(theory) <= rounding) {
            return { cells: [text(names[power - 1]!), number(0), number(0), null, null] };
          }
          const away = z(mean - theory, standardError);
          return {
            cells: [
              text(names[power - 1]!),
              number(theory, DIGITS),
              number(mean, DIGITS),
              Number.isFinite(standardError) ? number(standardError, 2) : null,
              away === null ? null : number(away, 2),
            ],
          };
        }),
      },
    ],
    remarks: [
      "z: the difference in standard errors between matrices. Finite matrices differ from infinite ones at order 1/N: z grows with the number of matrices, and twice the rows halve the difference.",
    ],
  };
}

/** How far the histogram is from the density, in words. */
export function distanceText(
  { distance, halfDistance, betweenHalves, samples }: SampledSpectrum,
  fails: boolean,
): string {
  const far = `The histogram of ${samples} ${samples === 1 ? "matrix" : "matrices"} is ${distance.toFixed(4)} from the density (L1: the sum of all |share - mass|, 2 at most).`;
  if (halfDistance === null || betweenHalves === null) return far;
  const halves = `Half of the matrices are ${halfDistance.toFixed(4)} from the density and ${betweenHalves.toFixed(4)} from the other half`;
  const ratio = halfDistance / betweenHalves;
  if (ratio > 2) {
    const why = fails
      ? "as it must be here: mean and covariance alone do not give this spectrum"
      : "more than chance explains: infinite size is far away here";
    return `${far} ${halves}: ${why}.`;
  }
  return `${far} ${halves}: chance alone would make the first about 0.7 times the second.`;
}

/** The density, and under it the histogram, in one table. */
function csvOf({ points, sampled }: MatricesNumbers): CsvTable {
  return {
    header: ["kind", "energy", "density", "error", "residual", "bin_low", "bin_high", "share", "share_se", "mass"],
    rows: [
      ...points.map(({ energy, density, error: of, residual }) => [
        ...["density", energy, density, of, residual],
        ...[null, null, null, null, null],
      ]),
      ...(sampled?.bins ?? []).map(({ low, high, share, standardError, mass }) => [
        ...["histogram", null, null, null, null, low, high],
        ...[share, Number.isFinite(standardError) ? standardError : null, mass],
      ]),
    ],
  };
}

export function matricesReport(numbers: MatricesNumbers): Report {
  const { spectrum, sampled, ensemble, points, size, seed } = numbers;
  return {
    sheet: () =>
      sampled !== null
        ? momentsSheet(sampled)
        : spectrum !== null
          ? spectrumSheet(spectrum)
          : { columns: [], groups: [] },
    csv: () => csvOf(numbers),
    json: () => {
      const { sums: _, ...told } = sampled ?? { sums: null };
      const whole = spectrum === null ? null : (({ points: _, ...rest }: WholeSpectrum) => rest)(spectrum);
      return { ensemble, seed, size, density: points, spectrum: whole, sampled: sampled === null ? null : told };
    },
  };
}

/** `theoria dyson`: the density of an ensemble, one energy a row, and its spectrum as a whole. */
import type { Plot } from "../experiments/plot.js";
import type { DysonSolution } from "../theory/landscape/dyson/dysonSolution.js";
import type { SpectralDistribution } from "../theory/landscape/dyson/spectrum/spectralDistribution.js";
import type { SupportBound } from "../theory/landscape/dyson/spectrum/supportBound.js";
import { showNumber } from "./number.js";
import type { Report } from "./report.js";
import { type Column, error, number, type Sheet, text, value } from "./sheet.js";

export interface DysonOutput {
  readonly ensemble: string;
  /** Rows of the equation, or blocks. */
  readonly size: number;
  readonly structure: "diagonal" | "matrix";
  readonly points: readonly DysonSolution[];
  readonly support: SupportBound;
  /** m_0, m_1, ... */
  readonly moments: readonly number[];
  /** null where it was left out. */
  readonly spectrum: SpectralDistribution | null;
}

const columns: readonly Column[] = [
  { title: "energy", tex: "$E$", align: "decimal" },
  { title: "density", tex: "$\\rho(E)$", align: "decimal" },
  { title: "± error", tex: null, align: "right" },
  { title: "residual", tex: "residual", align: "right" },
  { title: "stability", tex: "stability", align: "right", drops: true },
  { title: "iterations", tex: "iterations", align: "right" },
];

const verdict: Column = { title: "", tex: null, align: "left" };

const estimateOf = ({ density, error: of, iterations, converged }: DysonSolution) => ({
  value: density,
  error: of,
  method: "dyson",
  evals: iterations,
  converged,
});

const numbers = (values: readonly number[], digits: number): string =>
  values.map((of) => showNumber(of, digits)).join(", ");

function remarks({ support, moments, spectrum }: DysonOutput): string[] {
  const bound = `The support lies within [${numbers([support.low, support.high], 8)}], A's spectrum and 2 ||S||^(1/2) = ${showNumber(support.halfwidth, 8)} around it.`;
  const own = `Moments m_0, m_1, ...: ${numbers(moments, 10)}.`;
  if (spectrum === null)
    return [bound, own, "Edges, atoms and mass are left out above 100 unknowns; --bands computes them."];
  const { bands, atoms, mass, error: of } = spectrum;
  const intervals = bands.map(({ low, high }) => `[${numbers([low.value, high.value], 12)}]`).join(", ");
  return [
    bound,
    bands.length === 0 ? "There is no continuous part." : `Support of the density: ${intervals}.`,
    atoms.length === 0
      ? "No atoms were found."
      : `Atoms: ${atoms.map((atom) => `${showNumber(atom.mass, 10)} at ${showNumber(atom.energy, 10)}`).join(", ")}.`,
    `Mass ${showNumber(mass, 12)} ± ${of.toExponential(0)}, from the density and the atoms.`,
    ...(spectrum.converged
      ? []
      : ["It is not 1: a band or an atom is missing, or the density is too singular to integrate."]),
    own,
  ];
}

function sheet(output: DysonOutput): Sheet {
  const isWhole = output.points.every(({ converged }) => converged);
  const rows = output.points.map((point) => ({
    cells: [
      number(point.energy),
      Number.isFinite(point.density) ? value(estimateOf(point)) : number(point.density),
      Number.isFinite(point.density) ? error(estimateOf(point)) : null,
      text(point.residual.toExponential(0)),
      text(Number.isFinite(point.stability) ? point.stability.toExponential(0) : "∞"),
      number(point.iterations),
      ...(isWhole ? [] : [text(point.converged ? "" : "not converged")]),
    ],
  }));
  return {
    columns: isWhole ? columns : [...columns, verdict],
    groups: [{ title: null, rows }],
    remarks: remarks(output),
  };
}

const pointJson = ({ diagonal: _, G: __, ...point }: DysonSolution) => point;

function json({ points, spectrum, ...rest }: DysonOutput): object {
  const whole =
    spectrum === null
      ? { bands: null, atoms: null, mass: null }
      : {
          bands: spectrum.bands,
          atoms: spectrum.atoms,
          mass: { value: spectrum.mass, error: spectrum.error, converged: spectrum.converged },
        };
  return { ...rest, points: points.map(pointJson), ...whole };
}

export function dysonReport(output: DysonOutput): Report {
  return {
    sheet: () => sheet(output),
    csv: () => ({
      header: [
        "energy",
        "eta",
        "density",
        "error",
        "residual",
        "stability",
        "iterations",
        "converged",
        "trace_re",
        "trace_im",
      ],
      rows: output.points.map((point) => [
        point.energy,
        point.eta,
        point.density,
        point.error,
        point.residual,
        point.stability,
        point.iterations,
        String(point.converged),
        ...point.trace,
      ]),
    }),
    json: () => json(output),
  };
}

/** The density as a picture; atoms and energies that are none of it are left out. */
export function dysonPlot(
  { ensemble, points, spectrum }: DysonOutput,
  metadata: Readonly<Record<string, string>>,
): Plot {
  const drawn = [...points].filter(({ density }) => Number.isFinite(density)).sort((a, b) => a.energy - b.energy);
  const edges = (spectrum?.bands ?? []).flatMap(({ low, high }) => [low.value, high.value]);
  const inside = edges.filter((edge) => edge >= (drawn[0]?.energy ?? 0) && edge <= (drawn.at(-1)?.energy ?? 0));
  const line = [
    ...drawn.map(({ energy, density }) => [energy, density] as const),
    ...inside.map((edge) => [edge, 0] as const),
  ];
  line.sort((a, b) => a[0] - b[0]);
  const atoms = (spectrum?.atoms ?? []).map(
    ({ energy, mass }) => `An atom of mass ${showNumber(mass, 6)} at ${showNumber(energy, 6)} is not drawn.`,
  );
  return {
    title: `Density of eigenvalues: ${ensemble}`,
    caption: ["Solution of the matrix Dyson equation on the real axis.", ...atoms].join(" "),
    columns: 1,
    panels: [
      {
        title: "",
        x: { label: "energy" },
        y: { label: "density" },
        marks: [{ kind: "line", points: line, colour: 0 }],
      },
    ],
    metadata,
  };
}

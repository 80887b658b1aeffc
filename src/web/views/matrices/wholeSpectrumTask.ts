/** The spectrum of an ensemble as a whole: up to a second, so that it is not computed while a slider moves. */
import type { Band } from "../../../theory/landscape/dyson/spectrum/findBands.js";
import type { SpectralAtom } from "../../../theory/landscape/dyson/spectrum/spectralAtoms.js";
import type { TaskContext } from "../../engine/task.js";
import { binEdges, edgeSteps } from "./energies.js";
import type { Ensemble } from "./ensemble.js";
import { ensembleTheory } from "./ensembleTheory.js";
import type { DensityPoint } from "./spectralTheory.js";

export interface SpectrumQuestion {
  readonly ensemble: Ensemble;
  /** Rows of the matrices that are counted in the bins. */
  readonly size: number;
}

/** What sampled matrices are held against. */
export interface Expected {
  /** Ends of the bins. */
  readonly edges: readonly number[];
  /** Shares of the density and its atoms in them. */
  readonly masses: readonly number[];
  /** m_0 .. m_4. */
  readonly moments: readonly number[];
}

export interface WholeSpectrum {
  readonly bands: readonly Band[];
  /** Their shares of the eigenvalues, without those of atoms. */
  readonly bandMasses: readonly number[];
  readonly atoms: readonly SpectralAtom[];
  /** Of bands and atoms: 1, within the error. */
  readonly mass: number;
  readonly error: number;
  /** The density in the bands, dense at their edges. */
  readonly points: readonly DensityPoint[];
  readonly expected: Expected;
}

const MOMENTS = 4;

/** Shows it in one piece. @throws TheoryError as the ensembles do. */
export async function wholeSpectrumTask(
  { ensemble, size }: SpectrumQuestion,
  { show }: TaskContext<WholeSpectrum>,
): Promise<null> {
  const theory = ensembleTheory(ensemble);
  const { bands, atoms, mass, error, cumulative } = theory.spectrum();
  const bandMasses = bands.map(({ low, high }) => {
    const own = atoms.filter(({ energy }) => energy > low.value && energy <= high.value);
    return cumulative(high.value) - cumulative(low.value) - own.reduce((sum, atom) => sum + atom.mass, 0);
  });
  const edges = binEdges(theory.range, size);
  const below = edges.map(cumulative);
  const masses = below.slice(1).map((value, k) => value - below[k]!);
  const points = theory.densities(bands.flatMap(edgeSteps)).filter(({ density }) => Number.isFinite(density));
  const expected = { edges, masses, moments: theory.moments(MOMENTS) };
  await show({ bands, bandMasses, atoms, mass, error, points, expected });
  return null;
}

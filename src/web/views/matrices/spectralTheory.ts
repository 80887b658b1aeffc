/** What theory says of the eigenvalues of an ensemble. */
import type { Band } from "../../../theory/landscape/dyson/spectrum/findBands.js";
import type { SpectralAtom } from "../../../theory/landscape/dyson/spectrum/spectralAtoms.js";

export interface DensityPoint {
  readonly energy: number;
  readonly density: number;
  /** Of the density, absolute. */
  readonly error: number;
  readonly residual: number;
}

export interface EnsembleSpectrum {
  readonly bands: readonly Band[];
  readonly atoms: readonly SpectralAtom[];
  /** Of both: 1, within the error. */
  readonly mass: number;
  readonly error: number;
  readonly cumulative: (energy: number) => number;
}

export interface EnsembleTheory {
  /** The spectrum lies within, for large matrices. */
  readonly range: readonly [number, number];
  /** Ascending energies are quickest: neighbours start each other. */
  readonly densities: (energies: readonly number[]) => readonly DensityPoint[];
  readonly spectrum: () => EnsembleSpectrum;
  /** m_0 .. m_count. */
  readonly moments: (count: number) => readonly number[];
}

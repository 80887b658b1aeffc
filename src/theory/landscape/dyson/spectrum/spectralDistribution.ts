import { assertAbove, assertInteger, domainError } from "../../../../numeric/domain.js";
import type { Estimate } from "../../../../numeric/estimate.js";
import { findRoot } from "../../../../numeric/root.js";
import { assertShapes, callable, modest, optionsOf } from "../../../../numeric/shape.js";
import type { DysonEquation } from "../dysonEquation.js";
import { equationShape } from "../shapes.js";
import { scaleOf } from "../solver/scaleOf.js";
import { dysonSweep } from "../solver/solveDyson.js";
import { type BandDensity, bandDensity } from "./bandDensity.js";
import { deformedEdges } from "./deformedEdges.js";
import { type Band, findBands } from "./findBands.js";
import { type SpectralAtom, spectralAtoms } from "./spectralAtoms.js";

export interface SpectralDistributionOptions {
  /** Energies of the scan for bands; it doubles up to four times while mass is missing. Default 200. */
  readonly points?: number;
  /** Of the mass; default 1e-12. */
  readonly tolerance?: number;
}

export interface SpectralDistribution {
  /** Intervals where the density is positive, ascending; those that touch meet at a cusp. */
  readonly bands: readonly Band[];
  readonly atoms: readonly SpectralAtom[];
  /** Of bands and atoms together: 1. */
  readonly mass: number;
  /** Of masses and of the cumulative, absolute: quadrature, and what is missing to 1. */
  readonly error: number;
  /** The error is at most 1e-5, or ten tolerances. */
  readonly converged: boolean;
  /** P(eigenvalue <= energy). */
  readonly cumulative: (energy: number) => number;
  /** The smallest energy with cumulative >= p, 0 < p < 1. */
  readonly quantile: (p: number) => number;
  /** int f(x) rho(x) dx, atoms included; the error is for functions of size 1. */
  readonly average: (f: (x: number) => number) => Estimate;
  /** int x^k rho(x) dx; k from 0 to 200. dysonMoments has them without integrals. */
  readonly moment: (k: number) => Estimate;
}

/**
 * The whole spectrum: bands with their edges, atoms, masses, cumulative and quantiles, by integrating the density.
 *
 * Edges of A + semicircle are exact (deformedEdges), others bisected to 1e-12 of the scale (1e-9 where Newton's systems are too large).
 * Atoms are looked for at 0 and at up to 20 eigenvalues of A: where mass is missing, `converged` says so.
 * Accuracy: `error`; rounding for bands that end in square roots, 1e-8 at cusps and where bands lie on top of each other, 1e-2 where the
 * density is infinite.
 * @throws TheoryError "domain".
 */
export function spectralDistribution(
  equation: DysonEquation,
  options: SpectralDistributionOptions = {},
): SpectralDistribution {
  assertShapes(
    { equation: equationShape, options: optionsOf({ points: modest, tolerance: modest }) },
    { equation, options },
  );
  const { points = 200, tolerance = 1e-12 } = options;
  assertInteger("points", points, 20, 10_000);
  assertAbove("tolerance", tolerance, 0);
  const atoms = spectralAtoms(equation);
  const atomMass = atoms.reduce((sum, { mass }) => sum + mass, 0);
  for (let attempt = 0; ; attempt++) {
    const parts = bandsOf(equation, points * 2 ** attempt, tolerance);
    const mass = atomMass + parts.reduce((sum, part) => sum + part.mass, 0);
    const errors = [...parts, ...atoms].reduce((sum, { error }) => sum + error, 0);
    const missing = Math.abs(1 - mass);
    const isExact = equation.selfEnergy.isScalar;
    if (missing <= Math.max(1e-9, tolerance, errors) || attempt === 4 || isExact) {
      return distribution(parts, atoms, mass, { error: Math.max(errors, missing), tolerance });
    }
  }
}

function bandsOf(equation: DysonEquation, points: number, tolerance: number): BandDensity[] {
  const sweep = dysonSweep(equation, { tolerance: 1e-12 });
  const { isScalar, norm, size, structure, weights } = equation.selfEnergy;
  const large = structure === "matrix" && size > 20;
  const rules = { tolerance, maxPanels: large ? 10 : 150 };
  if (norm === 0) return [];
  const width = (large ? 1e-9 : 1e-12) * scaleOf(equation);
  const bands = isScalar ? exactBands(equation, weights) : findBands(equation, points, width);
  return bands.map((band) => bandDensity(sweep, band, rules));
}

function exactBands({ selfEnergy, mean }: DysonEquation, weights: readonly number[]): Band[] {
  const edges = deformedEdges(Array.from(mean.re), { weights, variance: selfEnergy.norm });
  return edges.flatMap((low, i) => (i % 2 === 0 ? [{ low, high: edges[i + 1]! }] : []));
}

function distribution(
  parts: readonly BandDensity[],
  atoms: readonly SpectralAtom[],
  mass: number,
  { error, tolerance }: { readonly error: number; readonly tolerance: number },
): SpectralDistribution {
  const converged = error <= Math.max(1e-5, 10 * tolerance);
  const cumulative = (energy: number): number => {
    modest("energy", energy);
    const heavy = atoms.reduce((sum, atom) => sum + (atom.energy <= energy ? atom.mass : 0), 0);
    return parts.reduce((sum, { band, mass: whole, cumulative: of }) => {
      if (energy <= band.low.value) return sum;
      return sum + (energy >= band.high.value ? whole : of(energy));
    }, heavy);
  };
  const average = (f: (x: number) => number): Estimate => {
    assertShapes({ f: callable }, { f });
    let value = atoms.reduce((sum, atom) => sum + atom.mass * f(atom.energy), 0);
    let evals = atoms.length;
    for (const { energies, weights } of parts) {
      evals += energies.length;
      for (let j = 0; j < energies.length; j++) value += weights[j] * f(energies[j]);
    }
    if (Number.isFinite(value)) return { value, error, method: "quadrature", evals, converged };
    throw domainError("f", "a function that is not finite on the spectrum", "finite values there", "Repair it.");
  };
  return {
    bands: parts.map(({ band }) => band),
    atoms,
    mass,
    error,
    converged,
    cumulative,
    quantile: (p) => quantileOf(p, cumulative, parts, atoms),
    average,
    moment: (k) => {
      assertInteger("k", k, 0, 200);
      const reach = Math.max(...parts.flatMap(({ band }) => [Math.abs(band.low.value), Math.abs(band.high.value)]), 1);
      const whole = average((x) => x ** k);
      return { ...whole, error: error * reach ** k };
    },
  };
}

function quantileOf(
  p: number,
  cumulative: (energy: number) => number,
  parts: readonly BandDensity[],
  atoms: readonly SpectralAtom[],
): number {
  modest("p", p);
  if (!(p > 0 && p < 1)) throw domainError("p", p, "a number strictly between 0 and 1", "Pass a probability.");
  const marks = [
    ...parts.flatMap(({ band }) => [band.low.value, band.high.value]),
    ...atoms.map(({ energy }) => energy),
  ];
  marks.sort((a, b) => a - b);
  const last = marks.at(-1);
  if (last === undefined) throw domainError("p", p, "a probability of a spectrum with mass", "This one has none.");
  const next = marks.findIndex((mark) => cumulative(mark) >= p);
  // rounding leaves the total below p
  if (next < 0) return last;
  const [below, above] = [marks[next - 1], marks[next]!];
  const jump = atoms.find(({ energy }) => energy === above)?.mass ?? 0;
  if (below === undefined || cumulative(above) - jump < p) return above;
  return findRoot((energy) => cumulative(energy) - p, below, above, {
    relativeTolerance: 1e-14,
    absoluteTolerance: 1e-15,
  }).root;
}

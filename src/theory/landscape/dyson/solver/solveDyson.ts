import { assertInteger, domainError } from "../../../../numeric/domain.js";
import { type ComplexArray, complexArray, copyInto } from "../../../../numeric/linearAlgebra/complexMatrices.js";
import { assertShapes, fromZero, modest, oneOf, optionsOf } from "../../../../numeric/shape.js";
import type { DysonEquation } from "../dysonEquation.js";
import type { DysonOptions, DysonSolution } from "../dysonSolution.js";
import { equationShape } from "../shapes.js";
import { userMatrix } from "../userMatrix.js";
import { type Accuracy, accuracyOf } from "./accuracy.js";
import { certificate } from "./certificate.js";
import { componentsOf } from "./components.js";
import { continueTo, type Target } from "./continuation.js";
import type { Found } from "./found.js";
import { newton } from "./newton.js";
import { type Normalised, normalised } from "./normalised.js";
import { oneUnknown } from "./oneUnknown.js";
import type { DysonProblem } from "./problem.js";
import { problemOf } from "./problemOf.js";
import { combineInto, largest } from "./states.js";
import { together } from "./together.js";

/** Of a density at the smallest eta: it counts as the limit. */
const NEGLIGIBLE = 1e-9;

/** Solves at one energy after the other; each starts from the last. */
export type DysonSweep = (energy: number) => DysonSolution;

/**
 * Solves -G^{-1} = z - A + S[G], Im G > 0, at z = energy + i eta; at eta = 0, the default, its limit from above.
 *
 * One unknown is a quadratic. Else Newton's method with eta halved from 4 scales downwards, or Anderson's with averaged steps for large matrices; see DysonOptions. Rows
 * that neither A nor S connects are solved alone. On the real axis the solution is certified: of all solutions it is the limit from above
 * (see `converged`).
 * Accuracy: `error`. Against the semicircle, Marchenko-Pastur and a cubic at 3000 energies: below 4e-15 in the bulk, within `error` up to
 * the edges. Atoms have density Infinity.
 *
 * Source: eq. (9), (10) of the S-System paper; J. W. Helton, R. Rashidi Far, R. Speicher, IMRN 2007 (uniqueness).
 * @throws TheoryError "domain" for an energy or option outside its domain.
 */
export function solveDyson(equation: DysonEquation, energy: number, options: DysonOptions = {}): DysonSolution {
  return dysonSweep(equation, options)(energy);
}

/** solveDyson for a list of energies, each starting from the last; best in order. */
export function dysonDensity(
  equation: DysonEquation,
  energies: readonly number[],
  options: DysonOptions = {},
): readonly DysonSolution[] {
  assertEnergies(energies);
  const sweep = dysonSweep(equation, options);
  return energies.map((energy) => sweep(energy));
}

function assertEnergies(energies: readonly number[]): void {
  if (Array.isArray(energies) || (energies as unknown) instanceof Float64Array) return;
  throw domainError("energies", typeof energies, "a list of numbers", "Pass a list of numbers.");
}

/** The same one at a time: remembers its last solution. */
export function dysonSweep(equation: DysonEquation, options: DysonOptions = {}): DysonSweep {
  assertShapes(
    {
      equation: equationShape,
      options: optionsOf({
        eta: fromZero,
        method: oneOf("newton", "anderson", "averaged", "plain"),
        tolerance: modest,
        maxIterations: modest,
      }),
    },
    { equation, options },
  );
  const components = componentsOf(equation);
  if (components.length === 0) return sweepOf(equation, options);
  const sweeps = components.map((component) => sweepOf(component.equation, options));
  return (energy) =>
    together(
      components,
      sweeps.map((sweep) => sweep(energy)),
    );
}

/** Of an equation that is one component. */
function sweepOf(equation: DysonEquation, options: DysonOptions): DysonSweep {
  const own = normalised(equation);
  const problem = problemOf(own.equation);
  const settings = settingsOf(problem, options, own.unit);
  const isQuadratic = problem.length === 1 && options.method === undefined;
  let last: Last | null = null;
  return (energy) => {
    modest("energy", energy);
    const target = { ...settings, energy: (energy - own.centre) / own.unit };
    const found =
      (isQuadratic ? oneUnknown(own.equation, problem, target) : null) ??
      settled(problem, target, predicted(problem, last, target.energy));
    const accuracy = accuracyOf(problem, target, found);
    const isStart = found.certified && found.atom === 0 && found.eta === settings.eta;
    last = isStart ? { G: found.G, energy: target.energy, derivative: accuracy.derivative } : null;
    const eta = found.eta === settings.eta ? (options.eta ?? 0) : found.eta * own.unit;
    return { ...solutionOf(own, problem, target, found, accuracy), energy, eta };
  };
}

interface Last {
  readonly G: ComplexArray;
  readonly energy: number;
  readonly derivative: ComplexArray | null;
}

/** Where to start: the last solution, moved to the new energy to first order where that is a small step. */
function predicted({ length }: DysonProblem, last: Last | null, energy: number): ComplexArray | null {
  if (last?.derivative == null) return last?.G ?? null;
  const step = energy - last.energy;
  if (largest(last.derivative) * Math.abs(step) > 0.2 * largest(last.G)) return last.G;
  const out = complexArray(length);
  combineInto(last.G, step, last.derivative, out);
  return out;
}

/** What is asked for, eta in units of the problem. */
function settingsOf(problem: DysonProblem, options: DysonOptions, unit: number): Omit<Target, "energy"> {
  const { eta = 0, tolerance = 1e-13 } = options;
  modest("eta", eta);
  if (!(tolerance >= 1e-15 && tolerance <= 1e-2)) {
    throw domainError("tolerance", tolerance, "a number from 1e-15 to 0.01", "1e-13 is the default.");
  }
  const method = options.method ?? (problem.prefersNewton ? "newton" : "anderson");
  const simple = method === "plain" || method === "averaged";
  const standard = simple ? Math.max(100, Math.min(1e6, Math.floor(2e10 / problem.cost))) : 2000;
  const { maxIterations = standard } = options;
  assertInteger("maxIterations", maxIterations, 1, 1e8);
  return { eta: eta / unit, tolerance, method, maxIterations };
}

/** Of Im G against G: what rounding leaves of it outside the support, and at cusps, where G moves by the cube root of a roundoff. */
const [ROUNDING, CUSP] = [1e-6, 1e-3];
/** Of 1 - C_G S: between a cusp and what is none. */
const [SUSPECT, SINGULAR] = [1e7, 1e9];

/** What was found; outside the support, and at cusps, without the rounding that is left of its imaginary part. */
function settled(problem: DysonProblem, target: Target, start: ComplexArray | null): Found {
  const found = continueTo(problem, target, start);
  if (target.eta > 0 || found.eta > 0 || found.densityError !== null) return found;
  const real = complexArray(problem.length);
  const imaginary = complexArray(problem.length);
  problem.hermitianPart(found.G, real);
  combineInto(found.G, -1, real, imaginary);
  const share = largest(imaginary) / largest(real);
  if (share > CUSP || (share > ROUNDING && certificate(problem, found.G, 0).stability < SUSPECT)) return found;
  const rules = { maxSteps: share > ROUNDING ? 80 : 3, staysPositive: false };
  const { residual, iterations } = newton(problem, target.energy, 0, real, rules);
  problem.hermitianPart(real, imaginary);
  if (!(residual <= Math.max(2e-15, found.residual))) return found;
  // beside a cusp there is a real solution too, but a regular one
  if (share > ROUNDING && certificate(problem, imaginary, 0).stability < SINGULAR) return found;
  copyInto(imaginary, real);
  const { certificate: _, ...rest } = found;
  return { ...rest, G: real, residual, iterations: found.iterations + iterations };
}

/** In the user's units, of densities and G those of 1/energy; energy and eta are left to the caller. */
function solutionOf(
  { equation, unit }: Normalised,
  problem: DysonProblem,
  target: Target,
  found: Found,
  { stability, error }: Accuracy,
): Omit<DysonSolution, "energy" | "eta"> {
  const { residual, iterations, certified, atom } = found;
  const G = complexArray(problem.length);
  combineInto(G, 1 / unit, found.G, G);
  const [re, im] = problem.trace(G);
  const { size, structure } = equation.selfEnergy;
  const step = structure === "diagonal" ? 1 : size + 1;
  const diagonal = {
    re: Array.from({ length: size }, (_, i) => G.re[i * step]),
    im: Array.from({ length: size }, (_, i) => G.im[i * step]),
  };
  const shared = { residual, iterations, diagonal };
  const whole = structure === "diagonal" ? null : userMatrix(G, size);
  if (atom > 0) {
    const infinite = { density: Number.POSITIVE_INFINITY, stability: Number.POSITIVE_INFINITY, error: 0 };
    return { ...shared, ...infinite, trace: [re, Number.POSITIVE_INFINITY], converged: true, G: whole };
  }
  const reached = found.eta === target.eta || error <= NEGLIGIBLE;
  const converged = certified && reached && residual <= target.tolerance;
  const density = Math.max(0, im) / Math.PI;
  return { ...shared, density, trace: [re, im], stability, error: error / unit, converged, G: whole };
}

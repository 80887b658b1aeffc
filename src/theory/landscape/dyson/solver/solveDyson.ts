import { type ComplexArray, complexArray, copyInto } from "../../../../numeric/linearAlgebra/complexMatrices.js";
import { assertShapes, fromZero, modest, oneOf, optionsOf } from "../../../../numeric/shape.js";
import { assertInteger, domainError } from "../../../../numeric/domain.js";
import type { DysonEquation } from "../dysonEquation.js";
import type { DysonOptions, DysonSolution } from "../dysonSolution.js";
import { equationShape } from "../shapes.js";
import { certificate } from "./certificate.js";
import { continueTo, type Found, type Target } from "./continuation.js";
import { newton } from "./newton.js";
import type { DysonProblem } from "./problem.js";
import { problemOf } from "./problemOf.js";
import { DENSE_UNKNOWNS } from "./stabilityOperator.js";
import { combineInto, euclidean, largest } from "./states.js";
import { userMatrix } from "../userMatrix.js";

/** Of a density at the smallest eta: it counts as the limit. */
const NEGLIGIBLE = 1e-9;

/** Solves at one energy after the other; each starts from the last. */
export type DysonSweep = (energy: number) => DysonSolution;

/**
 * Solves -G^{-1} = z - A + S[G], Im G > 0, at z = energy + i eta; at eta = 0, the default, its limit from above.
 *
 * Newton's method with eta halved from 4 scales downwards, or Anderson's with averaged steps for large matrices; see DysonOptions. On the
 * real axis the solution is certified: of all solutions it is the limit from above (see `converged`).
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
  const problem = problemOf(equation);
  const settings = settingsOf(problem, options);
  let start: ComplexArray | null = null;
  return (energy) => {
    modest("energy", energy);
    const found = settled(problem, { ...settings, energy }, start);
    start = found.certified && found.atom === 0 && found.eta === settings.eta ? found.G : null;
    return solutionOf(equation, problem, { ...settings, energy }, found);
  };
}

function settingsOf(problem: DysonProblem, options: DysonOptions): Omit<Target, "energy"> {
  const { eta = 0, tolerance = 1e-13 } = options;
  modest("eta", eta);
  if (!(tolerance >= 1e-15 && tolerance <= 1e-2)) {
    throw domainError("tolerance", tolerance, "a number from 1e-15 to 0.01", "1e-13 is the default.");
  }
  const method = options.method ?? (problem.unknowns <= DENSE_UNKNOWNS ? "newton" : "anderson");
  if (method === "newton" && problem.unknowns > 4 * DENSE_UNKNOWNS) {
    const remedy = 'Leave "method" out, or pass "anderson".';
    throw domainError("method", method, `another one for ${problem.unknowns} unknowns`, remedy);
  }
  const simple = method === "plain" || method === "averaged";
  const standard = simple ? Math.max(100, Math.min(1e6, Math.floor(2e10 / problem.cost))) : 2000;
  const { maxIterations = standard } = options;
  assertInteger("maxIterations", maxIterations, 1, 1e8);
  return { eta, tolerance, method, maxIterations };
}

/** What was found; outside the support without the rounding that is left of its imaginary part. */
function settled(problem: DysonProblem, target: Target, start: ComplexArray | null): Found {
  const found = continueTo(problem, target, start);
  if (target.eta > 0 || found.eta > 0 || found.limitError !== null) return found;
  const real = complexArray(problem.length);
  const imaginary = complexArray(problem.length);
  problem.hermitianPart(found.G, real);
  combineInto(found.G, -1, real, imaginary);
  if (largest(imaginary) > 1e-6 * largest(real)) return found;
  const { residual, iterations } = newton(problem, target.energy, 0, real, { maxSteps: 3, staysPositive: false });
  problem.hermitianPart(real, imaginary);
  if (!(residual <= Math.max(2e-15, found.residual))) return found;
  copyInto(imaginary, real);
  return { ...found, G: real, residual, iterations: found.iterations + iterations };
}

function solutionOf(equation: DysonEquation, problem: DysonProblem, target: Target, found: Found): DysonSolution {
  const { G, eta, residual, iterations, certified, atom } = found;
  const [re, im] = problem.trace(G);
  const { size, structure } = equation.selfEnergy;
  const step = structure === "diagonal" ? 1 : size + 1;
  const diagonal = {
    re: Array.from({ length: size }, (_, i) => G.re[i * step]),
    im: Array.from({ length: size }, (_, i) => G.im[i * step]),
  };
  const shared = { energy: target.energy, eta, residual, iterations, diagonal };
  const whole = structure === "diagonal" ? null : userMatrix(G, size);
  if (atom > 0) {
    const infinite = { density: Number.POSITIVE_INFINITY, stability: Number.POSITIVE_INFINITY, error: 0 };
    return { ...shared, ...infinite, trace: [re, Number.POSITIVE_INFINITY], converged: true, G: whole };
  }
  const { stability, error } = errorOf(problem, target, found);
  const reached = eta === target.eta || error <= NEGLIGIBLE;
  const converged = certified && reached && residual <= target.tolerance;
  return { ...shared, density: Math.max(0, im) / Math.PI, trace: [re, im], stability, error, converged, G: whole };
}

/** Stability x (residual + rounding); where the equation is too far from linear for that, the cube root of a cusp. */
function errorOf(problem: DysonProblem, target: Target, { G, eta, residual, limitError }: Found) {
  const { derivative, stability } = certificate(problem, G, eta);
  if (limitError !== null) return { stability, error: limitError };
  const size = Math.max(largest(G), Number.MIN_VALUE);
  const defect = (residual + 4 * 2 ** -53) * Math.max(1, euclidean(G));
  // Newton-Kantorovich: the second derivative of the resolvent is 2 G S[.] G S[.] G
  const curvature = 2 * size ** 3 * problem.scale ** 4;
  const linear = stability ** 2 * defect * curvature < 0.25;
  const change = linear ? 2 * stability * defect : Math.min(2 * stability * defect, size * (defect / size) ** (1 / 3));
  const left = eta > target.eta ? (derivative === null ? size : Math.min(size, 2 * euclidean(derivative) * (eta - target.eta))) : 0;
  return { stability, error: (problem.traceNorm * change + left) / Math.PI };
}

import { assertAbove, domainError } from "../../../../numeric/domain.js";
import { UNIT_ROUNDOFF } from "../../../../numeric/estimate.js";
import { assertProbabilities } from "../../../../numeric/linearAlgebra/matrixChecks.js";
import type { Vector } from "../../../../numeric/linearAlgebra/vectors.js";
import { findRoot } from "../../../../numeric/root.js";
import { assertShapes, finite, numbers, optionsOf, vector } from "../../../../numeric/shape.js";
import { equalWeights } from "../selfEnergies/frozenSelfEnergy.js";

export interface SpectralEdge {
  readonly value: number;
  /** Absolute. */
  readonly error: number;
}

export interface DeformedEdgesOptions {
  /** Of the eigenvalues of A; default: equal ones. */
  readonly weights?: Vector;
  /** Of the semicircle; default 1. */
  readonly variance?: number;
}

interface Atom {
  readonly value: number;
  readonly weight: number;
}

/**
 * The edges of the spectrum of A + semicircle, ascending, two for each interval of the support: the critical values of
 *
 *   z(u) = u - v sum_i w_i / (a_i - u),   z'(u) = 0, real u not an a_i.
 *
 * sum w / (a - u)^2 is convex between neighbours a_i, so that each gap of A holds two critical points or none. Accuracy: `error`, a few roundoffs:
 * z is flat at its critical values. Two edges that touch (z' = 0 = z'', a cusp) count as none.
 *
 * Source: P. Biane, Indiana Univ. Math. J. 46 (1997) 705-718.
 * @throws TheoryError "domain" for an empty or infinite list, weights that are no probabilities, or a variance that is not positive.
 */
export function deformedEdges(eigenvalues: Vector, options: DeformedEdgesOptions = {}): SpectralEdge[] {
  assertShapes(
    { eigenvalues: vector, options: optionsOf({ weights: numbers, variance: finite }) },
    { eigenvalues, options },
  );
  if (eigenvalues.length === 0 || eigenvalues.length > 5000) {
    throw domainError("eigenvalues.length", eigenvalues.length, "1 to 5000", "Pass the eigenvalues of A.");
  }
  const { weights = equalWeights(eigenvalues.length), variance = 1 } = options;
  assertAbove("variance", variance, 0);
  assertProbabilities("weights", weights);
  if (weights.length !== eigenvalues.length) {
    throw domainError("weights.length", weights.length, `${eigenvalues.length}`, "Pass one for each eigenvalue.");
  }
  const atoms = distinct(eigenvalues, weights);
  const scale = Math.max(...atoms.map(({ value }) => Math.abs(value)), Math.sqrt(variance));
  return criticalPoints(atoms, variance).map(({ beside, offset }) => {
    const shift = atoms.reduce((sum, { value, weight }) => sum + weight / (value - beside - offset), 0);
    const value = beside + (offset - variance * shift);
    return { value, error: 16 * UNIT_ROUNDOFF * scale + (Math.abs(value) + scale) * 4 * UNIT_ROUNDOFF };
  });
}

/** Eigenvalues of positive weight, ascending, equal ones together. */
function distinct(eigenvalues: Vector, weights: Vector): Atom[] {
  const sorted = eigenvalues
    .map((value, i) => ({ value, weight: weights[i]! }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => a.value - b.value);
  const out: Atom[] = [];
  for (const atom of sorted) {
    const last = out.at(-1);
    if (last?.value === atom.value) out[out.length - 1] = { value: atom.value, weight: last.weight + atom.weight };
    else out.push(atom);
  }
  return out;
}

/** u = beside + offset: an eigenvalue of A may be many times as large as the distance to it. */
interface CriticalPoint {
  readonly beside: number;
  readonly offset: number;
}

/** The zeros of z'(u) = 1 - v h(u), h(u) = sum w / (a - u)^2, ascending. */
function criticalPoints(atoms: readonly Atom[], variance: number): CriticalPoint[] {
  const sum = (beside: number, offset: number, power: number) =>
    atoms.reduce((total, { value, weight }) => total + weight / (value - beside - offset) ** power, 0);
  // one atom alone, of its weight, keeps z' below 0 up to this distance
  const near = ({ weight }: Atom) => Math.sqrt(variance * weight) * (1 - 1e-12);
  const root = ({ value: beside }: Atom, a: number, b: number): CriticalPoint => {
    const slope = (offset: number) => 1 - variance * sum(beside, offset, 2);
    const offset = slope(a) === 0 ? a : slope(b) === 0 ? b : findRoot(slope, a, b).root;
    return { beside, offset };
  };
  const outward = Math.sqrt(variance) * (1 + 1e-12);
  const [first, last] = [atoms[0]!, atoms.at(-1)!];
  const out = [root(first, -outward, -near(first))];
  for (let i = 0; i + 1 < atoms.length; i++) {
    const [left, right] = [atoms[i]!, atoms[i + 1]!];
    const gap = right.value - left.value;
    const [a, b] = [near(left), gap - near(right)];
    if (!(a < b)) continue;
    // h' = 2 sum w / (a - u)^3 rises from -infinity to infinity
    const bend = (offset: number) => sum(left.value, offset, 3);
    const middle = bend(a) >= 0 ? a : bend(b) <= 0 ? b : findRoot(bend, a, b).root;
    if (1 - variance * sum(left.value, middle, 2) > 0) {
      out.push(root(left, a, middle), root(right, middle - gap, -near(right)));
    }
  }
  out.push(root(last, near(last), outward));
  return out;
}

import { domainError } from "../../../../numeric/domain.js";
import { assertNumbers, assertProbabilities } from "../../../../numeric/linearAlgebra/matrixChecks.js";
import type { Vector } from "../../../../numeric/linearAlgebra/vectors.js";
import { assertShapes, modest, numbers, optionsOf, vector } from "../../../../numeric/shape.js";
import { dysonEquation } from "../dysonEquation.js";
import { assertRatio } from "../selfEnergies/chiralSelfEnergy.js";
import { equalWeights } from "../selfEnergies/frozenSelfEnergy.js";
import { profileSelfEnergy } from "../selfEnergies/profileSelfEnergy.js";
import { dysonSweep } from "../solver/solveDyson.js";

export interface WishartOptions {
  /** Eigenvalues of the population covariance, that is, variances of the rows of X; default [1]: Marchenko-Pastur. */
  readonly variances?: Vector;
  /** Their fractions; default: equal ones. */
  readonly fractions?: Vector;
}

export interface WishartPoint {
  readonly energy: number;
  /** Infinity at 0 where that is an atom, and for ratio 1. */
  readonly density: number;
  readonly error: number;
  readonly residual: number;
  readonly iterations: number;
  readonly converged: boolean;
}

export interface WishartDensity {
  readonly points: readonly WishartPoint[];
  /** Mass at 0: eigenvalues that are 0 since X has too few columns or rows of no variance. */
  readonly atomAtZero: number;
}

/**
 * The density of the eigenvalues of X X^T / n, X p x n of independent entries with mean 0, ratio = p/n, rows of given variances
 * (Marchenko-Pastur, and its general form), by the chiral block matrix: rho(x) = Im m_1(sqrt x) / (pi sqrt x).
 *
 * Accuracy: `error` of each point; against Marchenko-Pastur's formula 1e-14 in the bulk.
 * Source: V. A. Marchenko, L. A. Pastur, Math. USSR-Sbornik 1 (1967) 457-483.
 * @throws TheoryError "domain" for ratio, energies, variances or fractions.
 */
export function wishartDensity(ratio: number, energies: Vector, options: WishartOptions = {}): WishartDensity {
  assertShapes(
    { ratio: modest, energies: vector, options: optionsOf({ variances: numbers, fractions: numbers }) },
    { ratio, energies, options },
  );
  assertRatio(ratio);
  const { variances = [1] } = options;
  assertNumbers("variances", variances);
  const bad = variances.findIndex((value) => value < 0);
  if (bad >= 0) throw domainError(`variances[${bad}]`, variances[bad], "a number from 0 up", "Pass variances.");
  if (variances.length === 0) throw domainError("variances", "[]", "one number or more", "Pass variances.");
  const { fractions = equalWeights(variances.length) } = options;
  assertProbabilities("fractions", fractions);
  const rows = fractions.length;
  const sweep = dysonSweep(dysonEquation(chiralProfile(ratio, variances, fractions)));
  const positive = fractions.reduce((sum, fraction, i) => sum + (variances[i]! > 0 ? fraction : 0), 0);
  const atomAtZero = Math.max(0, 1 - Math.min(positive, 1 / ratio));
  const at = (energy: number): WishartPoint => {
    const fine = { energy, error: 0, residual: 0, iterations: 0, converged: true };
    if (energy < 0) return { ...fine, density: 0 };
    if (energy === 0)
      return { ...fine, density: atomAtZero > 0 || ratio * positive === 1 ? Number.POSITIVE_INFINITY : 0 };
    const root = Math.sqrt(energy);
    const { diagonal, error, residual, iterations, converged } = sweep(root);
    let density = 0;
    for (let i = 0; i < rows; i++) density += fractions[i]! * Math.max(0, diagonal.im[i]!);
    // the error is that of the trace, to which these rows contribute their share
    const share = ratio / (1 + ratio);
    return { energy, density: density / Math.PI / root, error: error / share / root, residual, iterations, converged };
  };
  return { points: energies.map(at), atomAtZero };
}

/** Rows of X by variance, then all columns as one block. */
function chiralProfile(ratio: number, variances: Vector, fractions: Vector) {
  const rows = variances.length;
  if (fractions.length !== rows) {
    throw domainError("fractions.length", fractions.length, `${rows}`, "Pass one for each variance.");
  }
  const entry = (i: number, j: number) => {
    if (i < rows === j < rows) return 0;
    return variances[Math.min(i, j)]! * (1 + ratio);
  };
  const profile = Array.from({ length: rows + 1 }, (_, i) => Array.from({ length: rows + 1 }, (__, j) => entry(i, j)));
  return profileSelfEnergy(profile, [...fractions.map((f) => (f * ratio) / (1 + ratio)), 1 / (1 + ratio)]);
}

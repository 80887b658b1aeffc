/**
 * Where dn_k/dt = n_k (g_k - (A n)_k) rests in the end: survivors S with A_SS n_S = g_S > 0 in balance, the others dying at the rates
 * g_k - A_kS n_S < 0. Ours. It attracts what is near it where the Jacobian -diag(n_S) A_SS has eigenvalues of negative real part only.
 */
import { Matrix as Dense, EigenvalueDecomposition } from "ml-matrix";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { dot, type Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { interiorFixedPoint } from "./interiorFixedPoint.js";

/** A state this near is taken for the fixed point: relative, of every survivor. */
const NEAR = 1e-8;
/** What is below this part of the largest has no weight for the others. */
const NEGLIGIBLE = 1e-16;
/** Slower than this part of the largest rate is not told from standing still. */
const SLOW = 1e-6;

export interface Rest {
  /** n_k of the survivors; 0 for all others. */
  readonly n: Vector;
  /** How far, relative to each survivor, the state was: the flow comes nearer. */
  readonly distance: number;
  /** d ln n_k/dt at rest: 0 for survivors, negative for others. */
  readonly rates: Vector;
}

/** The fixed point that attracts a state, where the state is near one; null where it is not. A 0 is a species too small for a double, not an absent one. */
export function restOf(n: Vector, growth: Vector, A: Matrix): Rest | null {
  const largest = Math.max(...n);
  const survivors = n.flatMap((entry, k) => (entry > NEGLIGIBLE * largest ? [k] : []));
  const reduced = survivors.map((k) => survivors.map((q) => A[k]![q]!));
  const found = interiorFixedPoint(
    survivors.map((k) => growth[k]!),
    reduced,
  );
  if (found === null || found.some((entry) => !(entry > 0))) return null;
  const distance = Math.max(...survivors.map((k, i) => Math.abs(n[k]! / found[i]! - 1)));
  if (!(distance <= NEAR) || !attracts(found, reduced)) return null;
  const full = n.map(() => 0);
  for (const [i, k] of survivors.entries()) full[k] = found[i]!;
  const fastest = Math.max(...growth.map(Math.abs));
  const rates = n.map((_, k) => (full[k]! > 0 ? 0 : growth[k]! - dot(A[k]!, full)));
  const others = rates.filter((_, k) => full[k] === 0);
  return others.every((rate) => rate < -SLOW * fastest) ? { n: full, distance, rates } : null;
}

function attracts(n: Vector, A: Matrix): boolean {
  const { realEigenvalues } = new EigenvalueDecomposition(
    new Dense(A.map((row, k) => row.map((entry) => -n[k]! * entry))),
  );
  const fastest = Math.max(...realEigenvalues.map(Math.abs));
  return realEigenvalues.every((value) => value < -SLOW * 1e-3 * fastest);
}

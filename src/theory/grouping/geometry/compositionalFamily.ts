import { assertInteger } from "../../../numeric/domain.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertMatrix } from "../../../numeric/linearAlgebra/matrixChecks.js";
import { dot, type Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { assertShapes, matrix, optionsOf, withoutOverflow } from "../../../numeric/shape.js";
import { compensatedSum } from "../../../numeric/sum.js";
import { type BaseMeasure, weightsOf } from "./exponentialFamily.js";

export interface CompositionalOptions {
  /** Of x; default "counting". */
  readonly mu?: BaseMeasure;
  /** Of h; default "counting". */
  readonly nu?: BaseMeasure;
}

export interface CompositionalFamily {
  /** log sum_h nu(h) sum_x mu(x) exp<f(h), g(x)>: the normalisation of the joint law. */
  readonly psiJoint: number;
  /** psi_h = log sum_x mu(x) exp<f(h), g(x)>, one a value of h: the normalisation of x given h. */
  readonly psiConditional: Vector;
  /** P(h) = nu(h) exp(psi_h - psi). */
  readonly probabilities: Vector;
  /** E[g given h] = d psi_h / d f(h), a row a value of h. */
  readonly conditionalMeans: Matrix;
  /** d psi / d f(h) = P(h) E[g given h], a row a value of h: not E[g given h]. */
  readonly jointGradient: Matrix;
}

/**
 * The compositional exponential family of a finite h and a finite x,
 *
 *   p(x, h) = exp(<f(h), g(x)> - psi) mu(x) nu(h).
 *
 * Definition 7 takes E[g given h] for the gradient of psi with respect to f(h). That gradient is P(h) E[g given h]; the printed identity holds with
 * psi_h. Where f(h) = 0, as for h = 0 in a multi-layer perceptron, the law of x given h is mu whatever the weights are.
 *
 * Domain: `f` is values of h x dimension, `g` points x dimension, entries up to 1e100 with products below the largest double; weights from 0
 * up, some positive; at most 1e6 products. Exponents are shifted: nothing overflows. Accuracy: 1e-14 relative to the ranges.
 * Source: Definitions 6 and 7 of the S-System paper. @throws TheoryError "domain".
 */
export function compositionalFamily(f: Matrix, g: Matrix, options: CompositionalOptions = {}): CompositionalFamily {
  assertShapes({ f: matrix, g: matrix, options: optionsOf({}) }, { f, g, options });
  const { mu = "counting", nu = "counting" } = options;
  assertMatrix("f", f);
  assertMatrix("g", g, { columns: f[0]!.length });
  assertInteger("f.length * g.length", f.length * g.length, 1, 1_000_000);
  const [mass, masses] = [weightsOf("mu", mu, g.length), weightsOf("nu", nu, f.length)];
  const members = f.map((row) => conditionalLaw(row, g, mass));
  const psiConditional = members.map(({ psi }) => psi);
  const { log: psiJoint, shares } = logSum(psiConditional, masses);
  const conditionalMeans = members.map(({ mean }) => mean);
  withoutOverflow("f", [psiJoint, ...psiConditional], conditionalMeans);
  return {
    psiJoint,
    psiConditional,
    probabilities: shares,
    conditionalMeans,
    jointGradient: conditionalMeans.map((row, h) => row.map((entry) => shares[h]! * entry)),
  };
}

function conditionalLaw(f: Vector, g: Matrix, mass: Vector): { readonly psi: number; readonly mean: Vector } {
  const { log, shares } = logSum(
    g.map((row) => dot(f, row)),
    mass,
  );
  return { psi: log, mean: f.map((_, i) => compensatedSum(g.map((row, k) => shares[k]! * row[i]!))) };
}

/** log sum w exp(l), and each term's share. */
function logSum(exponents: Vector, weights: Vector): { readonly log: number; readonly shares: Vector } {
  let largest = Number.NEGATIVE_INFINITY;
  for (const [k, l] of exponents.entries()) if (weights[k]! > 0) largest = Math.max(largest, l);
  const terms = exponents.map((l, k) => (weights[k] === 0 ? 0 : weights[k]! * Math.exp(l - largest)));
  const total = compensatedSum(terms);
  return { log: largest + Math.log(total), shares: terms.map((term) => term / total) };
}

import { spectralNorm } from "../../../numeric/linearAlgebra/spectralNorm.js";
import { symmetricEigenvalues } from "../../../numeric/linearAlgebra/symmetricEigenvalues.js";
import { norm, type Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { withoutOverflow } from "../../../numeric/shape.js";
import { denseOutputHessian, denseRiskHessian } from "./denseHessian.js";
import { outputHessianProduct } from "./hessianVectorProduct.js";
import { meanLoss, riskGradient } from "./networkRisk.js";
import { type RiskProblem, resolveProblem } from "./riskProblem.js";
import { type SamplePasses, samplePasses } from "./samplePasses.js";

export interface HessianFacts {
  readonly parameters: number;
  readonly risk: number;
  readonly lossSlopes: Vector;
  readonly gradientNorm: number;
  readonly trace: number;
  readonly frobenius: number;
  /** tr H^3: 0 where the spectrum is symmetric. */
  readonly traceCube: number;
  /** Ascending. */
  readonly eigenvalues: Vector;
  /** Eigenvalues below -threshold, within it, and above it. */
  readonly negative: number;
  readonly zero: number;
  readonly positive: number;
  /** What counts as 0: 1e-10 of the norm, thousands of times the rounding. */
  readonly threshold: number;
  readonly operatorNorm: number;
  /** lambda_0: the largest norm of the Hessian of an output T(x_i). It depends on theta. */
  readonly largestSampleNorm: number;
  /** Theorem 5.1(2) corrected: mean |l'| lambda_0, no less than the norm for losses of the class L0. */
  readonly bound: number;
  /** What the theorem prints: mean l' times lambda_0. */
  readonly printedBound: number;
  readonly kinks: number;
  /** Absolute, of each eigenvalue: rounding. */
  readonly error: number;
}

const DENSE_SAMPLES = 30;

/** The eigenvalues' counts. */
export function signCounts(eigenvalues: ArrayLike<number>, threshold: number) {
  let [negative, positive] = [0, 0];
  for (let i = 0; i < eigenvalues.length; i++) {
    if (eigenvalues[i]! < -threshold) negative++;
    else if (eigenvalues[i]! > threshold) positive++;
  }
  return { negative, zero: eigenvalues.length - negative - positive, positive };
}

/** max_i of the norms: dense eigenvalues for few parameters, else Lanczos to an invariant space: a sample's Hessian has low rank. */
export function largestSampleNorm(passes: SamplePasses, from = 0, to = passes.samples): number {
  let largest = 0;
  for (let s = from; s < to; s++) {
    if (passes.size <= DENSE_SAMPLES) {
      const values = symmetricEigenvalues(denseOutputHessian(passes, s), passes.size);
      largest = Math.max(largest, -values[0]!, values.at(-1)!);
    } else {
      largest = Math.max(largest, spectralNorm(outputHessianProduct(passes, s), passes.size).value);
    }
  }
  return largest;
}

/**
 * What the Hessian of the risk says: norms, signs of all eigenvalues, and the bound of Theorem 5.1(2), as corrected and as printed.
 * At most 2000 parameters: (2/3) N^3 multiplications. For more, `hessianOperator` with `spectralProbe`.
 *
 * Accuracy: `error` for the eigenvalues; relative rounding of order 1e-14 for the rest. Source: section 5.
 * @throws TheoryError "domain" for a problem whose shapes do not fit, that overflows or is too large.
 */
export function hessianFacts(problem: RiskProblem): HessianFacts {
  return factsOf(samplePasses(resolveProblem(problem))).facts;
}

/** With the matrix, row after row; `knownSampleNorm` where the largest norm of a sample is known already. */
export function factsOf(
  passes: SamplePasses,
  knownSampleNorm?: number,
): { readonly facts: HessianFacts; readonly matrix: Float64Array } {
  const { size, samples, lossSlopes, kinks } = passes;
  const matrix = denseRiskHessian(passes);
  const sampleNorm = knownSampleNorm ?? largestSampleNorm(passes);
  const frobenius = norm(matrix);
  withoutOverflow("W", [frobenius ** 3]);
  const eigenvalues = symmetricEigenvalues(matrix, size);
  const operatorNorm = Math.max(-eigenvalues[0]!, eigenvalues.at(-1)!);
  let trace = 0;
  for (let i = 0; i < size; i++) trace += matrix[i * size + i]!;
  const threshold = 1e-10 * operatorNorm;
  const mean = (of: (slope: number) => number) => lossSlopes.reduce((sum, slope) => sum + of(slope), 0) / samples;
  const facts: HessianFacts = {
    parameters: size,
    risk: meanLoss(passes),
    lossSlopes: Array.from(lossSlopes),
    gradientNorm: norm(riskGradient(passes)),
    ...{ trace, frobenius },
    traceCube: eigenvalues.reduce((sum, value) => sum + value ** 3, 0),
    eigenvalues: Array.from(eigenvalues),
    ...signCounts(eigenvalues, threshold),
    ...{ threshold, operatorNorm, kinks },
    largestSampleNorm: sampleNorm,
    bound: mean(Math.abs) * sampleNorm,
    printedBound: mean((slope) => slope) * sampleNorm,
    error: 4 * Math.sqrt(size) * 2 ** -53 * operatorNorm,
  };
  withoutOverflow("W", [facts.gradientNorm, facts.risk, facts.bound]);
  return { facts, matrix };
}

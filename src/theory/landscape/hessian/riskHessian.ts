import { assertInteger } from "../../../numeric/domain.js";
import { type Matrix, rowsFrom } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertNumbers } from "../../../numeric/linearAlgebra/matrixChecks.js";
import type { Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { assertShapes, having, vector } from "../../../numeric/shape.js";
import { denseOutputHessian, denseRiskHessian } from "./denseHessian.js";
import { riskHessianProduct } from "./hessianVectorProduct.js";
import { type RiskProblem, resolveProblem } from "./riskProblem.js";
import { samplePasses } from "./samplePasses.js";

/**
 * The Hessian of the risk, N x N, exact but for rounding (1e-15 of its norm, a layer):
 *
 *   H = (1/m) sum_i [l'(T_i) d2T_i + l''(T_i) dT_i dT_i^T].
 *
 * For the ReLU and losses of the class L0 it is Eqn. 12; second derivatives of other activations are in it too. At a kink of the activation
 * the slope that it is given there stands (ReLU and |x|: 0). At most 2000 parameters. Source: Eqn. 2, 4, 5, 12.
 * @throws TheoryError "domain" for a problem whose shapes do not fit, that overflows or is too large.
 */
export function riskHessian(problem: RiskProblem): Matrix {
  const passes = samplePasses(resolveProblem(problem));
  return rowsFrom(denseRiskHessian(passes), passes.size);
}

/** The Hessian of the output T(x_i) in theta: H_i over l'. Domain and errors as `riskHessian`; `sample` counts from 0. */
export function outputHessian(problem: RiskProblem, sample: number): Matrix {
  const passes = samplePasses(resolveProblem(problem));
  assertInteger("sample", sample, 0, passes.samples - 1);
  return rowsFrom(denseOutputHessian(passes, sample), passes.size);
}

export interface HessianOperator {
  /** N. */
  readonly size: number;
  /** out <- H v, both of N numbers. Six multiplications a parameter and sample. Throws TheoryError for other arguments. */
  readonly product: (v: Float64Array, out: Float64Array) => void;
}

/**
 * H v without H, forward over reverse: for `lanczos`, `spectralProbe` and other methods that need products only. At most 2e7 parameters.
 * @throws TheoryError "domain" for a problem whose shapes do not fit or that overflows.
 */
export function hessianOperator(problem: RiskProblem): HessianOperator {
  const passes = samplePasses(resolveProblem(problem));
  const { size } = passes;
  const ofSize = having(`a Float64Array of ${size} numbers`, (value) => {
    return value instanceof Float64Array && value.length === size;
  });
  const multiply = riskHessianProduct(passes);
  const product = (v: Float64Array, out: Float64Array): void => {
    ofSize("v", v);
    ofSize("out", out);
    multiply(v, out);
  };
  return Object.freeze({ size, product });
}

/** H v for one vector of N numbers. Errors as `hessianOperator`, and for v. */
export function hessianVectorProduct(problem: RiskProblem, v: Vector): Vector {
  assertShapes({ v: vector }, { v });
  const { size, product } = hessianOperator(problem);
  assertNumbers("v", Array.from(v), size);
  const out = new Float64Array(size);
  product(Float64Array.from(v), out);
  return Array.from(out);
}

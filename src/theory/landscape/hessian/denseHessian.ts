/** Hessians as dense matrices, row after row; for problems that are checked already. */
import { domainError } from "../../../numeric/domain.js";
import { withoutOverflow } from "../../../numeric/shape.js";
import { addOutputGradient } from "./outputGradient.js";
import { addOutputHessian, addRankOne } from "./outputHessian.js";
import type { SamplePasses } from "./samplePasses.js";

/** Of a dense Hessian: 32 megabytes, and about six seconds of a processor for its eigenvalues. */
export const MOST_DENSE_PARAMETERS = 2000;
const MOST_WORK = 1e10;

/** (1/m) sum_i [l' d2T + l'' dT dT^T]: Eqn. 2 and 12. */
export function denseRiskHessian(passes: SamplePasses): Float64Array {
  const { samples, lossSlopes, lossCurvatures } = passes;
  return dense(passes, samples, (matrix, sample) => {
    addOutputHessian(passes, sample, lossSlopes[sample]! / samples, matrix);
    if (lossCurvatures[sample] === 0) return;
    const gradient = new Float64Array(passes.size);
    addOutputGradient(passes, sample, 1, gradient);
    addRankOne(matrix, passes.size, lossCurvatures[sample]! / samples, gradient);
  });
}

/** d2T/dtheta2 of one sample. */
export const denseOutputHessian = (passes: SamplePasses, sample: number): Float64Array =>
  dense(passes, 1, (matrix) => addOutputHessian(passes, sample, 1, matrix));

function dense(
  passes: SamplePasses,
  samples: number,
  add: (matrix: Float64Array, sample: number) => void,
): Float64Array {
  const { size } = passes;
  if (size > MOST_DENSE_PARAMETERS || samples * size * size > MOST_WORK) {
    throw domainError(
      "problem",
      `${size} parameters and ${samples} samples`,
      `at most ${MOST_DENSE_PARAMETERS} parameters, and samples times their square ${MOST_WORK}`,
      "Use hessianOperator and hessianSpectrum, which need no matrix.",
    );
  }
  const matrix = new Float64Array(size * size);
  for (let sample = 0; sample < samples; sample++) add(matrix, sample);
  for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) matrix[i * size + j] = matrix[j * size + i]!;
  withoutOverflow("W", matrix);
  return matrix;
}

import { domainError } from "../../numeric/domain.js";
import type { GaussianStream } from "../../numeric/random/gaussianStream.js";
import { assertShapes, vector } from "../../numeric/shape.js";
import { type SymmetricMatrix, symmetricMatrix } from "./symmetricMatrix.js";
import { assertSize } from "./validSizes.js";
import { assertStream } from "./validStream.js";

/**
 * R^(1/2) X R^(1/2) for the diagonal R of the N given numbers and X of the Gaussian orthogonal ensemble: the covariance of its entries separates
 * into one of rows and one of columns. Any other R with these eigenvalues gives the same law of the spectrum.
 *
 * @throws TheoryError "domain" for a negative number, or none.
 */
export function separable(covariance: readonly number[], stream: GaussianStream): SymmetricMatrix {
  assertShapes({ covariance: vector }, { covariance });
  assertSize("covariance.length", covariance.length);
  const bad = covariance.findIndex((value) => value < 0);
  if (bad >= 0) throw domainError(`covariance[${bad}]`, covariance[bad], "a number from 0 up", "Pass variances.");
  assertStream(stream);
  const roots = covariance.map(Math.sqrt);
  const scale = 1 / Math.sqrt(covariance.length);
  const deviation = (i: number, j: number) => roots[i]! * roots[j]! * scale * (i === j ? Math.SQRT2 : 1);
  return symmetricMatrix(covariance.length, (i, j) => stream.next() * deviation(i, j));
}

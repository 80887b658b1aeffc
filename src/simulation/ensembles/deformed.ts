import type { GaussianStream } from "../../numeric/random/gaussianStream.js";
import { assertShapes, vector } from "../../numeric/shape.js";
import { type SymmetricMatrix, symmetricMatrix } from "./symmetricMatrix.js";
import { assertSize } from "./validSizes.js";
import { goe } from "./wigner.js";

/**
 * A + X for X of the Gaussian orthogonal ensemble and A diagonal: any A with these eigenvalues gives the same law of the spectrum.
 *
 * @throws TheoryError "domain" for an empty list or a number that is not finite.
 */
export function deformed(eigenvalues: readonly number[], stream: GaussianStream): SymmetricMatrix {
  assertShapes({ eigenvalues: vector }, { eigenvalues });
  assertSize("eigenvalues.length", eigenvalues.length);
  const { size, entries } = goe(eigenvalues.length, stream);
  return symmetricMatrix(size, (i, j) => entries[i * size + j]! + (i === j ? eigenvalues[i]! : 0));
}

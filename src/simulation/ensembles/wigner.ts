import type { GaussianStream } from "../../numeric/random/gaussianStream.js";
import { assertLaw, drawEntry, type EntryLaw } from "./entryLaw.js";
import { type SymmetricMatrix, symmetricMatrix } from "./symmetricMatrix.js";
import { assertSize } from "./validSizes.js";
import { assertStream } from "./validStream.js";

/**
 * W/sqrt(N), the entries of the symmetric W independent on and below the diagonal, with mean 0 and variance 1, and 2 on the diagonal.
 *
 * @throws TheoryError "domain" for a size that is no integer from 1 to 4096, and a law that is none of `entryLaws`.
 */
export function wigner(size: number, law: EntryLaw, stream: GaussianStream): SymmetricMatrix {
  assertSize("size", size);
  assertLaw(law);
  assertStream(stream);
  const scale = 1 / Math.sqrt(size);
  return symmetricMatrix(size, (i, j) => drawEntry(law, stream) * (i === j ? Math.SQRT2 : 1) * scale);
}

/** The Gaussian orthogonal ensemble: W/sqrt(N), variance 1 off the diagonal and 2 on it. */
export const goe = (size: number, stream: GaussianStream): SymmetricMatrix => wigner(size, "gaussian", stream);

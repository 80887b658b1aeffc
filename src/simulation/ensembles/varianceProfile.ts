import { domainError } from "../../numeric/domain.js";
import { assertMatrix, assertNumbers } from "../../numeric/linearAlgebra/matrixChecks.js";
import type { GaussianStream } from "../../numeric/random/gaussianStream.js";
import { type SymmetricMatrix, symmetricMatrix } from "./symmetricMatrix.js";
import { assertSize } from "./validSizes.js";
import { assertStream } from "./validStream.js";

/**
 * Gaussian entries of variance s_kl/N in the blocks k, l of the given sizes, with sum N; twice that on the diagonal.
 *
 * @throws TheoryError "domain" for sizes, and for a profile that is not square, not symmetric or negative.
 */
export function varianceProfile(
  sizes: readonly number[],
  profile: readonly (readonly number[])[],
  stream: GaussianStream,
): SymmetricMatrix {
  assertStream(stream);
  assertProfile(sizes, profile);
  const block = sizes.flatMap((size, k) => new Array<number>(size).fill(k));
  assertSize("sum of sizes", block.length);
  const deviation = profile.map((row) => row.map((variance) => Math.sqrt(variance / block.length)));
  return symmetricMatrix(
    block.length,
    (i, j) => stream.next() * deviation[block[i]!]![block[j]!]! * (i === j ? Math.SQRT2 : 1),
  );
}

function assertProfile(sizes: readonly number[], profile: readonly (readonly number[])[]): void {
  assertNumbers("sizes", sizes);
  for (const [k, size] of sizes.entries()) assertSize(`sizes[${k}]`, size);
  assertMatrix("profile", profile, { rows: sizes.length, columns: sizes.length });
  for (const [k, row] of profile.entries()) {
    for (const [l, variance] of row.entries()) {
      if (variance >= 0 && variance === profile[l]![k]) continue;
      throw domainError(`profile[${k}][${l}]`, variance, "a variance, the same across", "Pass a symmetric profile.");
    }
  }
}

import { domainError } from "../../../numeric/domain.js";
import { complexArray } from "../../../numeric/linearAlgebra/complexMatrices.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { anyList, assertShapes } from "../../../numeric/shape.js";
import { type DysonEquation, dysonEquation } from "./dysonEquation.js";
import { assertSize, readHermitian } from "./hermitian.js";
import { krausSelfEnergy } from "./selfEnergies/kroneckerSelfEnergy.js";
import type { ComplexMatrix } from "./selfEnergy.js";
import { userMatrix } from "./userMatrix.js";

/**
 * The equation of samples H_1 .. H_K of a Hermitian random matrix: A their mean, S[R] = sum_k (H_k - A) R (H_k - A) / (K - 1), the unbiased
 * estimate of E[(H - A) R (H - A)].
 *
 * Domain: 2 to 10000 samples of one size, at most 100 rows. A check of what the matrix Dyson equation says of samples whose law is unknown:
 * their spectrum follows it only where distant entries are nearly independent.
 * @throws TheoryError "domain" naming the sample.
 */
export function empiricalEquation(samples: readonly (Matrix | ComplexMatrix)[]): DysonEquation {
  assertShapes({ samples: anyList }, { samples });
  if (samples.length < 2 || samples.length > 10_000) {
    throw domainError("samples.length", samples.length, "2 to 10000", "A covariance needs two samples or more.");
  }
  const first = readHermitian("samples[0]", samples[0]!);
  const size = Math.round(Math.sqrt(first.re.length));
  assertSize("samples[0]", size, 100);
  const all = samples.map((one, k) => (k === 0 ? first : readHermitian(`samples[${k}]`, one, size)));
  const mean = complexArray(size * size);
  for (const { re, im } of all) {
    for (let k = 0; k < re.length; k++) {
      mean.re[k] += re[k] / all.length;
      mean.im[k] += im[k] / all.length;
    }
  }
  const scale = 1 / Math.sqrt(all.length - 1);
  const centred = all.map(({ re, im }) => ({
    re: re.map((x, k) => scale * (x - mean.re[k])),
    im: im.map((y, k) => scale * (y - mean.im[k])),
  }));
  return dysonEquation(krausSelfEnergy("empirical", centred, size), { mean: userMatrix(mean, size) });
}

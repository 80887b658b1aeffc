import type { Matrix } from "../../../../numeric/linearAlgebra/denseMatrix.js";
import { anyList, assertShapes } from "../../../../numeric/shape.js";
import { assertPositive, assertSize, hermitianEigenvalues, isReal, readHermitian } from "../hermitian.js";
import type { ComplexMatrix, SelfEnergy } from "../selfEnergy.js";
import { equalWeights, frozenSelfEnergy } from "./frozenSelfEnergy.js";

/**
 * S[R] = D <D R>, <X> = tr X / n: H = D^{1/2} X D^{1/2} with a large Wigner matrix X of variance 1, whose covariance is separable.
 * Where D is diagonal and A too, profileSelfEnergy with variances d_i d_j is the same with n unknowns.
 *
 * Domain: D positive semidefinite, at most 300 rows.
 * @throws TheoryError "domain" for D.
 */
export function separableSelfEnergy(D: Matrix | ComplexMatrix): SelfEnergy {
  if (Array.isArray(D)) assertShapes({ D: anyList }, { D });
  const packed = readHermitian("D", D);
  const { re, im } = packed;
  const size = Math.round(Math.sqrt(re.length));
  assertSize("D", size, 300);
  assertPositive("D", hermitianEigenvalues(packed, size));
  return frozenSelfEnergy({
    name: "separable",
    structure: "matrix",
    size,
    weights: equalWeights(size),
    real: isReal(packed),
    apply: (R, out) => {
      let [x, y] = [0, 0];
      // tr(D R) = sum conj(D_ij) R_ij
      for (let k = 0; k < re.length; k++) {
        x += re[k] * R.re[k] + im[k] * R.im[k];
        y += re[k] * R.im[k] - im[k] * R.re[k];
      }
      [x, y] = [x / size, y / size];
      for (let k = 0; k < re.length; k++) {
        out.re[k] = x * re[k] - y * im[k];
        out.im[k] = x * im[k] + y * re[k];
      }
    },
  });
}

import type { Matrix } from "../../../../numeric/linearAlgebra/denseMatrix.js";
import { assertShapes, matrix } from "../../../../numeric/shape.js";
import type { SelfEnergy } from "../selfEnergy.js";
import { equalWeights, frozenSelfEnergy } from "./frozenSelfEnergy.js";
import { readVariances } from "./profileSelfEnergy.js";

/**
 * S[R] = E[W R W] / N exactly, for a symmetric W of independent centred entries with these variances, N x N:
 *
 *   S[R]_ii = sum_j Var_ij R_jj / N,   S[R]_ij = Var_ij R_ji / N (i not j).
 *
 * The second line is the R^T / N that large N forgets; with it the GOE (Var 1, 2 on the diagonal) gives a semicircle of variance 1 + 1/N.
 *
 * Source: eq. (10) of the S-System paper. Domain: Var symmetric, from 0 up, N at most 300.
 * @throws TheoryError "domain" naming the entry.
 */
export function literalSelfEnergy(variances: Matrix): SelfEnergy {
  assertShapes({ variances: matrix }, { variances });
  const s = readVariances("variances", variances, 300);
  const size = variances.length;
  return frozenSelfEnergy({
    name: "literal",
    structure: "matrix",
    size,
    weights: equalWeights(size),
    real: true,
    apply: (R, out) => {
      for (let i = 0; i < size; i++) {
        let [x, y] = [0, 0];
        for (let j = 0; j < size; j++) {
          const [at, mirror, diagonal] = [i * size + j, j * size + i, j * size + j];
          x += s[at] * R.re[diagonal];
          y += s[at] * R.im[diagonal];
          out.re[at] = (s[at] * R.re[mirror]) / size;
          out.im[at] = (s[at] * R.im[mirror]) / size;
        }
        out.re[i * size + i] = x / size;
        out.im[i * size + i] = y / size;
      }
    },
  });
}

import { domainError } from "../../../../numeric/domain.js";
import type { Matrix } from "../../../../numeric/linearAlgebra/denseMatrix.js";
import { assertMatrix } from "../../../../numeric/linearAlgebra/matrixChecks.js";
import { assertShapes, matrix, numbers, optional } from "../../../../numeric/shape.js";
import { assertSize, readHermitian } from "../hermitian.js";
import type { SelfEnergy } from "../selfEnergy.js";
import { equalWeights, frozenSelfEnergy } from "./frozenSelfEnergy.js";
import { assertWeights } from "./scalarSelfEnergy.js";

/** Throws TheoryError unless they form a symmetric matrix of numbers from 0 up; returns it row after row. */
export function readVariances(parameter: string, variances: Matrix, most: number): Float64Array {
  assertMatrix(parameter, variances);
  assertSize(parameter, variances.length, most);
  const { re } = readHermitian(parameter, variances);
  const size = variances.length;
  const bad = re.findIndex((value) => value < 0);
  if (bad < 0) return re;
  const place = `${parameter}[${Math.floor(bad / size)}][${bad % size}]`;
  throw domainError(place, re[bad], "a variance, from 0 up", "Pass variances, not covariances.");
}

/**
 * S[R]_i = sum_j s_ij c_j R_j: independent entries of variance s_ij / N in blocks of c_i N rows, N large. Solutions are constant on a
 * block, so 20 blocks are 20 unknowns at any N. `fractions` c by default 1/n each: every row its own block.
 *
 * Domain: s symmetric, from 0 up, at most 1000 blocks; c probabilities.
 * @throws TheoryError "domain" naming the entry.
 */
export function profileSelfEnergy(variances: Matrix, fractions?: readonly number[]): SelfEnergy {
  assertShapes({ variances: matrix, fractions: optional(numbers) }, { variances, fractions });
  const s = readVariances("variances", variances, 1000);
  const size = variances.length;
  const weights = fractions ?? equalWeights(size);
  assertWeights("fractions", weights);
  if (weights.length !== size) {
    throw domainError("fractions.length", weights.length, `${size}`, "Pass one for each block.");
  }
  const kernel = s.map((value, k) => value * weights[k % size]!);
  return frozenSelfEnergy({
    name: "profile",
    structure: "diagonal",
    size,
    weights,
    real: true,
    apply: (R, out) => {
      for (let i = 0, at = 0; i < size; i++) {
        let [x, y] = [0, 0];
        for (let j = 0; j < size; j++, at++) {
          x += kernel[at] * R.re[j];
          y += kernel[at] * R.im[j];
        }
        out.re[i] = x;
        out.im[i] = y;
      }
    },
  });
}

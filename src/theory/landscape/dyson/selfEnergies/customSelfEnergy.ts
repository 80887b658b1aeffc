import { assertInteger, domainError } from "../../../../numeric/domain.js";
import { complexArray } from "../../../../numeric/linearAlgebra/complexMatrices.js";
import { GaussianStream } from "../../../../numeric/random/gaussianStream.js";
import { assertShapes, callable, finite, modest, optionsOf, text } from "../../../../numeric/shape.js";
import { readSquare } from "../hermitian.js";
import type { ComplexMatrix, Packed, SelfEnergy } from "../selfEnergy.js";
import { selfEnergyShape } from "../shapes.js";
import { userMatrix } from "../userMatrix.js";
import { assertSelfEnergy } from "./assertSelfEnergy.js";
import { equalWeights, frozenSelfEnergy } from "./frozenSelfEnergy.js";

export interface CustomSelfEnergyOptions {
  /** Of the random matrices of the checks; default 0. */
  readonly seed?: number;
  /** How many of them; default 12. */
  readonly samples?: number;
  /** For messages; default "S". */
  readonly name?: string;
}

/**
 * A self-energy of your own: any function from complex n x n matrices to such, R -> E[W R W] for your W. It may be called with any matrix,
 * and must not change with time.
 *
 * Checked on random matrices, all differences relative to ||S||: that it is linear (1e-9), that S[R*] = S[R]*, that it maps positive
 * semidefinite matrices of rank 1 and of full rank to such (eigenvalues from -1e-10 up), and that it is symmetric, tr X S[Y] = tr S[X] Y
 * (1e-9). What fails is named; a check of samples is no proof.
 *
 * Domain: n from 1 to 100.
 * @throws TheoryError "domain" naming the property that fails.
 */
export function selfEnergy(
  size: number,
  S: (R: ComplexMatrix) => ComplexMatrix,
  options: CustomSelfEnergyOptions = {},
): SelfEnergy {
  assertShapes(
    { size: modest, S: callable, options: optionsOf({ seed: finite, samples: finite, name: text }) },
    { size, S, options },
  );
  const { seed = 0, samples = 12, name = "S" } = options;
  assertInteger("size", size, 1, 100);
  assertInteger("samples", samples, 1, 1000);
  const apply = (R: Packed, out: Packed): void => {
    const image = readImage(name, call(name, S, userMatrix(R, size)), size);
    out.re.set(image.re);
    out.im.set(image.im);
  };
  const stream = new GaussianStream({ seed, sample: 0, draw: 0 });
  const real = assertSelfEnergy({ name, size, apply, stream, samples });
  return frozenSelfEnergy({ name, structure: "matrix", size, weights: equalWeights(size), real, apply });
}

/** Errors of the user's own are named as such. */
function call(name: string, S: (R: ComplexMatrix) => ComplexMatrix, R: ComplexMatrix): ComplexMatrix {
  try {
    return S(R);
  } catch (thrown) {
    const found = `a function that throws: ${thrown instanceof Error ? thrown.message : String(thrown)}`;
    throw domainError(`${name}[R]`, found, "a matrix { re, im } for every matrix R", "Repair the function.");
  }
}

function readImage(name: string, image: ComplexMatrix, size: number): Packed {
  if (typeof image !== "object" || image === null || !("re" in image) || !("im" in image)) {
    throw domainError(`${name}[R]`, typeof image, "a matrix { re, im }", "Return both parts, each a list of rows.");
  }
  return readSquare(`${name}[R]`, image, size);
}

/** S[R] for a matrix R; where S has diagonal structure, of R's diagonal, as a diagonal matrix. Throws TheoryError for another size. */
export function applySelfEnergy(of: SelfEnergy, R: ComplexMatrix): ComplexMatrix {
  assertShapes({ of: selfEnergyShape }, { of });
  const { size, structure, apply } = of;
  const packed = readSquare("R", R, size);
  const out = complexArray(size * size);
  if (structure === "matrix") apply(packed, out);
  else {
    const pick = (part: Float64Array) => Float64Array.from({ length: size }, (_, i) => part[i * size + i]);
    const image = complexArray(size);
    apply({ re: pick(packed.re), im: pick(packed.im) }, image);
    for (let i = 0; i < size; i++) {
      out.re[i * size + i] = image.re[i];
      out.im[i * size + i] = image.im[i];
    }
  }
  return userMatrix(out, size);
}

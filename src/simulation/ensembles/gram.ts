import { addRowProducts } from "../../numeric/linearAlgebra/rowProducts.js";
import type { GaussianStream } from "../../numeric/random/gaussianStream.js";
import { assertShapes, oneOf, optionsOf } from "../../numeric/shape.js";
import { drawEntry, type EntryLaw, entryLaws } from "./entryLaw.js";
import { type SymmetricMatrix, symmetricMatrix } from "./symmetricMatrix.js";
import { assertSize } from "./validSizes.js";
import { assertStream } from "./validStream.js";

interface GramOptions {
  /** Of the entries of X; default "gaussian". */
  readonly law?: EntryLaw;
}

/** p x n numbers of mean 0 and variance 1, row after row. */
function sampled(p: number, n: number, stream: GaussianStream, options: GramOptions): Float64Array {
  assertSize("p", p);
  assertSize("n", n);
  assertStream(stream);
  assertShapes({ options: optionsOf({ law: oneOf(...entryLaws) }) }, { options });
  const { law = "gaussian" } = options;
  return Float64Array.from({ length: p * n }, () => drawEntry(law, stream));
}

/**
 * X X^T/n for a p x n matrix X with independent entries of mean 0 and variance 1: a sample covariance.
 *
 * @throws TheoryError "domain" for p or n, integers from 1 to 4096, and for the law.
 */
export function wishart(p: number, n: number, stream: GaussianStream, options: GramOptions = {}): SymmetricMatrix {
  const X = sampled(p, n, stream, options);
  const product = new Float64Array(p * p);
  addRowProducts(X, p, X, p, n, product, true);
  return symmetricMatrix(p, (i, j) => product[i * p + j]! / n);
}

/** X X^T/n - I: its mean is zero. */
export function centredWishart(
  p: number,
  n: number,
  stream: GaussianStream,
  options: GramOptions = {},
): SymmetricMatrix {
  const { entries } = wishart(p, n, stream, options);
  return symmetricMatrix(p, (i, j) => entries[i * p + j]! - Number(i === j));
}

/** [[0, X], [X^T, 0]]/sqrt(n) for such a p x n matrix X: p + n rows, the shape of the Hessian of a network with one hidden layer. */
export function chiral(p: number, n: number, stream: GaussianStream, options: GramOptions = {}): SymmetricMatrix {
  const X = sampled(p, n, stream, options);
  const scale = 1 / Math.sqrt(n);
  return symmetricMatrix(p + n, (i, j) => (i >= p && j < p ? X[j * n + i - p]! * scale : 0));
}

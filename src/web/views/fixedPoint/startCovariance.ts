/** The covariance that a batch begins with. */
import { domainError } from "../../../numeric/domain.js";
import { GaussianStream } from "../../../numeric/random/gaussianStream.js";

export type Rows = readonly (readonly number[])[];

export type Start =
  | { readonly kind: "random"; readonly batch: number; readonly seed: number }
  /** A row a sample, a column a feature. */
  | { readonly kind: "samples"; readonly rows: Rows }
  | { readonly kind: "covariance"; readonly rows: Rows };

/** Features a sample of random data. */
const FEATURES = 2;

/** Sigma_ij = x_i . x_j / n of samples of n features. */
function covarianceOf(rows: Rows): Rows {
  const features = rows[0]!.length;
  return rows.map((a) => rows.map((b) => a.reduce((sum, x, k) => sum + x * b[k]!, 0) / features));
}

function randomRows(batch: number, seed: number): Rows {
  const stream = new GaussianStream({ seed, sample: 0, draw: 0 });
  const row = () => Array.from(stream.fill(new Float64Array(FEATURES * batch)));
  return Array.from({ length: batch }, row);
}

/**
 * Random: `batch` samples of 2 batch independent standard Gaussian features.
 *
 * @throws TheoryError "domain" for a covariance that is not square.
 */
export function startCovariance(start: Start): Rows {
  if (start.kind === "random") return covarianceOf(randomRows(start.batch, start.seed));
  const { rows } = start;
  if (start.kind === "samples") return covarianceOf(rows);
  const columns = rows[0]?.length ?? 0;
  if (columns === rows.length) return rows;
  const remedy = "A covariance has a row and a column a sample; rows of features are samples.";
  throw domainError("covariance", `${rows.length} rows of ${columns} numbers`, "a square matrix", remedy);
}

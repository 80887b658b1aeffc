import { domainError } from "../../../numeric/domain.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { sampledMatrices } from "./sampledMatrices.js";

export interface Diversity {
  readonly size: number;
  readonly samples: number;
  /** Places (i, j) whose entry varies; the others couple with none. */
  readonly varying: number;
  /** N^(1/2): a coupling set must have fewer places, N^(1/2 - mu) for some mu > 0. */
  readonly allowed: number;
  /** N^-3: beyond its coupling set an entry may have no larger correlation. */
  readonly required: number;
  /** The correlation that chance does not reach with probability 99 % in any pair of independent Gaussian entries; heavy tails reach it sooner. */
  readonly resolved: number;
  /** Places whose correlation with an entry exceeds both: all of them are in every coupling set of it. Itself and its mirror are among them. */
  readonly largest: number;
  /** Mean over the varying places. */
  readonly mean: number;
  /**
   * Whether the sample shows a coupling set that must be too large. False says only that it does not. For N from 2 to 4 an entry that varies and
   * its mirror are too many already.
   */
  readonly refuted: boolean;
}

/** The centred sample of an entry, of length 1. */
interface Column {
  readonly unit: Float64Array;
  /** 1 on the diagonal, 2 off it. */
  readonly multiplicity: number;
}

const LARGEST = 80;
const LARGEST_WORK = 4e9;
const CHANCE = 0.01;

/**
 * The part of Assumption 5.2 that a sample can refute, q = 1 with f and g one entry each: |Cov(w_a, w_b)| <= N^-3 ||w_a|| ||w_b|| for every b outside the
 * coupling set of a, which has at most N^(1/2 - mu) places. Counted are the places that must be in it. A sample of m matrices sees no correlation
 * below about sqrt(2 log(pairs/1 %)/m), which is far above N^-3: the assumption cannot be confirmed so.
 *
 * Domain: two or more symmetric N x N matrices, N from 1 to 80, pairs of entries times matrices at most 4e9.
 * @throws TheoryError "domain" for matrices.
 */
export function diversity(matrices: readonly Matrix[]): Diversity {
  const { size, samples, fluctuations } = sampledMatrices(matrices, LARGEST);
  const places = Array.from({ length: size }, (_, i) => Array.from({ length: i + 1 }, (__, j) => i * size + j)).flat();
  if (places.length ** 2 * samples > LARGEST_WORK) {
    const domain = `pairs of entries times matrices up to ${LARGEST_WORK}`;
    throw domainError("matrices", `${samples} of ${size} x ${size}`, domain, "Pass fewer or smaller matrices.");
  }
  const columns = places.flatMap((at) => {
    const column = Float64Array.from(fluctuations, (W) => W[at]!);
    const length = Math.sqrt(column.reduce((sum, value) => sum + value * value, 0));
    const multiplicity = Math.floor(at / size) === at % size ? 1 : 2;
    return length === 0 ? [] : [{ unit: column.map((value) => value / length), multiplicity }];
  });
  const pairs = Math.max(1, (columns.length * (columns.length - 1)) / 2);
  const required = size ** -3;
  const resolved = Math.sqrt((2 * Math.log((2 * pairs) / CHANCE)) / samples);
  const threshold = Math.max(required, resolved);
  const correlated = (own: Column, other: Column) => Math.abs(inner(own.unit, other.unit)) > threshold;
  const counts = columns.map((own) =>
    columns.reduce((sum, other) => sum + (other === own || correlated(own, other) ? other.multiplicity : 0), 0),
  );
  const varying = columns.reduce((sum, { multiplicity }) => sum + multiplicity, 0);
  const largest = Math.max(0, ...counts);
  const allowed = Math.sqrt(size);
  return {
    ...{ size, samples, varying, allowed, required, resolved, largest },
    mean: varying === 0 ? 0 : counts.reduce((sum, count, k) => sum + count * columns[k]!.multiplicity, 0) / varying,
    refuted: size > 1 && largest >= allowed,
  };
}

function inner(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}

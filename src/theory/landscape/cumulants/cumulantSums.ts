import { domainError } from "../../../numeric/domain.js";
import { moebiusTerms } from "./cumulantFromMoments.js";
import { cumulantOf } from "./jointCumulant.js";
import type { MatrixLaw } from "./matrixLaw.js";

/** Tuples of entries times subsets times values; some seconds. */
const LARGEST_WORK = 3e8;
/** What a tuple costs besides its values, in values. */
const OVERHEAD = 20;

/** A number, list by list, and bounds of its rounding. */
export interface Bounded {
  readonly values: Float64Array;
  readonly errors: Float64Array;
}

/** Sums of magnitudes of cumulants of k entries of a symmetric matrix. */
export interface CumulantSums {
  readonly order: number;
  /** sum |kappa(alpha_1, .., alpha_k)| over all places; value and error. */
  readonly total: readonly [number, number];
  /** sum over alpha_1, .., alpha_(k-2) of |kappa(.., beta, gamma)|, for entries beta, gamma on and above the diagonal; E x E, row after row. */
  readonly pairs: Bounded;
}

/** Of matrices that `assertWork` lets pass. */
export function cumulantSums(ensemble: MatrixLaw, order: number): CumulantSums {
  const { multiplicity, law } = ensemble;
  const entries = multiplicity.length;
  const terms = moebiusTerms(order);
  const pairs: Bounded = { values: new Float64Array(entries ** 2), errors: new Float64Array(entries ** 2) };
  let [total, totalError] = [0, 0];
  forEachMultiset(entries, order, (tuple) => {
    const { value, error } = cumulantOf(law, tuple, terms);
    // every ordered tuple once: the permutations of k places meet it prod m! times
    const orders = factorial(order) / repetitions(tuple);
    const places = tuple.reduce((product, entry) => product * multiplicity[entry]!, 1);
    total += orders * places * Math.abs(value);
    totalError += orders * places * error;
    const share = orders / (order * (order - 1));
    for (let i = 0; i < order; i++) {
      for (let j = 0; j < order; j++) {
        if (i === j) continue;
        const [e, f] = [tuple[i]!, tuple[j]!];
        const weight = (share * places) / (multiplicity[e]! * multiplicity[f]!);
        pairs.values[e * entries + f]! += weight * Math.abs(value);
        pairs.errors[e * entries + f]! += weight * error;
      }
    }
  });
  return { order, total: [total, totalError], pairs };
}

/** Throws TheoryError "domain" where the matrices are too large or too many for that order. */
export function assertWork({ multiplicity, law, size }: MatrixLaw, order: number): void {
  let tuples = 1;
  for (let k = 0; k < order; k++) tuples = (tuples * (multiplicity.length + k)) / (k + 1);
  const work = tuples * 2 ** order * (law.probabilities.length + OVERHEAD);
  if (work <= LARGEST_WORK) return;
  const given = `${size} x ${size}, ${law.probabilities.length} of them, order ${order}`;
  const domain = `tuples of entries times 2^order times values up to ${LARGEST_WORK}`;
  throw domainError("matrices", given, domain, "Pass smaller matrices, fewer of them, or a lower order.");
}

/** Ascending tuples of entries, repetitions allowed. */
function forEachMultiset(entries: number, order: number, visit: (tuple: readonly number[]) => void): void {
  const tuple = new Array<number>(order).fill(0);
  for (;;) {
    visit(tuple);
    let place = order - 1;
    while (place >= 0 && tuple[place] === entries - 1) place--;
    if (place < 0) return;
    tuple.fill(tuple[place]! + 1, place);
  }
}

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

/** prod m! over the multiplicities of an ascending tuple. */
function repetitions(tuple: readonly number[]): number {
  let product = 1;
  for (let k = 1, run = 1; k < tuple.length; k++) {
    run = tuple[k] === tuple[k - 1] ? run + 1 : 1;
    product *= run;
  }
  return product;
}

/**
 * Couplings of two laws p, q: laws of pairs with these marginals. Every coupling has P(X != Y) >= TV(p, q), and the maximal one has equality:
 *
 *   TV(p, q) = 1/2 sum_i |p_i - q_i|,   joint = diag(min(p, q)) + (p - min)(q - min)^T/TV.
 *
 * Source: Definition A.2; the inequality is in Thorisson (2000), to whom the paper refers.
 */
import { domainError } from "../../../numeric/domain.js";
import { assertMatrix } from "../../../numeric/linearAlgebra/matrixChecks.js";
import { anyMatrix, assertShapes, numbers, record } from "../../../numeric/shape.js";
import { compensatedSum } from "../../../numeric/sum.js";
import { assertSameLaw, checkedLaw } from "./checkedLaw.js";
import { assertModestSize } from "./shapes.js";

/** A law of pairs; frozen. */
export interface Coupling {
  readonly first: readonly number[];
  readonly second: readonly number[];
  /** joint[i][j] = P(X = i, Y = j). */
  readonly joint: readonly (readonly number[])[];
}

const couplingShape = record({ first: numbers, second: numbers, joint: anyMatrix });

function bothLaws(first: readonly number[], second: readonly number[]) {
  assertShapes({ first: numbers, second: numbers }, { first, second });
  assertModestSize("second", first.length * second.length);
  return [checkedLaw("first", first), checkedLaw("second", second)] as const;
}

function sameStates(first: readonly number[], second: readonly number[]) {
  const laws = bothLaws(first, second);
  if (first.length === second.length) return laws;
  const remedy = "X = Y makes sense on one set of states: add states of probability 0.";
  throw domainError("second", `${second.length} states`, `${first.length} states`, remedy);
}

const couplingOf = (
  first: readonly number[],
  second: readonly number[],
  joint: readonly (readonly number[])[],
): Coupling => Object.freeze({ first, second, joint: Object.freeze(joint.map((row) => Object.freeze(row))) });

/**
 * The coupling with that joint law. Marginals may differ from the two laws by 1e-9.
 * @throws TheoryError "domain" for laws that are none, and a matrix that is not a law with these marginals.
 */
export function coupling(
  first: readonly number[],
  second: readonly number[],
  joint: readonly (readonly number[])[],
): Coupling {
  const [p, q] = bothLaws(first, second);
  assertShapes({ joint: anyMatrix }, { joint });
  assertMatrix("joint", joint, { rows: p.length, columns: q.length });
  const flat = checkedLaw("joint", joint.flat());
  const rows = p.map((_, i) => flat.slice(i * q.length, (i + 1) * q.length));
  const remedy = "Rows sum to the first law, columns to the second.";
  assertSameLaw("joint", rows.map(compensatedSum), p, { what: "the first marginal", remedy });
  const columns = q.map((_, j) => compensatedSum(rows.map((row) => row[j]!)));
  assertSameLaw("joint", columns, q, { what: "the second marginal", remedy });
  return couplingOf(p, q, rows);
}

/** X and Y independent. Throws TheoryError "domain" for laws that are none. */
export function independentCoupling(first: readonly number[], second: readonly number[]): Coupling {
  const [p, q] = bothLaws(first, second);
  return couplingOf(
    p,
    q,
    p.map((a) => q.map((b) => a * b)),
  );
}

/** 1/2 sum |p_i - q_i|, from 0 to 1. Throws TheoryError "domain" for laws that are none, or have different states. */
export function totalVariation(first: readonly number[], second: readonly number[]): number {
  const [p, q] = sameStates(first, second);
  return compensatedSum(p.map((a, i) => Math.max(0, a - q[i]!)));
}

/** A coupling with the smallest P(X != Y), which is TV. Throws TheoryError "domain" as `totalVariation`. */
export function maximalCoupling(first: readonly number[], second: readonly number[]): Coupling {
  const [p, q] = sameStates(first, second);
  const distance = totalVariation(p, q);
  const joint = p.map((a, i) =>
    q.map((b, j) => {
      if (i === j) return Math.min(a, b);
      return distance === 0 ? 0 : (Math.max(0, a - q[i]!) / distance) * Math.max(0, b - p[j]!);
    }),
  );
  return couplingOf(p, q, joint);
}

/** P(X != Y). Throws TheoryError "domain" unless both have the same states. */
export function mismatch(pair: Coupling): number {
  assertShapes({ pair: couplingShape }, { pair });
  const { joint: own } = coupling(pair.first, pair.second, pair.joint);
  sameStates(pair.first, pair.second);
  return compensatedSum(own.flatMap((row, i) => row.filter((_, j) => j !== i)));
}

/** The map T with Y = T(X) almost surely, 0 where X has probability zero; null where the coupling is not deterministic. Source: Definition A.3. */
export function transportMap(pair: Coupling): readonly number[] | null {
  assertShapes({ pair: couplingShape }, { pair });
  const { joint: own } = coupling(pair.first, pair.second, pair.joint);
  const images = own.map((row) => row.flatMap((weight, j) => (weight > 0 ? [j] : [])));
  if (images.some((image) => image.length > 1)) return null;
  return Object.freeze(images.map(([image]) => image ?? 0));
}

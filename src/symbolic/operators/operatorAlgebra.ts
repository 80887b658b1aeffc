import type { Field } from "../algebra/field.js";
import { rational } from "../rational.js";
import { countExtensions, extensions } from "./extensions.js";
import { type Operator, operatorOf } from "./operator.js";
import { type Orbit, orbitOf, orbits, representative, samplesIn } from "./orbit.js";
import { entryAt, marksOf, type StructuredMatrix, structuredMatrix } from "./structuredMatrix.js";

/** (S T)[out] contains constant * S[left] * T[right]; the constants are polynomials in B with integer coefficients. */
export interface StructureConstant<T> {
  readonly out: Orbit;
  readonly left: Orbit;
  readonly right: Orbit;
  readonly constant: T;
}

/**
 * The ultrasymmetric operators on symmetric B x B matrices, with coefficients in a field that contains B: B may be a
 * symbol or a number. Nine-dimensional for B >= 4. At B = 1, 2, 3 the orbits that need more samples are empty: their
 * coefficients are zero in every result and never read. An element that is no positive whole number is an indeterminate.
 */
export class OperatorAlgebra<T> {
  readonly field: Field<T>;
  readonly batch: T;
  /** The orbits that are not empty at this batch. */
  readonly orbits: readonly Orbit[];
  readonly zero: Operator<T>;
  /** Sigma -> Sigma. */
  readonly identity: Operator<T>;
  private table: readonly StructureConstant<T>[] | undefined;

  /** Throws a RangeError for B = 0. */
  constructor(field: Field<T>, batch: T) {
    if (field.isZero(batch)) throw new RangeError("a batch of 0 samples has no operators");
    this.field = field;
    this.batch = batch;
    this.orbits = Object.freeze(
      orbits.filter((orbit) => !field.isZero(countExtensions(field, batch, 0, samplesIn(orbit)))),
    );
    this.zero = operatorOf(() => field.zero);
    this.identity = this.operator((k, l, i, j) => (k === i && l === j ? field.one : field.zero));
  }

  /** The whole number n in the field. */
  integer(n: number): T {
    return this.field.fromRational(rational(n));
  }

  /**
   * The operator with entries entry(k, l, i, j) = [kl|ij], averaged over k <-> l and i <-> j, which changes nothing on
   * symmetric matrices. `entry` may look at the coincidences of its indices only.
   */
  operator(entry: (k: number, l: number, i: number, j: number) => T): Operator<T> {
    const { field } = this;
    const quarter = field.fromRational(rational(1, 4));
    return this.existing((orbit) => {
      const [k, l, i, j] = representative(orbit);
      const orders = [entry(k, l, i, j), entry(k, l, j, i), entry(l, k, i, j), entry(l, k, j, i)];
      return field.multiply(quarter, this.sum(orders));
    });
  }

  add(first: Operator<T>, second: Operator<T>): Operator<T> {
    return this.existing((orbit) => this.field.add(first[orbit], second[orbit]));
  }

  subtract(first: Operator<T>, second: Operator<T>): Operator<T> {
    return this.existing((orbit) => this.field.subtract(first[orbit], second[orbit]));
  }

  scale(factor: T, operator: Operator<T>): Operator<T> {
    return this.existing((orbit) => this.field.multiply(factor, operator[orbit]));
  }

  /** Sigma -> S{T{Sigma}}: [kl|ij] = sum_mn S[kl|mn] T[mn|ij]. */
  compose(left: Operator<T>, right: Operator<T>): Operator<T> {
    const { field } = this;
    // Grouped by out and left: one product of symbols for each pair, after the sums over right.
    const inner = new Map<Orbit, Map<Orbit, T>>(orbits.map((orbit) => [orbit, new Map()]));
    for (const { out, left: from, right: to, constant } of this.structureConstants()) {
      if (field.isZero(left[from]) || field.isZero(right[to])) continue;
      const row = inner.get(out)!;
      row.set(from, field.add(row.get(from) ?? field.zero, field.multiply(constant, right[to])));
    }
    return operatorOf((out) =>
      this.sum([...inner.get(out)!].map(([from, value]) => field.multiply(left[from], value))),
    );
  }

  /** <A, T{C}> = <T*{A}, C> for <A, C> = tr(A C): entries [ij|kl]. */
  adjoint(operator: Operator<T>): Operator<T> {
    return operatorOf((orbit) => {
      const [k, l, i, j] = representative(orbit);
      return operator[orbitOf(i, j, k, l)];
    });
  }

  /** The trace on symmetric matrices, dimension B(B+1)/2: sum_kl [kl|kl]. */
  trace(operator: Operator<T>): T {
    return this.sumOver(0, 2, ([k, l]) => operator[orbitOf(k!, l!, k!, l!)]);
  }

  /** T{Sigma}, with the same samples marked; entries at samples that the batch does not have are zero. */
  apply(operator: Operator<T>, matrix: StructuredMatrix<T>): StructuredMatrix<T> {
    const { field } = this;
    const marks = marksOf(matrix);
    return structuredMatrix(marks, (k, l) => {
      const sums = new Map<Orbit, T>();
      const used = Math.max(marks, k + 1, l + 1);
      if (field.isZero(countExtensions(field, this.batch, 0, used))) return field.zero;
      for (const { labels, fresh } of extensions(used, 2)) {
        const [i, j] = [labels[0]!, labels[1]!];
        const entry = entryAt(matrix, i, j);
        if (field.isZero(entry)) continue;
        const orbit = orbitOf(k, l, i, j);
        const term = field.multiply(countExtensions(field, this.batch, used, fresh), entry);
        sums.set(orbit, field.add(sums.get(orbit) ?? field.zero, term));
      }
      return this.sum([...sums].map(([orbit, value]) => field.multiply(operator[orbit], value)));
    });
  }

  equal(first: Operator<T>, second: Operator<T>): boolean {
    return this.orbits.every((orbit) => this.field.isZero(this.field.subtract(first[orbit], second[orbit])));
  }

  /** What multiplication is made of, by counting the pairs (m, n) that lie in each orbit on both sides. */
  structureConstants(): readonly StructureConstant<T>[] {
    this.table ??= Object.freeze(this.orbits.flatMap((out) => this.constantsOf(out)));
    return this.table;
  }

  private constantsOf(out: Orbit): readonly StructureConstant<T>[] {
    const { field, batch } = this;
    const [k, l, i, j] = representative(out);
    const used = samplesIn(out);
    const constants = new Map<string, StructureConstant<T>>();
    for (const { labels, fresh } of extensions(used, 2)) {
      const [m, n] = [labels[0]!, labels[1]!];
      const [left, right] = [orbitOf(k, l, m, n), orbitOf(m, n, i, j)];
      const key = `${left} ${right}`;
      const before = constants.get(key)?.constant ?? field.zero;
      constants.set(key, { out, left, right, constant: field.add(before, countExtensions(field, batch, used, fresh)) });
    }
    return [...constants.values()].filter(({ constant }) => !field.isZero(constant));
  }

  /** The sum of value(labels) over all tuples of `length` samples next to `used` known ones. */
  private sumOver(used: number, length: number, value: (labels: readonly number[]) => T): T {
    return this.sum(
      extensions(used, length).map(({ labels, fresh }) =>
        this.field.multiply(countExtensions(this.field, this.batch, used, fresh), value(labels)),
      ),
    );
  }

  private sum(values: readonly T[]): T {
    return values.reduce((total, value) => this.field.add(total, value), this.field.zero);
  }

  private existing(coefficient: (orbit: Orbit) => T): Operator<T> {
    return operatorOf((orbit) => (this.orbits.includes(orbit) ? coefficient(orbit) : this.field.zero));
  }
}

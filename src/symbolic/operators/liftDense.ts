import { type Operator, operatorOf } from "./operator.js";
import { type Indices, type Orbit, orbitOf } from "./orbit.js";

/** One entry [kl|ij] of a dense operator; samples are counted from 0. */
export interface DenseEntry {
  readonly indices: Indices;
  readonly value: number;
}

export type Lift =
  | {
      readonly kind: "ultrasymmetric";
      /** The operator on symmetric matrices; orbits that need more than B samples are zero. */
      readonly operator: Operator<number>;
      /** The largest difference of two entries that should be equal. */
      readonly deviation: number;
    }
  | {
      readonly kind: "not-ultrasymmetric";
      /** Of all entries that should be equal, the pair furthest apart. */
      readonly smaller: DenseEntry;
      readonly larger: DenseEntry;
      readonly difference: number;
    };

interface Range {
  smaller: DenseEntry;
  larger: DenseEntry;
}

/**
 * Reads an ultrasymmetric operator off its B^2 x B^2 matrix (rows, or row-major; indexed as by `toDense`): [kl|ij] must
 * be unchanged by renaming the samples and by [kl|ij] -> [lk|ji] (paper B.30), up to the absolute `tolerance`.
 * Coefficients are midway between the extremes of a class, hence within tolerance/2 of every entry. Only the action on
 * symmetric matrices is kept. Throws a RangeError for a wrong size, an entry that is no number, a negative tolerance.
 */
export function liftDense(
  matrix: Float64Array | readonly (readonly number[])[],
  batch: number,
  tolerance: number,
): Lift {
  if (!(tolerance >= 0)) throw new RangeError(`a tolerance of ${tolerance}`);
  const ranges = classRanges(flatten(matrix, batch), batch);
  let worst: Range | undefined;
  for (const range of ranges.values()) if (worst === undefined || width(range) > width(worst)) worst = range;
  const deviation = width(worst!);
  if (deviation > tolerance) return { kind: "not-ultrasymmetric", ...worst!, difference: deviation };
  return { kind: "ultrasymmetric", operator: averageClasses(ranges), deviation };
}

const width = ({ smaller, larger }: Range) => larger.value - smaller.value;

function flatten(matrix: Float64Array | readonly (readonly number[])[], batch: number): ArrayLike<number> {
  if (!(Number.isInteger(batch) && batch >= 1)) throw new RangeError(`a batch of ${batch} samples`);
  const size = batch * batch;
  const flat = matrix instanceof Float64Array ? matrix : matrix.flat();
  if (flat.length !== size * size || (Array.isArray(matrix) && matrix.some((row) => row.length !== size))) {
    throw new RangeError(`a batch of ${batch} has operators of ${size} x ${size} entries, not these ${flat.length}`);
  }
  const wrong = flat.findIndex((value: number) => !Number.isFinite(value));
  if (wrong >= 0) throw new RangeError(`entry ${wrong % size} of row ${Math.floor(wrong / size)} is ${flat[wrong]}`);
  return flat;
}

/** Indices renamed in order of appearance: one name a class of B.30 before [kl|ij] = [lk|ji]. */
function pattern(indices: Indices): string {
  return indices.map((index) => indices.indexOf(index)).join("");
}

/** The class of B.30: the earlier of the two patterns. */
function className([k, l, i, j]: Indices): string {
  const [one, other] = [pattern([k, l, i, j]), pattern([l, k, j, i])];
  return one < other ? one : other;
}

function classRanges(flat: ArrayLike<number>, batch: number): ReadonlyMap<string, Range> {
  const ranges = new Map<string, Range>();
  let at = 0;
  for (let k = 0; k < batch; k++) {
    for (let l = 0; l < batch; l++) {
      for (let i = 0; i < batch; i++) {
        for (let j = 0; j < batch; j++, at++) {
          const entry: DenseEntry = { indices: [k, l, i, j], value: flat[at]! };
          const name = className(entry.indices);
          const range = ranges.get(name);
          if (range === undefined) ranges.set(name, { smaller: entry, larger: entry });
          else if (entry.value < range.smaller.value) range.smaller = entry;
          else if (entry.value > range.larger.value) range.larger = entry;
        }
      }
    }
  }
  return ranges;
}

/** The coefficient of an orbit: the average of its one or two classes. */
function averageClasses(ranges: ReadonlyMap<string, Range>): Operator<number> {
  const middles = new Map<Orbit, number>();
  for (const { smaller, larger } of ranges.values()) {
    const orbit = orbitOf(...smaller.indices);
    const middle = smaller.value / 2 + larger.value / 2;
    const before = middles.get(orbit);
    middles.set(orbit, before === undefined ? middle : before / 2 + middle / 2);
  }
  return operatorOf((orbit) => middles.get(orbit) ?? 0);
}

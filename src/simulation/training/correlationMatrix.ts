/**
 * Correlations of activations, samples in rows:
 *   centred    sum_s (a - mean a)(b - mean b) / (|a - mean a| |b - mean b|)     (Pearson)
 *   uncentred  a . b / (|a| |b|), the inner product of the normalised activations of Tian (2020), section 6.2.
 */
import { compensatedSum } from "../../numeric/sum.js";

type Rows = readonly ArrayLike<number>[];

export interface CorrelationOptions {
  /** Default true. */
  readonly centred?: boolean;
  /** Centred: an activation whose spread |a - mean a| is at most this share of |a| counts as constant; default 0: entries within 2^-50 of the largest. */
  readonly constantShare?: number;
}

/** Equal up to this share of the largest entry: some roundings of the data. */
const CONSTANT = 2 ** -50;

/**
 * Teachers in rows, students in columns, within [-1, 1]. A constant activation, or uncentred a zero one, gives 0. Entries of any size: each
 * activation is scaled by a power of two, and centred from its first entry, so that a large mean costs no digits.
 */
export function correlationMatrix(
  teacher: Rows,
  student: Rows,
  { centred = true, constantShare = 0 }: CorrelationOptions = {},
): number[][] {
  const direction = (values: Float64Array) => (centred ? centredUnit(values, constantShare) : unit(scaled(values)));
  const left = columns(teacher).map(direction);
  const right = columns(student).map(direction);
  return left.map((a) => right.map((b) => Math.max(-1, Math.min(1, dot(a, b)))));
}

function columns(rows: Rows): Float64Array[] {
  return Array.from({ length: rows[0]?.length ?? 0 }, (_, k) => Float64Array.from(rows, (row) => row[k]!));
}

const largest = (values: Float64Array) => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/** Times the power of two that brings the largest entry near 1; exact. */
function scaled(values: Float64Array): Float64Array {
  const most = largest(values);
  if (most === 0) return values;
  const exponent = -Math.floor(Math.log2(most));
  // in two steps: 2^1074 is no double
  const half = Math.trunc(exponent / 2);
  return values.map((value) => value * 2 ** half * 2 ** (exponent - half));
}

function unit(values: Float64Array): Float64Array {
  const length = Math.sqrt(dot(values, values));
  return length > 0 ? values.map((value) => value / length) : values.map(() => 0);
}

function centredUnit(values: Float64Array, constantShare: number): Float64Array {
  const own = scaled(values);
  const first = own[0] ?? 0;
  const spread = own.map((value) => value - first);
  if (largest(spread) <= CONSTANT * largest(own)) return own.fill(0);
  const differences = scaled(spread);
  const mean = differences.reduce((sum, value) => sum + value, 0) / differences.length;
  const shifted = differences.map((value) => value - mean);
  if (constantShare > 0) {
    const factor = largest(spread) / largest(differences);
    const deviation = factor * Math.sqrt(dot(shifted, shifted));
    if (!(deviation > constantShare * Math.sqrt(dot(own, own)))) return shifted.fill(0);
  }
  return unit(shifted);
}

function dot(a: Float64Array, b: Float64Array): number {
  return compensatedSum(a.map((value, i) => value * b[i]!));
}

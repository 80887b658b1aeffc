/**
 * Correlations of activations, samples in rows:
 *   centred    sum_s (a - mean a)(b - mean b) / (|a - mean a| |b - mean b|)     (Pearson)
 *   uncentred  a . b / (|a| |b|), the inner product of the normalised activations of Tian (2020), section 6.2.
 */
import { constantShare } from "./trainer.js";

type Rows = readonly ArrayLike<number>[];

export interface CorrelationOptions {
  /** Default true. */
  readonly centred?: boolean;
}

/** Teachers in rows, students in columns, within [-1, 1]. A constant activation, or uncentred a zero one, gives 0. */
export function correlationMatrix(
  teacher: Rows,
  student: Rows,
  { centred = true }: CorrelationOptions = {},
): number[][] {
  const left = columns(teacher).map((values) => normalised(values, centred));
  const right = columns(student).map((values) => normalised(values, centred));
  return left.map((a) => right.map((b) => Math.max(-1, Math.min(1, dot(a, b)))));
}

function columns(rows: Rows): Float64Array[] {
  return Array.from({ length: rows[0]?.length ?? 0 }, (_, k) => Float64Array.from(rows, (row) => row[k]!));
}

function normalised(values: Float64Array, centred: boolean): Float64Array {
  const norm = Math.sqrt(dot(values, values));
  const mean = centred ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;
  const shifted = values.map((value) => value - mean);
  const length = centred ? Math.sqrt(dot(shifted, shifted)) : norm;
  return length > constantShare * norm ? shifted.map((value) => value / length) : shifted.fill(0);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

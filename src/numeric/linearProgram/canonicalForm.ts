/** maximise c.u where A u <= b, u >= 0, scaled by powers of two so that entries are of order 1. */
import type { LinearProgram } from "./program.js";

export interface CanonicalForm {
  readonly costs: readonly number[];
  readonly rows: readonly (readonly number[])[];
  readonly limits: readonly number[];
  /** The point of the given program. */
  readonly pointOf: (u: readonly number[]) => readonly number[];
  /** How much of the given objective one unit of c.u is. */
  readonly valueUnit: number;
  /** How many units of u the number 1 is in the given program, per coordinate. */
  readonly ones: readonly number[];
}

/** x[variable] = offset + sign u. */
interface Column {
  readonly variable: number;
  readonly sign: 1 | -1;
}

/** Null where the bounds of a variable or constraint leave nothing, which needs no solver. */
export function canonicalForm({ maximise, constraints, bounds }: LinearProgram): CanonicalForm | null {
  const offsets = maximise.map(() => 0);
  const columns: Column[] = [];
  const rows: number[][] = [];
  const limits: number[] = [];
  const widths: { readonly column: number; readonly width: number }[] = [];
  for (const variable of maximise.keys()) {
    const { min, max } = bounds?.[variable] ?? { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };
    if (min > max) return null;
    // from the bound next to 0, or from 0: far bounds are no place to count from
    offsets[variable] = Math.max(min, Math.min(max, 0));
    const ends = columns.length;
    if (max > offsets[variable]!) columns.push({ variable, sign: 1 });
    if (min < offsets[variable]!) columns.push({ variable, sign: -1 });
    for (const [k, { sign }] of columns.entries()) {
      const width = (sign > 0 ? max : -min) - sign * offsets[variable]!;
      if (k >= ends && Number.isFinite(width)) widths.push({ column: k, width });
    }
  }
  for (const { coefficients, atMost, atLeast, equal } of constraints) {
    const upper = Math.min(equal ?? Number.POSITIVE_INFINITY, atMost ?? Number.POSITIVE_INFINITY);
    const lower = Math.max(equal ?? Number.NEGATIVE_INFINITY, atLeast ?? Number.NEGATIVE_INFINITY);
    if (lower > upper) return null;
    let shift = 0;
    for (const [i, coefficient] of coefficients.entries()) shift += coefficient * offsets[i]!;
    const row = columns.map(({ variable, sign }) => sign * coefficients[variable]! + 0);
    if (upper < Number.POSITIVE_INFINITY) {
      rows.push(row);
      limits.push(upper - shift);
    }
    if (lower > Number.NEGATIVE_INFINITY) {
      rows.push(row.map((entry) => 0 - entry));
      limits.push(shift - lower);
    }
  }
  for (const { column, width } of widths) {
    rows.push(columns.map((_, k) => (k === column ? 1 : 0)));
    limits.push(width);
  }
  return scaled(
    columns,
    offsets,
    columns.map(({ variable, sign }) => sign * maximise[variable]! + 0),
    rows,
    limits,
  );
}

/** The nearest power of two; 1 for what is no positive number. */
const powerOfTwo = (value: number) => (value > 0 && Number.isFinite(value) ? 2 ** Math.round(Math.log2(value)) : 1);

function scaled(
  columns: readonly Column[],
  offsets: readonly number[],
  costs: readonly number[],
  rows: readonly (readonly number[])[],
  limits: readonly number[],
): CanonicalForm {
  const { rowUnits, columnUnits } = equilibrate(rows, limits, columns);
  const scaledLimits = limits.map((limit, r) => limit / rowUnits[r]!);
  // u in units of the smallest limit, but for those that are rounding: a box of 1e6 around everything is no scale
  const sizes = scaledLimits.map(Math.abs);
  const largest = Math.max(0, ...sizes);
  const pointUnit = powerOfTwo(Math.min(largest, ...sizes.filter((size) => size > 1e-6 * largest)));
  const scaledCosts = costs.map((cost, k) => cost * columnUnits[k]!);
  const costUnit = powerOfTwo(Math.max(0, ...scaledCosts.map(Math.abs)));
  return {
    costs: scaledCosts.map((cost) => cost / costUnit),
    rows: rows.map((row, r) => row.map((entry, k) => (entry * columnUnits[k]!) / rowUnits[r]!)),
    limits: scaledLimits.map((limit) => limit / pointUnit),
    valueUnit: costUnit * pointUnit,
    ones: columnUnits.map((unit) => 1 / (unit * pointUnit)),
    pointOf: (u) => {
      const point = offsets.slice();
      for (const [k, { variable, sign }] of columns.entries())
        point[variable]! += sign * u[k]! * columnUnits[k]! * pointUnit;
      return point;
    },
  };
}

/** Entries below this part of both their row's and their column's largest are rounding, no scale. */
const ROUNDING = 1e-12;

/**
 * Row and column units for entries and limits of order 1: rounds of geometric means, then every row's largest entry is about 1. A limit counts
 * as an entry, which is how the unit of a variable learns from its bounds.
 */
function equilibrate(rows: readonly (readonly number[])[], limits: readonly number[], columns: readonly Column[]) {
  const rowUnits = rows.map(() => 1);
  const columnUnits = columns.map(() => 1);
  for (let round = 0; round < 6; round++) {
    const sizes = rows.map((row, r) =>
      [...row.map((entry, k) => entry * columnUnits[k]!), limits[r]!].map((entry) => Math.abs(entry) / rowUnits[r]!),
    );
    const scale = withoutRounding(sizes);
    const learnt = scale.map(middle);
    for (const [r, unit] of learnt.entries()) rowUnits[r]! *= unit;
    for (const [k, { variable }] of columns.entries()) {
      // the two halves of a free variable keep one unit
      if (columns[k - 1]?.variable === variable) columnUnits[k] = columnUnits[k - 1]!;
      else columnUnits[k]! /= middle(scale.map((row, r) => row[k]! / learnt[r]!));
    }
  }
  for (const [r, row] of rows.entries()) {
    rowUnits[r] = powerOfTwo(Math.max(0, ...row.map((entry, k) => Math.abs(entry * columnUnits[k]!))));
  }
  return { rowUnits, columnUnits };
}

/** Magnitudes with 0 for those that are rounding. A variable in small units is none: its whole column is small. */
function withoutRounding(sizes: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const columnLargest = (sizes[0] ?? []).map((_, k) => sizes.reduce((most, row) => Math.max(most, row[k]!), 0));
  return sizes.map((row) => {
    const rowLargest = Math.max(...row);
    return row.map((size, k) => (size < ROUNDING * Math.min(rowLargest, columnLargest[k]!) ? 0 : size));
  });
}

/** A power of two in the middle of the magnitudes that are not 0. */
function middle(sizes: readonly number[]): number {
  const positive = sizes.filter((size) => size > 0);
  return positive.length === 0 ? 1 : powerOfTwo(Math.sqrt(Math.min(...positive)) * Math.sqrt(Math.max(...positive)));
}

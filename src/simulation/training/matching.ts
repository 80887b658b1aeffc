/**
 * Which student nodes stand for which teacher nodes. A teacher is matched where the centred correlation of its activation
 * with that of some student exceeds a threshold, 0.95 in Tian (2020), section 6.2.
 */
import { domainError } from "../../numeric/domain.js";
import { assertShapes, finite, having, list, optionsOf, record, type Shape } from "../../numeric/shape.js";
import type { LayerRecord, TrainingRecord } from "./settings.js";

/** teachers x students, row-major. */
export type Correlations = Pick<LayerRecord, "teachers" | "students"> & { readonly correlations: ArrayLike<number> };

export interface MatchOptions {
  /** In [0, 1); default 0.95. A correlation equal to it does not match. */
  readonly threshold?: number;
}

const correlationsShape: Shape = (parameter, value) => {
  const size = having(
    "a whole number from 1 to 100000",
    (n) => Number.isInteger(n) && Number(n) >= 1 && Number(n) <= 1e5,
  );
  record({ teachers: size, students: size, correlations: numbersShape })(parameter, value);
  const { teachers, students, correlations } = value as Correlations;
  if (correlations.length === teachers * students) return;
  const found = `${correlations.length} numbers`;
  throw domainError(`${parameter}.correlations`, found, `${teachers} x ${students} numbers`, "Pass one for each pair.");
};

/** Lists and typed arrays of finite numbers. */
const numbersShape: Shape = having("a list of finite numbers", (value) => {
  if (!Array.isArray(value) && !ArrayBuffer.isView(value)) return false;
  return Array.from(value as unknown as ArrayLike<unknown>).every(Number.isFinite);
});

/** The largest correlation of each teacher with a student. */
export function bestPerTeacher(layer: Correlations): readonly number[] {
  correlationsShape("layer", layer);
  const { teachers, students, correlations } = layer;
  return Array.from({ length: teachers }, (_, j) => largest(students, (k) => correlations[j * students + k]!));
}

/** The largest correlation of each student with a teacher. */
export function bestPerStudent(layer: Correlations): readonly number[] {
  correlationsShape("layer", layer);
  const { teachers, students, correlations } = layer;
  return Array.from({ length: students }, (_, k) => largest(teachers, (j) => correlations[j * students + k]!));
}

/** How many students match each teacher. @throws TheoryError for a threshold outside [0, 1). */
export function studentsPerTeacher(layer: Correlations, options: MatchOptions = {}): readonly number[] {
  assertShapes({ layer: correlationsShape, options: optionsOf({ threshold: finite }) }, { layer, options });
  const { threshold = 0.95 } = options;
  assertThreshold(threshold);
  const { teachers, students, correlations } = layer;
  return Array.from({ length: teachers }, (_, j) => {
    let count = 0;
    for (let k = 0; k < students; k++) if (correlations[j * students + k]! > threshold) count += 1;
    return count;
  });
}

/** The share of teachers that a student matches. @throws TheoryError for a threshold outside [0, 1). */
export function matchedRate(layer: Correlations, options: MatchOptions = {}): number {
  const counts = studentsPerTeacher(layer, options);
  return counts.filter((count) => count > 0).length / counts.length;
}

/** The mean of `bestPerTeacher`. */
export const meanBestCorrelation = (layer: Correlations): number =>
  bestPerTeacher(layer).reduce((sum, value) => sum + value, 0) / layer.teachers;

/**
 * The step of the first checkpoint at which each teacher node of a hidden layer (0 is the lowest) is matched; null where it
 * never is.
 *
 * @throws TheoryError for a threshold outside [0, 1), or a layer that the records do not have.
 */
export function firstMatch(
  records: readonly TrainingRecord[],
  options: MatchOptions & { readonly layer?: number } = {},
): readonly (number | null)[] {
  assertShapes(
    {
      records: list(record({ step: finite, layers: list(correlationsShape) })),
      options: optionsOf({ layer: finite, threshold: finite }),
    },
    { records, options },
  );
  const { layer = 0, threshold = 0.95 } = options;
  if (records.length === 0 || records.some(({ layers }) => layers[layer] === undefined)) {
    throw domainError("layer", layer, "a hidden layer of records that are not empty", "0 is the lowest hidden layer.");
  }
  const counts = records.map(({ layers }) => studentsPerTeacher(layers[layer]!, { threshold }));
  return counts[0]!.map((_, j) => {
    const first = counts.findIndex((count) => count[j]! > 0);
    return first < 0 ? null : records[first]!.step;
  });
}

function largest(count: number, value: (k: number) => number): number {
  let best = -1;
  for (let k = 0; k < count; k++) best = Math.max(best, value(k));
  return best;
}

function assertThreshold(threshold: number): void {
  if (threshold >= 0 && threshold < 1) return;
  throw domainError("threshold", threshold, "a correlation from 0 on and below 1", "The paper uses 0.95.");
}

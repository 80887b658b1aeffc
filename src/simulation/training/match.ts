import { domainError } from "../../numeric/domain.js";
import { assertMatrix } from "../../numeric/linearAlgebra/matrixChecks.js";
import { anyList, assertShapes, finite, optionsOf } from "../../numeric/shape.js";
import { correlationMatrix } from "./correlationMatrix.js";
import {
  bestPerStudent,
  bestPerTeacher,
  type Correlations,
  type MatchOptions,
  matchedRate,
  meanBestCorrelation,
  studentsPerTeacher,
} from "./matching.js";

/** Two sets of activations compared. */
export interface Match {
  /** Centred correlations, a row for each teacher; 0 for an activation that is constant up to 2^-50 of its largest entry. */
  readonly correlations: readonly (readonly number[])[];
  /** Inner products of the activations divided by their norms, over samples; 0 for one that is zero. */
  readonly uncentred: readonly (readonly number[])[];
  /** The largest centred correlation of each teacher, and of each student. */
  readonly bestPerTeacher: readonly number[];
  readonly bestPerStudent: readonly number[];
  /** How many students each teacher has a centred correlation above the threshold with. */
  readonly studentsPerTeacher: readonly number[];
  /** The share of teachers with one or more of them. */
  readonly matchedRate: number;
  /** Mean over teachers of the largest uncentred correlation: rho_mean of section 6.2. */
  readonly rhoMean: number;
}

/**
 * Compares activations of teacher and student nodes over the same samples. Rows are samples, columns are nodes; two samples
 * or more, one node or more on each side. Rounding: about samples * 1e-16 in each correlation, for
 * entries of any size and with any mean.
 *
 * Source: Tian (2020), "Over-parameterization as a catalyst for better generalization of deep ReLU network", section 6.
 *
 * @throws TheoryError for ragged or empty tables, entries that are not finite, a different number of samples, or a threshold
 * outside [0, 1).
 */
export function match(
  teacher: readonly (readonly number[])[],
  student: readonly (readonly number[])[],
  options: MatchOptions = {},
): Match {
  assertShapes(
    { teacher: anyList, student: anyList, options: optionsOf({ threshold: finite }) },
    { teacher, student, options },
  );
  assertTable("teacher", teacher);
  assertTable("student", student);
  if (teacher.length !== student.length) {
    const domain = `${teacher.length} samples, as many as the teacher's`;
    throw domainError("student", `${student.length} samples`, domain, "Measure both on the same samples.");
  }
  const correlations = correlationMatrix(teacher, student);
  const uncentred = correlationMatrix(teacher, student, { centred: false });
  const [centred, raw] = [tableOf(correlations), tableOf(uncentred)];
  return Object.freeze({
    correlations,
    uncentred,
    bestPerTeacher: bestPerTeacher(centred),
    bestPerStudent: bestPerStudent(centred),
    studentsPerTeacher: studentsPerTeacher(centred, options),
    matchedRate: matchedRate(centred, options),
    rhoMean: meanBestCorrelation(raw),
  });
}

const tableOf = (rows: readonly (readonly number[])[]): Correlations => ({
  teachers: rows.length,
  students: rows[0]!.length,
  correlations: rows.flat(),
});

function assertTable(name: string, rows: readonly (readonly number[])[]): void {
  assertMatrix(name, rows);
  if (rows.length > 1) return;
  throw domainError(name, "one row", "two samples or more", "Rows are samples, columns are nodes.");
}

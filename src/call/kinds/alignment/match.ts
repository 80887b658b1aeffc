import * as z from "zod";
import { match as compare } from "../../../simulation/training/match.js";
import { kind } from "../../kind.js";
import { matrix, number, real, realRows, reals } from "../../schemas.js";

export const match = kind({
  name: "match",
  area: "alignment",
  doc: "which students match which teachers, by correlation of their activations (Sec. 6.2)",
  inputs: z.strictObject({
    H_teacher: matrix.describe("Activations, a row a sample, a column a node."),
    H_student: matrix.describe("Of the same samples."),
    threshold: number.optional().describe("A correlation above it matches; default 0.95."),
  }),
  result: z.object({
    corr: realRows.describe(
      "Centred correlations, teachers x students; 0 for an activation that is constant up to 2^-50 of its largest entry.",
    ),
    best_per_teacher: reals,
    best_per_student: reals,
    students_per_teacher: z.array(z.int()),
    matched_rate: real.describe("Share of teachers that a student matches."),
    uncentred: realRows.describe("Correlations without centring."),
    rho_mean: real.describe("Mean over teachers of the largest uncentred correlation."),
  }),
  example: {
    H_teacher: [
      [1, 0],
      [0, 2],
      [0.5, 0],
    ],
    H_student: [[2], [0], [1]],
  },
  names: { teacher: "H_teacher", student: "H_student" },
  compute({ H_teacher, H_student, threshold }) {
    const found = compare(H_teacher, H_student, threshold === undefined ? {} : { threshold });
    return {
      corr: found.correlations,
      best_per_teacher: found.bestPerTeacher,
      best_per_student: found.bestPerStudent,
      students_per_teacher: found.studentsPerTeacher,
      matched_rate: found.matchedRate,
      uncentred: found.uncentred,
      rho_mean: found.rhoMean,
    };
  },
});

import * as z from "zod";
import { alignmentCoefficients } from "../../../theory/alignment/criticalPoints/alignmentCoefficients.js";
import { interpolation } from "../../../theory/alignment/criticalPoints/criticality.js";
import { observers } from "../../../theory/alignment/criticalPoints/observers.js";
import { polytope } from "../../../theory/alignment/regions/polytope.js";
import { kind } from "../../kind.js";
import { matrix, realRows } from "../../schemas.js";
import { region, regionOf } from "./region.js";

const rowsOf = matrix.describe("A row [w, b] a node.");
const fanOut = matrix.describe("Fan-out, a row a node.");

export const observer = kind({
  name: "observer",
  area: "alignment",
  doc: "who observes whom in a region, alignment by hyperplane, and the coefficients c_s (Theorem 2, corrected)",
  inputs: z.strictObject({ teacher_W: rowsOf, teacher_V: fanOut, student_W: rowsOf, student_V: fanOut, R0: region }),
  result: z.object({
    observer: z.array(z.array(z.boolean())).describe("[k][j]: student k observes teacher j inside the region."),
    alignment_sign: z.array(z.array(z.int())).describe("[k][j]: same hyperplane, 1 or -1 by orientation; 0 otherwise."),
    c_s_hyperplane: realRows.describe(
      "[k][j]: alpha_kj |w_j*| - sum of |w_q| beta_kq over students on that hyperplane.",
    ),
    c_s_positive_only: realRows.describe("With students of the same orientation only, as printed."),
    alpha: realRows.describe("v_k . v_j*."),
    beta: realRows.describe("v_k . v_q."),
    interpolating: z.boolean().describe("The student equals the teacher on the region."),
  }),
  example: {
    teacher_W: [[1, 0, 0.2]],
    teacher_V: [[1]],
    student_W: [
      [2, 0, 0.4],
      [0, 1, 0.1],
    ],
    student_V: [[0.5], [0]],
    R0: "box [-1,1]^2",
  },
  names: {
    "teacher.W": "teacher_W",
    "teacher.V": "teacher_V",
    "student.W": "student_W",
    "student.V": "student_V",
    teacher: "teacher_W",
    student: "student_W",
    region: "R0",
  },
  compute({ teacher_W, teacher_V, student_W, student_V, R0 }) {
    const [teacher, student] = [
      { W: teacher_W, V: teacher_V },
      { W: student_W, V: student_V },
    ];
    const where = regionOf(R0);
    const seen = observers(teacher_W, student_W, where);
    const found = alignmentCoefficients(teacher, student, polytope(where));
    return {
      observer: seen.observer,
      alignment_sign: found.alignmentSign,
      c_s_hyperplane: found.hyperplane,
      c_s_positive_only: found.positiveOnly,
      alpha: found.alpha,
      beta: found.beta,
      interpolating: interpolation(teacher, student, polytope(where)).vanishes,
    };
  },
});

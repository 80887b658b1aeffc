import * as z from "zod";
import { populationGradient } from "../../../theory/alignment/population/populationGradient.js";
import { populationLoss } from "../../../theory/alignment/population/populationLoss.js";
import { kind } from "../../kind.js";
import { matrix, real, realRows, reals } from "../../schemas.js";

const pattern = /^N\(0, ?(?:(\d+\.?\d*|\.\d+)(\^2)? ?\*? ?)?I\)$/;

/** s2 of N(0, s2 I), written as a variance or as a square. */
function varianceOf(input: string): number {
  const [, size = "1", square] = pattern.exec(input)!;
  return square === undefined ? Number(size) : Number(size) ** 2;
}

export const population = kind({
  name: "population",
  area: "alignment",
  doc: "population loss of two-layer ReLU networks and its negative gradient, in closed form",
  inputs: z.strictObject({
    W: matrix.describe("Student, a row a hidden node; no biases."),
    V: matrix.describe("Its fan-out, a row a hidden node."),
    W_teacher: matrix,
    V_teacher: matrix,
    input: z
      .string()
      .regex(pattern, { error: '"N(0,I)", "N(0,2 I)" or "N(0,1.5^2 I)"' })
      .optional()
      .describe("Law of the inputs; default N(0,I)."),
    rows: z.literal("nodes").optional().describe("A note: rows are nodes."),
  }),
  result: z.object({
    loss: real.describe("1/2 E|f* - f|^2, summed over outputs."),
    W_flow: realRows.describe("dW/dt: minus the gradient."),
    V_flow: realRows.describe("dV/dt."),
    w_dot_dw: reals.describe("w_k . dw_k/dt."),
  }),
  example: {
    W: [
      [1, 0],
      [0, 1],
    ],
    V: [[1], [0.5]],
    W_teacher: [[1, 1]],
    V_teacher: [[1]],
    input: "N(0,I)",
  },
  names: {
    "student.W": "W",
    "student.V": "V",
    "teacher.W": "W_teacher",
    "teacher.V": "V_teacher",
    "rows of student.V": "V",
    "rows of teacher.V": "V_teacher",
    "inputs of the student": "W",
    "outputs of the student": "V",
    variance: "input",
  },
  compute({ W, V, W_teacher, V_teacher, input = "N(0,I)" }) {
    const [student, teacher] = [
      { W, V },
      { W: W_teacher, V: V_teacher },
    ];
    const variance = varianceOf(input);
    const flow = populationGradient(student, teacher, { variance });
    return {
      loss: populationLoss(student, teacher, { variance }).value,
      ...{ W_flow: flow.W, V_flow: flow.V, w_dot_dw: flow.wDotW },
    };
  },
});

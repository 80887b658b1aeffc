import * as z from "zod";
import { lotkaVolterra } from "../../../theory/alignment/dynamics/lotkaVolterra.js";
import { kind } from "../../kind.js";
import { matrix, number, real, reals, vector } from "../../schemas.js";
import { logRatio, reachedState, solverFields, solverNote, timesTo } from "./reached.js";

export const lotka = kind({
  name: "lotka",
  area: "alignment",
  doc: "norms of students with frozen directions: dn_k/dt = n_k (g_k - (A n)_k)",
  inputs: z.strictObject({
    n0: vector.describe("Norms at time 0, at least 0."),
    growth: vector.describe("g."),
    A: matrix.describe("Square."),
    t: number.min(0),
  }),
  result: z.object({
    n_t: reals.describe("Norms at time t."),
    log_ratio_01: real.nullable().describe("ln(n_0/n_1) at t; null for a single student, or where both are 0."),
    interior_fixed_point: reals.nullable().describe("A^-1 g; null where A is singular."),
    ...solverFields,
  }),
  example: {
    n0: [0.1, 0.2],
    growth: [1, 0.8],
    A: [
      [1, 0.5],
      [0.6, 1],
    ],
    t: 10,
  },
  names: { n: "n0", "rows of A": "A", times: "t" },
  infinities: true,
  compute({ n0, growth, A, t }) {
    const { states, stopped, interiorFixedPoint, ...how } = lotkaVolterra(n0, growth, A, timesTo(t));
    const norms = reachedState(t, states, stopped);
    return {
      n_t: norms,
      log_ratio_01: logRatio(norms[0], norms[1]),
      interior_fixed_point: interiorFixedPoint,
      ...solverNote(how),
    };
  },
});

import { lotkaVolterraInterior, lotkaVolterraNorms } from "../../../../proofs/alignment/lotkaVolterra.js";
import { domainError } from "../../../numeric/domain.js";
import { dot, type Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { minus, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { frozenCompetition } from "../../../theory/alignment/dynamics/frozenCompetition.js";
import { growthFlow } from "../../../theory/alignment/dynamics/growthFlow.js";
import { lotkaVolterra } from "../../../theory/alignment/dynamics/lotkaVolterra.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { length, notation, problemOf, residueOf, rounding, toy } from "./settings.js";

/** Both lengths; a point where one is zero is skipped. */
function norms(w_1: Vector, w_2: Vector): readonly [number, number] {
  const [n1, n2] = [length(w_1), length(w_2)];
  if (n1 * n2 > 0) return [n1, n2];
  throw domainError("w_1, w_2", 0, "two nonzero weights", "Take other weights.");
}

export const lotkaIdentity = theorem({
  id: "alignment/lotka-volterra",
  kind: "theorem",
  title:
    "At every moment the norms of the toy's students obey Lotka-Volterra equations with the directions of that moment.",
  notation: {
    ...notation,
    "N'_k": "d|w_k|/dt",
    g_k: "u_k.w*",
    S_k: "sum_q A_kq N_q, A_kq = a_q u_k.u_q",
  },
  parameters: { ...toy, time: { set: "real", min: 0.1, max: 5, doc: "Time." } },
  assumptions: [],
  claim: equation(symbol("N'_k"), times("N_k", minus("g_k", "S_k"))),
  source: paper("section 5.3, Connection to competitive Lotka-Volterra equations; the coefficients are ours"),
  uses: ["alignment/equation-63"],
  proof: { kind: "steps", file: "proofs/alignment/lotkaVolterra.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [lotkaVolterraInterior, lotkaVolterraNorms],
      because: "one ends in d ln N_1/dt of two students, the other in where both rest",
    },
    {
      kind: "routes",
      left: {
        name: "w_k.r of both students",
        evaluate: (values) => [values.w_1, values.w_2].map((w) => dot(w, residueOf(values))),
      },
      right: {
        name: "N_k (g_k - sum_q A_kq N_q)",
        evaluate: (values) => {
          const { growth, A } = frozenCompetition(problemOf(values));
          const norms = [length(values.w_1), length(values.w_2)];
          return norms.map((norm, k) => norm * (growth[k]! - dot(A[k]!, norms)));
        },
      },
      tolerance: rounding,
    },
    {
      kind: "routes",
      left: {
        name: "norms of two students along w* and -w*, which never turn, by Lotka-Volterra",
        evaluate: ({ w_1, w_2, w_star, a_1, a_2, time }) => {
          const [n1, n2, M] = [...norms(w_1, w_2), length(w_star)] as const;
          const A = [
            [a_1, -a_2],
            [-a_1, a_2],
          ];
          const { states, error, converged } = lotkaVolterra([n1, n2], [M, -M], A, [0, time]);
          return states[states.length - 1]!.map((value) => ({ value, error, method: "ODE", evals: 0, converged }));
        },
      },
      right: {
        name: "norms by the flow of the weights",
        evaluate: ({ w_1, w_2, w_star, a_1, a_2, time }) => {
          const [n1, n2] = norms(w_1, w_2);
          const u = w_star.map((x) => x / length(w_star));
          const W = [u.map((x) => n1 * x), u.map((x) => -n2 * x)];
          const { states, error, converged } = growthFlow({ W, wStar: w_star, a: [a_1, a_2] }, [0, time], {
            method: "ode",
          });
          return states[states.length - 1]!.norms.map((value) => ({
            value,
            error,
            method: "ODE",
            evals: 0,
            converged,
          }));
        },
      },
      tolerance: {
        unit: "abs",
        limit: 1e-10,
        why: "flows to 1e-11 and 1e-12 a step, beyond the errors that they estimate",
      },
      cases: { count: 40, why: "two flows take 20 ms" },
    },
  ],
});

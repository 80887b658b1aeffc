import { plus, power, times } from "../../../symbolic/build.js";
import { equation } from "../../../symbolic/proposition.js";
import { growthClosedForm } from "../../../theory/alignment/dynamics/growthClosedForm.js";
import { growthFlow } from "../../../theory/alignment/dynamics/growthFlow.js";
import { theorem } from "../../theorem.js";
import { notation, problemOf, toy } from "./settings.js";

export const growthSolution = theorem({
  id: "alignment/growth-solution",
  kind: "theorem",
  title: "The residue w* - sum_q a_q w_q keeps its direction, and the toy of section 5.3 has a closed solution.",
  notation: {
    ...notation,
    kappa:
      "rate at which tanh(kappa t/2) settles; e^tau = (kappa + (N + R) T)/(kappa + (N - R) T), tau = the integral of |r|",
    R: "|r| at the start",
    N: "sum_q a_q |w_q| at the start",
    X: "sum_q a_q w_q.u at the start, u = r/|r|",
  },
  parameters: { ...toy, time: { set: "real", min: 0.01, max: 20, doc: "Time." } },
  assumptions: [],
  claim: equation(power("kappa", 2), plus(power("R", 2), times(2, "R", "X"), power("N", 2))),
  source: [{ key: "tian2020alignment", at: "section 5.3, r_k = r; the solution is ours" }],
  uses: ["alignment/equation-68"],
  proof: {
    kind: "open",
    reason:
      "dr/dt = -S r keeps the direction of r; with tau the integral of |r|, u.w_k and |w_k| are a hyperbolic rotation and e^tau solves a Riccati equation; steps are not written out.",
  },
  checks: [
    {
      kind: "routes",
      left: {
        name: "both weights by the closed solution",
        evaluate: ({ time, ...values }) => growthClosedForm(problemOf(values), time).W.flat(),
      },
      right: {
        name: "both weights by solving the differential equation",
        evaluate: ({ time, ...values }) => {
          const { states, error, converged } = growthFlow(problemOf(values), [0, time], { method: "ode" });
          const last = states[states.length - 1]!.W.flat();
          return last.map((value) => ({ value, error, method: "ODE", evals: 0, converged }));
        },
      },
      tolerance: { unit: "abs", limit: 1e-8, why: "the flow is solved to 1e-11 a step" },
      cases: { count: 60, why: "a flow takes 20 ms" },
    },
  ],
});

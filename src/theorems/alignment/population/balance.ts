import { integer, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { populationFlow } from "../../../theory/alignment/population/populationFlow.js";
import { theorem } from "../../theorem.js";
import { fanOutFlowBySectors, weightFlowBySectors } from "./networkMeans.js";
import { networks, rounding, studentOf, teacherOf } from "./settings.js";

export const balance = theorem({
  id: "alignment/balance",
  kind: "theorem",
  title: "Gradient flow of both layers keeps |w_k|^2 - |v_k|^2 of every student node.",
  notation: { D_k: "d/dt (|w_k|^2 - |v_k|^2)" },
  parameters: networks,
  assumptions: [],
  claim: equation(symbol("D_k"), integer(0)),
  source: [{ key: "tian2020alignment", at: "eq. (6); that the fan-out has the same growth is ours" }],
  uses: ["alignment/equation-6"],
  proof: {
    kind: "open",
    reason: "w_k.dw_k/dt and v_k.dv_k/dt are both E[f_k e.v_k], by homogeneity of the ReLU; steps are not written out.",
  },
  checks: [
    {
      kind: "routes",
      left: {
        name: "w_k . E[x z_k e.v_k] by sectors",
        evaluate: (values) => {
          const flow = weightFlowBySectors(values);
          return values.W.map((w, k) => w[0]! * flow[2 * k]! + w[1]! * flow[2 * k + 1]!);
        },
      },
      right: {
        name: "v_k . E[f_k e] by sectors",
        evaluate: (values) => {
          const flow = fanOutFlowBySectors(values);
          return values.V.map((v, k) => v.reduce((sum, x, c) => sum + x * flow[values.C * k + c]!, 0));
        },
      },
      tolerance: rounding,
    },
    {
      kind: "routes",
      left: {
        name: "|w_k|^2 - |v_k|^2 after the time 1/5 of the flow",
        evaluate: (values) => {
          const { states, error, converged } = populationFlow(studentOf(values), teacherOf(values), [0, 0.2]);
          const { balance: kept, norms, fanOut } = states[states.length - 1]!;
          const slack = 4 * error * Math.max(...norms, ...fanOut);
          return kept.map((value) => ({ value, error: slack, method: "ODE", evals: 0, converged }));
        },
      },
      right: {
        name: "at the start",
        evaluate: ({ W, V }) =>
          W.map((w, k) => w.reduce((s, x) => s + x * x, 0) - V[k]!.reduce((s, x) => s + x * x, 0)),
      },
      tolerance: { unit: "abs", limit: 1e-8, why: "the flow is solved to 1e-10 a step" },
      cases: { count: 12, why: "a flow takes 200 ms" },
    },
  ],
});

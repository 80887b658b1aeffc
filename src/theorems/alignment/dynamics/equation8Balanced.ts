import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { simplifiedFlow } from "../../../theory/alignment/dynamics/simplifiedFlow.js";
import { type PopulationFlow, populationFlow } from "../../../theory/alignment/population/populationFlow.js";
import { theorem } from "../../theorem.js";
import { networks } from "../population/settings.js";

const { n, m, W, W_star } = networks;
const signs = {
  set: "vector",
  length: "n",
  min: -1,
  max: 1,
  doc: "Signs of the fan-out v_k; its lengths are |w_k|.",
} as const;

type Rows = readonly (readonly number[])[];
interface BalancedValues {
  readonly W: Rows;
  readonly W_star: Rows;
  readonly s: readonly number[];
  readonly v: readonly number[];
}

const TIMES = [0, 0.3];

/** A student with |v_k| = |w_k| and one output, and its teacher. */
function balanced({ W: rows, s, W_star: teacher, v }: BalancedValues) {
  const V = rows.map((w, k) => [(s[k]! < 0 ? -1 : 1) * Math.hypot(...w)]);
  return [
    { W: rows, V },
    { W: teacher, V: v.map((entry) => [entry]) },
  ] as const;
}

function final({ states, error, converged }: PopulationFlow) {
  const last = states[states.length - 1]!;
  return last.W.flat().map((value) => ({ value, error, method: "ODE", evals: 0, converged }));
}

export const equation8Balanced = theorem({
  id: "alignment/equation-8-balanced",
  kind: "theorem",
  title:
    "For one output and balanced layers, |v_k| = |w_k| at the start, dw_k/dt = |w_k| r_k is the gradient flow of both layers at all times.",
  notation: { w_k: "by dw_k/dt = |w_k| r_k, v_k = +-|w_k|", y_k: "by gradient flow of both layers" },
  parameters: {
    n,
    m,
    W,
    s: signs,
    W_star,
    v: { set: "vector", length: "m", min: -2, max: 2, doc: "v*_j." },
  },
  assumptions: [],
  claim: equation(symbol("w_k"), symbol("y_k")),
  source: [{ key: "tian2020alignment", at: "eq. (8); when it is exact is ours" }],
  uses: ["alignment/equation-8", "alignment/balance"],
  proof: {
    kind: "open",
    reason:
      "The fan-out of balanced layers is +-|w_k| at all times, put into dw_k/dt = |v_k| r_k; steps are not written out.",
  },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the simplified dynamics",
        evaluate: (values) => final(simplifiedFlow(...balanced(values), TIMES, { tolerance: 1e-9 })),
      },
      right: {
        name: "gradient flow of both layers",
        evaluate: (values) => {
          const [student, teacher] = balanced(values);
          simplifiedFlow(student, teacher, [0]);
          return final(populationFlow(student, teacher, TIMES, { tolerance: 1e-9 }));
        },
      },
      tolerance: { unit: "abs", limit: 1e-8, why: "flows to 1e-9 a step over less than ten steps" },
      cases: { count: 20, why: "two flows take 100 ms" },
    },
  ],
});

import { dot } from "../../../numeric/linearAlgebra/vectors.js";
import { integer, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { growthClosedForm } from "../../../theory/alignment/dynamics/growthClosedForm.js";
import { growthFlow } from "../../../theory/alignment/dynamics/growthFlow.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { length, notation, problemOf, residueOf, type ToyValues, toy } from "./settings.js";

/** The cross product of w_k and the first residue: what never changes. */
const across = (w: readonly number[], r: readonly number[]) => w[0]! * r[1]! - w[1]! * r[0]!;

/** How little of the growth a student gets: none when it points exactly against w*. */
const leastShare = ({ w_1, w_2, w_star }: ToyValues): number => {
  const ahead = [w_1, w_2].map((w) => length(w) * length(w_star) + dot(w, w_star));
  return Math.min(...ahead) / ((length(w_1) + length(w_2)) * length(w_star));
};

/** Cosine of the first student's angle to w* at the time. */
const cosineAt = (values: ToyValues & { readonly time: number }): number => {
  const [w] = growthClosedForm(problemOf(values), values.time).W;
  return dot(w!, values.w_star) / (length(w!) * length(values.w_star));
};

export const alignWithTeacher = theorem({
  id: "alignment/align-with-w-star",
  kind: "theorem",
  title:
    "Students of one residue align with w* only as their initial norms vanish: their parts across the first residue never change.",
  notation: {
    ...notation,
    p_k: "the part of w_k(t) across the residue r(0)",
    q_k: "the same part of w_k(0)",
    c_k: "cosine of the angle of w_k and w* at a late time t",
  },
  parameters: { ...toy, time: { set: "real", min: 0.01, max: 20, doc: "Time." } },
  assumptions: [],
  claim: equation(symbol("p_k"), symbol("q_k")),
  source: paper("section 5.3"),
  uses: ["alignment/growth-solution"],
  proof: {
    kind: "open",
    reason: "Every w_k moves along r(0) only, which is w* for vanishing weights; steps are not written out.",
  },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the parts across the first residue after the flow",
        evaluate: ({ time, ...values }) => {
          const { states, error, converged } = growthFlow(problemOf(values), [0, time], { method: "ode" });
          const r = residueOf(values);
          return states[states.length - 1]!.W.map((w) => ({
            value: across(w, r),
            error: 2 * error * length(r),
            method: "ODE",
            evals: 0,
            converged,
          }));
        },
      },
      right: {
        name: "before it",
        evaluate: (values) => [values.w_1, values.w_2].map((w) => across(w, residueOf(values))),
      },
      tolerance: { unit: "abs", limit: 1e-8, why: "the flow is solved to 1e-11 a step" },
      cases: { count: 60, why: "a flow takes 20 ms" },
    },
    {
      kind: "routes",
      left: {
        name: "sines of the final angles to w* of weights a millionth as long, times the smallest of (1 + cos)/2 at the start",
        evaluate: (values) => {
          const small = { ...values, w_1: values.w_1.map((x) => 1e-6 * x), w_2: values.w_2.map((x) => 1e-6 * x) };
          const { W } = growthClosedForm(problemOf(small), Number.POSITIVE_INFINITY);
          const factor = leastShare(values) * length(values.w_star) ** 2;
          return W.map((w) =>
            length(w) === 0 ? 0 : (factor * across(w, values.w_star)) / (length(w) * length(values.w_star)),
          );
        },
      },
      right: { name: "0", evaluate: () => [0, 0] },
      tolerance: {
        unit: "abs",
        limit: 1e-4,
        why: "what is left has the order of the initial norms, up to 4e-6, times the lengths of w*, up to 4",
      },
    },
  ],
  printed: {
    claim: equation(symbol("c_k"), integer(1)),
    says: "'w_k will align with w* and every student node goes to w*': false for initial norms that are not small; only sum_q a_q w_q goes to w*.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { w_1: [0.3, 0.1], w_2: [0.2, -0.4], w_star: [1, 0.5], a_1: 0.6, a_2: 1, time: 20 },
      left: {
        name: "cosine of the first student's angle to w* at t = 20, where the residue is spent",
        evaluate: cosineAt,
      },
      right: { name: "1", evaluate: () => 1 },
      tolerance: { unit: "abs", limit: 1e-6, why: "rounding" },
    },
  },
});

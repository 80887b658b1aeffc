import { dot } from "../../../numeric/linearAlgebra/vectors.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { nodeResidues } from "../../../theory/alignment/dynamics/nodeResidues.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { weightFlowBySectors } from "./networkMeans.js";
import { momentInPlane } from "./planeMean.js";
import { type NetworkValues, networks, studentOf, teacherOf } from "./settings.js";

/** What teacher j adds to the flow of student k, by sectors, j and k from 0. */
function pullOf(values: NetworkValues, k: number, j: number): readonly number[] {
  const silent = values.V_star.map((v, i) => (i === j ? v : v.map(() => 0)));
  const nobody = values.V_star.map((v) => v.map(() => 0));
  const [one, none] = [silent, nobody].map((V_star) => weightFlowBySectors({ ...values, V_star }));
  return [0, 1].map((i) => one![2 * k + i]! - none![2 * k + i]!);
}

const moment = ({ W, W_star }: NetworkValues, k: number, j: number) =>
  Math.hypot(...W[k]!) > 0 && Math.hypot(...W_star[j]!) > 0 ? momentInPlane(W[k]!, W_star[j]!) : [0, 0];

export const alphaCoefficients = theorem({
  id: "alignment/alpha-coefficients",
  kind: "definition",
  title: "The pull of teacher j on student k has the weight alpha_kj = v_k.v*_j.",
  notation: { a_kj: "alpha_kj", p_kj: "v_k.v*_j", "p'_kj": "v*_k.v_j" },
  parameters: networks,
  assumptions: [],
  claim: equation(symbol("a_kj"), symbol("p_kj")),
  source: paper("eq. (5) and the introduction of section 5"),
  uses: ["alignment/equation-5"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "what the last teacher adds to the flow of the first student, by sectors",
        evaluate: (values) => pullOf(values, 0, values.m - 1),
      },
      right: {
        name: "alpha |v_1| E[x z_1 f*_m], with the alpha of nodeResidues, made with v_1/|v_1|",
        evaluate: (values) => {
          const { alpha } = nodeResidues(studentOf(values), teacherOf(values));
          const weight = alpha[values.m - 1]![0]! * Math.hypot(...values.V[0]!);
          return moment(values, 0, values.m - 1).map((entry) => entry * weight);
        },
      },
      tolerance: { unit: "abs", limit: 1e-11, why: "a difference of two flows of up to a few hundred" },
    },
  ],
  printed: {
    claim: equation(symbol("a_kj"), symbol("p'_kj")),
    says: "The introduction of section 5 prints v*_k.v_j: student and teacher are swapped.",
    damaged: false,
    refutation: {
      kind: "point",
      at: {
        n: 2,
        m: 2,
        C: 1,
        W: [
          [1, 0],
          [0, 1],
        ],
        V: [[1], [2]],
        W_star: [
          [1, 0],
          [1, 1],
        ],
        V_star: [[1], [1]],
      },
      left: {
        name: "what the second teacher adds to the flow of the first student",
        evaluate: (values) => pullOf(values, 0, 1),
      },
      right: {
        name: "(v*_1.v_2) E[x z_1 f*_2]",
        evaluate: (values) => moment(values, 0, 1).map((entry) => entry * dot(values.V_star[0]!, values.V[1]!)),
      },
      tolerance: { unit: "abs", limit: 1e-9, why: "rounding of numbers of order 1" },
    },
  },
});

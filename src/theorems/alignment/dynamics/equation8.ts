import { times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { nodeResidues } from "../../../theory/alignment/dynamics/nodeResidues.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { weightFlowBySectors } from "../population/networkMeans.js";
import { type NetworkValues, networks, rounding, studentOf, teacherOf } from "../population/settings.js";

const scaledResidues = (values: NetworkValues, lengths: readonly (readonly number[])[]): readonly number[] => {
  const { residues } = nodeResidues(studentOf(values), teacherOf(values));
  return residues.flatMap((r, k) => r.map((x) => Math.hypot(...lengths[k]!) * x));
};

export const equation8 = theorem({
  id: "alignment/equation-8",
  kind: "formula",
  title:
    "The population flow is dw_k/dt = |v_k| r_k with the residue r_k of eq. (8), alpha and beta made with v_k/|v_k|.",
  notation: {
    "w'_k": "dw_k/dt",
    r_k: "sum_j alpha_jk psi(t_jk) w*_j - sum_q beta_qk psi(t_qk) w_q - nu_k w_k",
    F_k: "|v_k|",
    N_k: "|w_k|",
  },
  parameters: networks,
  assumptions: [],
  claim: equation(symbol("w'_k"), times("F_k", "r_k")),
  source: paper("eq. (8)"),
  uses: ["alignment/equation-5", "alignment/assumption-2"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: { name: "|v_k| r_k", evaluate: (values) => scaledResidues(values, values.V) },
      right: {
        name: "E[x z_k e.v_k] by sectors",
        evaluate: (values) => {
          nodeResidues(studentOf(values), teacherOf(values));
          return weightFlowBySectors(values);
        },
      },
      tolerance: rounding,
    },
  ],
  printed: {
    claim: equation(symbol("w'_k"), times("N_k", "r_k")),
    says: "The factor is printed as |w_k|: right for balanced layers, |v_k| = |w_k|, only. In section 5 the fan-out is constant, and then it is a constant.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { n: 1, m: 1, C: 1, W: [[1, 1]], V: [[1]], W_star: [[1, 0]], V_star: [[1]] },
      left: { name: "E[x z_k e.v_k] by sectors", evaluate: (values) => weightFlowBySectors(values) },
      right: { name: "|w_k| r_k", evaluate: (values) => scaledResidues(values, values.W) },
      tolerance: { unit: "abs", limit: 1e-9, why: "rounding" },
    },
  },
});

import { equation70Erratum as erratum } from "../../../../proofs/alignment/symmetryBreaking.js";
import { dot } from "../../../numeric/linearAlgebra/vectors.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { differences, length, notation, residueOf, type ToyValues, toy } from "./settings.js";
import { explained, growthRateSlopes, growthRates } from "./toyRates.js";

interface BumpedValues extends ToyValues {
  readonly eps: number;
}

/** (h_2 - h_1)(h_2 + h_1 + S) + |r_1|^2 - |r_2|^2. */
function printedRight(values: BumpedValues): number {
  const [h1, h2] = growthRates(values, values.eps);
  const [r1, r2] = [residueOf(values, values.eps), residueOf(values)];
  return (h2 - h1) * (h2 + h1 + explained(values)) + dot(r1, r1) - dot(r2, r2);
}

/** eps w*.[S u_1 - a_1 |w_1| (u_1 - u_2)]: r_1 is not r, and dr/dt contains a_1 |w_1| eps w*. */
function rest(values: BumpedValues): number {
  const { w_1, w_2, w_star, a_1, eps } = values;
  const [c1, c2] = [dot(w_1, w_star) / length(w_1), dot(w_2, w_star) / length(w_2)];
  return eps * (explained(values) * c1 - a_1 * length(w_1) * (c1 - c2));
}

const difference = (values: BumpedValues): number => {
  const [first, second] = growthRateSlopes(values, values.eps);
  return first - second;
};

export const equation70 = theorem({
  id: "alignment/equation-70",
  kind: "formula",
  title:
    "A node that sees (1 + eps) w* has a growth rate that is driven by the difference of |r_k|^2 and by eps S u_1.w*.",
  notation: {
    ...notation,
    dh_12: "d(h_1 - h_2)/dt where r_1 = r + eps w* and r_2 = r = w* - sum_q a_q w_q",
    S: "sum_q a_q |w_q|",
    E: "|r_1|^2 - |r_2|^2",
    p_k: "u_k.w*",
  },
  parameters: { ...toy, eps: { set: "real", min: -0.5, max: 0.5, doc: "eps." } },
  assumptions: [],
  claim: erratum.corrected,
  source: paper("eq. (70)"),
  uses: ["alignment/equation-67", "alignment/equation-69"],
  proof: { kind: "steps", file: "proofs/alignment/symmetryBreaking.ts" },
  checks: [
    {
      kind: "routes",
      left: { name: "h_1 - h_2 along the flow, by differences", evaluate: difference },
      right: { name: "eq. (70) with its missing term", evaluate: (values) => printedRight(values) + rest(values) },
      tolerance: { unit: "abs", limit: 1e-8, why: `${differences.why}; each slope is up to 100` },
    },
  ],
  printed: {
    claim: erratum.printed,
    says: "Eq. (70) is eq. (69) plus |r_k|^2 - |r_q|^2; but eq. (68), from which that follows, needs one residue for both nodes: S multiplies r and not r_k. Shown for one input and positive weights, where h_1 - h_2 = eps w* is constant.",
    damaged: false,
    refutation: { kind: "exact", erratum },
  },
});

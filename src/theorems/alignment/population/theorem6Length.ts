import { theorem6NormsErratum as erratum } from "../../../../proofs/alignment/population.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { momentInPlane } from "./planeMean.js";

export const theorem6Length = theorem({
  id: "alignment/theorem-6-length",
  kind: "theorem",
  title:
    "E[x z_k f_j] does not depend on the length of w_k: for unit w_j its slope against w_j is a function of the angle.",
  notation: {
    E_yx: "the part of E[x z_k f_j] across w_j over the part along it",
    c: "the cosine of the angle of w_k and w_j",
    k: "|w_k|",
  },
  parameters: {
    c: { set: "real", min: -0.999, max: 0.999, doc: "Cosine of the angle." },
    k: { set: "real", min: 0.1, max: 4, doc: "|w_k|." },
  },
  assumptions: [],
  claim: erratum.corrected,
  source: paper("Theorem 6"),
  uses: ["alignment/theorem-6"],
  proof: { kind: "steps", file: "proofs/alignment/population.ts" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the slope of the mean by sectors",
        evaluate: ({ c, k }) => {
          const [x, y] = momentInPlane([k * c, k * Math.sqrt(1 - c * c)], [1, 0]);
          return y / x;
        },
      },
      right: {
        name: "sin^2/(pi - t + sin t cos t)",
        evaluate: ({ c }) => (1 - c * c) / (Math.PI - Math.acos(c) + Math.sqrt(1 - c * c) * c),
      },
      tolerance: {
        unit: "abs",
        limit: 1e-8,
        why: "at the cosine -0.999 the denominator is 6e-5, a difference of numbers of order 1",
      },
    },
  ],
  printed: {
    claim: erratum.printed,
    says: "As printed, |w_j||w_k| [(pi - t) w_j + sin t w_k], the slope grows with |w_k|.",
    damaged: false,
    refutation: { kind: "exact", erratum },
  },
});

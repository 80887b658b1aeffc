import { power, times } from "../../../symbolic/build.js";
import { call, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { nodeResidues } from "../../../theory/alignment/dynamics/nodeResidues.js";
import { theorem } from "../../theorem.js";
import { slopeByDifferences } from "../../ways/differences.js";
import { paper } from "../paper.js";
import { moved } from "./nodeGrowth.js";
import { positive } from "./settings.js";

export const equation9 = theorem({
  id: "alignment/equation-9",
  kind: "formula",
  title: "The cosine of a single student to a teacher of length 1 grows by alpha psi(t) sin(t)^2.",
  notation: {
    "c'": "d/dt (w*.u), u = w/|w|",
    psi: "(pi - t)/(2 pi)",
    alpha: "v*.v/|v|",
  },
  parameters: {
    t: { set: "real", min: 0.05, max: 3.1, doc: "Angle of student and teacher, radians." },
    N: positive(0.2, 4, "|w| = |v|."),
    alpha: { set: "real", min: -2, max: 2, doc: "v*, with one output and v > 0." },
  },
  assumptions: [],
  claim: equation(symbol("c'"), times("alpha", symbol("psi"), power(call("Sin", symbol("t")), 2))),
  source: paper("eq. (9)"),
  uses: ["alignment/equation-8", "alignment/equation-66"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the cosine along |w| r with the residue of eq. (8), by differences",
        evaluate: ({ t, N, alpha }) => {
          const w = [N * Math.cos(t), N * Math.sin(t)];
          const { residues } = nodeResidues({ W: [w], V: [[N]] }, { W: [[1, 0]], V: [[alpha]] });
          const step = residues[0]!.map((x) => N * x);
          const cosine = (s: number) => {
            const now = moved(w, s, step);
            return now[0]! / Math.hypot(...now);
          };
          return slopeByDifferences(cosine, 0, 0.4 / (1 + Math.hypot(...residues[0]!)));
        },
      },
      right: {
        name: "alpha (pi - t)/(2 pi) sin(t)^2",
        evaluate: ({ t, alpha }) => (alpha * (Math.PI - t) * Math.sin(t) ** 2) / (2 * Math.PI),
      },
      tolerance: { unit: "abs", limit: 1e-11, why: "extrapolated differences of a cosine" },
    },
  ],
});

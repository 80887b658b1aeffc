import { plus, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { applyTensor } from "../ways/orbitTensor.js";
import { entriesOf, fromRows } from "../ways/patterns.js";
import { applyDos, dosCoefficients, dosParameters } from "./dos.js";
import { rounding, symmetric } from "./settings.js";

export const definitionB54 = theorem({
  id: "batchnorm/definition-b-54",
  kind: "definition",
  title:
    "T is DOS(u, v, w), diagonal-off-diagonal semidirect, when T{S}_ii = u S_ii and T{S}_ij = v S_ii + v S_jj + w S_ij: an ultrasymmetric operator.",
  notation: { T_12: "an off-diagonal entry of T{S}; T{S}_11 = u S_11", S_11: "entries of S" },
  parameters: { ...dosParameters, B: { ...dosParameters.B, max: 9 }, S: symmetric },
  assumptions: [],
  claim: equation(symbol("T_12"), plus(times("v", "S_11"), times("v", "S_22"), times("w", "S_12"))),
  source: paper("Definition B.54"),
  uses: ["batchnorm/definition-b-30"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: { name: "the definition", evaluate: ({ u, v, w, S }) => entriesOf(applyDos(u, v, w, fromRows(S))) },
      right: {
        name: "the ultrasymmetric array with [11|11] = u, [12|11] = v, [12|12] + [12|21] = w, else 0",
        evaluate: ({ u, v, w, S }) => entriesOf(applyTensor(dosCoefficients(u, v, w), fromRows(S))),
      },
      tolerance: rounding,
    },
  ],
});

import { over, pi, times } from "../../../symbolic/build.js";
import { call, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { momentInPlane } from "./planeMean.js";
import { notation } from "./settings.js";

/** psi and psi' of two weights of the given lengths at the angle, solved from the mean by sectors. */
function coefficients(t: number, N_k: number, N_j: number): readonly [number, number] {
  const [wk, wj] = [
    [N_k, 0],
    [N_j * Math.cos(t), N_j * Math.sin(t)],
  ];
  const [x, y] = momentInPlane(wk, wj);
  const psi = y / wj[1];
  return [psi, (x - psi * wj[0]) / N_k];
}

const length = (doc: string) => ({ set: "real", min: 0.1, max: 4, doc }) as const;

export const assumption2 = theorem({
  id: "alignment/assumption-2",
  kind: "definition",
  title:
    "Assumption 2 writes E[x z_k f_j] = psi w_j + psi' w_k with psi = 0 at opposite weights; over N(0, I) psi = (pi - t)/(2 pi).",
  notation: { ...notation, N_k: "|w_k|", N_j: "|w_j|", g: "any function of the angle" },
  parameters: {
    t: { set: "real", min: 0.01, max: 3.13, doc: "Angle of the two weights, radians." },
    N_k: length("|w_k|"),
    N_j: length("|w_j|"),
  },
  assumptions: [],
  claim: equation(symbol("psi'"), over(times("N_j", call("Sin", symbol("t"))), times(2, pi, "N_k"))),
  source: paper("Assumption 2"),
  uses: ["alignment/theorem-6"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "both coefficients of the mean by sectors",
        evaluate: ({ t, N_k, N_j }) => coefficients(t, N_k, N_j),
      },
      right: {
        name: "(pi - t)/(2 pi) and |w_j| sin t/(2 pi |w_k|)",
        evaluate: ({ t, N_k, N_j }) => [(Math.PI - t) / (2 * Math.PI), (N_j * Math.sin(t)) / (2 * Math.PI * N_k)],
      },
      tolerance: { unit: "abs", limit: 1e-11, why: "division by a sine of at least 0.01, lengths up to 40 apart" },
    },
  ],
  printed: {
    claim: equation(symbol("psi'"), symbol("g")),
    says: "psi' is written as a function of the angle alone; it also has the factor |w_j|/|w_k|. psi has none.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { t: 1, N_k: 1, N_j: 2 },
      left: { name: "psi' at these lengths", evaluate: ({ t, N_k, N_j }) => coefficients(t, N_k, N_j)[1] },
      right: { name: "psi' of unit weights at the same angle", evaluate: ({ t }) => coefficients(t, 1, 1)[1] },
      tolerance: { unit: "abs", limit: 1e-9, why: "rounding of two numbers of order 1" },
    },
  },
});

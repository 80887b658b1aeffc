import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { alignmentGroups, alignmentSign } from "../../../theory/alignment/criticalPoints/hyperplanes.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { seed, size } from "../ways/parameters.js";
import { gaussians, streamOf } from "../ways/randomObjects.js";
import { integerRows, parallel } from "../ways/sampledNullity.js";
import { counted } from "./settings.js";

const directionOf = (a: readonly number[], b: readonly number[]): number =>
  parallel(a, b) ? Math.sign(a.reduce((sum, entry, i) => sum + entry * b[i]!, 0)) : 0;

export const definition3 = theorem({
  id: "alignment/definition-3",
  kind: "definition",
  title:
    "Nodes are aligned when w_k = gamma w_j, bias included; gamma > 0 is the printed definition, and gamma of either sign, the same hyperplane, is what the theorems need: an equivalence relation.",
  notation: {
    s: "1 where w_k = gamma w_j with gamma > 0, -1 with gamma < 0, 0 for different hyperplanes",
    "s'": "the sign of gamma that the rows were made with",
  },
  parameters: {
    d: size(1, 6, "Number of inputs."),
    gamma: { set: "real", min: 1e-6, max: 1e6, doc: "The factor |gamma|." },
    K: size(2, 8, "Number of nodes that are grouped."),
    seed,
  },
  assumptions: [],
  claim: equation(symbol("s"), symbol("s'")),
  source: paper("Definition 3"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "unit vectors compared, of gamma w and w, -gamma w and w, and of w and another row",
        evaluate: ({ d, gamma, seed: from }) => {
          const stream = streamOf(from, 10);
          const [w, other] = [gaussians(stream, d + 1), gaussians(stream, d + 1)];
          const times = (factor: number) => w.map((entry) => factor * entry);
          return [alignmentSign(times(gamma), w), alignmentSign(times(-gamma), w), alignmentSign(w, other)];
        },
      },
      right: { name: "how they were made", evaluate: () => [1, -1, 0] },
      tolerance: counted,
    },
    {
      kind: "routes",
      left: {
        name: "hyperplane and side of every row by groups",
        evaluate: ({ d, K, seed: from }) => {
          const rows = integerRows(from, d, K);
          const groups = alignmentGroups(rows);
          return rows.flatMap((_, i) =>
            rows.map((__, j) => {
              const home = groups.find(({ members }) => members.some(({ node }) => node === i))!;
              const signOf = (k: number) => home.members.find(({ node }) => node === k)?.sign ?? 0;
              return signOf(i) * signOf(j);
            }),
          );
        },
      },
      right: {
        name: "exact minors of pairs",
        evaluate: ({ d, K, seed: from }) => {
          const rows = integerRows(from, d, K);
          return rows.flatMap((a) => rows.map((b) => directionOf(a, b)));
        },
      },
      tolerance: counted,
    },
  ],
});

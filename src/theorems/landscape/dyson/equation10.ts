import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { applySelfEnergy } from "../../../theory/landscape/dyson/selfEnergies/customSelfEnergy.js";
import { literalSelfEnergy } from "../../../theory/landscape/dyson/selfEnergies/literalSelfEnergy.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { listed, type Rows } from "../ways/complexRows.js";
import { randomSymmetric, randomVariances, range, seed, size } from "../ways/randomEquations.js";
import { rounding } from "./settings.js";

/** E[W R W]/N over all patterns of signs of the entries of W, whose magnitudes are the deviations. */
function overSigns(variances: Rows, R: Rows): Rows {
  const n = variances.length;
  const patterns = range(2 ** ((n * (n + 1)) / 2));
  const sum = range(n).map(() => new Array<number>(n).fill(0));
  for (const code of patterns) {
    const W = range(n).map((i) =>
      range(n).map((j) => {
        const [a, b] = [Math.max(i, j), Math.min(i, j)];
        return ((code >> ((a * (a + 1)) / 2 + b)) & 1 ? 1 : -1) * Math.sqrt(variances[i]![j]!);
      }),
    );
    const WR = W.map((row) => range(n).map((l) => row.reduce((total, entry, k) => total + entry * R[k]![l]!, 0)));
    for (const i of range(n)) {
      for (const j of range(n)) {
        sum[i]![j]! += WR[i]!.reduce((total, entry, l) => total + entry * W[l]![j]!, 0) / (n * patterns.length);
      }
    }
  }
  return sum;
}

export const equation10 = theorem({
  id: "landscape/equation-10",
  kind: "definition",
  title:
    "S[R] = E[W R W]/N of independent symmetric entries is diagonal sums of variances, and Var_ij R_ji/N off the diagonal.",
  notation: { s: "entries of S[R] by variances", e: "entries of E[W R W]/N over all signs of the entries" },
  parameters: { N: size(1, 3, "Size N of the matrices."), seed },
  assumptions: [],
  claim: equation(symbol("s"), symbol("e")),
  source: paper("eq. (10)"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the literal self-energy",
        evaluate: ({ N, seed: from }) => {
          const R = randomSymmetric(from, 2, N).map((row, i) => row.map((entry, j) => entry + i - j));
          const zero = R.map((row) => row.map(() => 0));
          return listed(applySelfEnergy(literalSelfEnergy(randomVariances(from, N)), { re: R, im: zero })).slice(
            0,
            N * N,
          );
        },
      },
      right: {
        name: "all patterns of signs",
        evaluate: ({ N, seed: from }) => {
          const R = randomSymmetric(from, 2, N).map((row, i) => row.map((entry, j) => entry + i - j));
          return overSigns(randomVariances(from, N), R).flat();
        },
      },
      tolerance: rounding,
    },
  ],
});

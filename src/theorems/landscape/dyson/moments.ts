import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { dysonEquation } from "../../../theory/landscape/dyson/dysonEquation.js";
import { kroneckerSelfEnergy } from "../../../theory/landscape/dyson/selfEnergies/kroneckerSelfEnergy.js";
import { solveDyson } from "../../../theory/landscape/dyson/solver/solveDyson.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import type { Rows } from "../ways/complexRows.js";
import { randomSymmetric, range, seed, size } from "../ways/randomEquations.js";
import { rounding } from "./settings.js";

const multiply = (a: Rows, b: Rows): number[][] =>
  a.map((row) => b.map((_, j) => row.reduce((sum, entry, k) => sum + entry * b[k]![j]!, 0)));

const TERMS = 60;

/** M_0 = 1, M_k = A M_(k-1) + sum_l S[M_l] M_(k-2-l): matrix-valued moments, sums over non-crossing pairings. */
function momentsOf(A: Rows, coefficients: readonly Rows[]): readonly Rows[] {
  const d = A.length;
  const S = (R: Rows) => coefficients.map((a) => multiply(multiply(a, R), a));
  const moments: number[][][] = [range(d).map((i) => range(d).map((j) => Number(i === j)))];
  const images: Rows[][] = [];
  for (let k = 1; k < TERMS; k++) {
    images.push(S(moments[k - 1]!));
    const next = multiply(A, moments[k - 1]!);
    for (let l = 0; l <= k - 2; l++) {
      for (const image of images[l]!) {
        const term = multiply(image, moments[k - 2 - l]!);
        for (const i of range(d)) for (const j of range(d)) next[i]![j]! += term[i]![j]!;
      }
    }
    moments.push(next);
  }
  return moments;
}

const ensembleOf = (from: number, d: number) => {
  const scaled = (draw: number) => {
    const matrix = randomSymmetric(from, draw, d);
    const most = Math.max(1e-3, ...matrix.map((row) => row.reduce((sum, entry) => sum + Math.abs(entry), 0)));
    return matrix.map((row) => row.map((entry) => entry / most));
  };
  return { A: scaled(0), coefficients: [scaled(1), scaled(2)] };
};

export const dysonMoments = theorem({
  id: "landscape/dyson-moments",
  kind: "formula",
  title:
    "The solution is the series -sum_k M_k z^(-k-1), M_k = A M_(k-1) + sum_l S[M_l] M_(k-2-l): sums over non-crossing pairings.",
  notation: { m: "trace of the solution at |z| = R, real and imaginary part", s: "trace of 60 terms of the series" },
  parameters: {
    d: size(1, 3, "Size d of A and of the A_k, all of norm 1 at most."),
    t: { set: "real", min: 0.1, max: 3, doc: "Argument of z." },
    R: { set: "real", min: 8, max: 20, doc: "Magnitude of z: the spectrum lies within 1 + 8^(1/2)." },
    seed,
  },
  assumptions: [],
  claim: equation(symbol("m"), symbol("s")),
  source: paper("eq. (9)"),
  uses: ["landscape/equation-9"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the solver",
        evaluate: ({ d, t, R, seed: from }) => {
          const { A, coefficients } = ensembleOf(from, d);
          const equationOf = dysonEquation(kroneckerSelfEnergy(coefficients), { mean: A });
          return [...solveDyson(equationOf, R * Math.cos(t), { eta: R * Math.sin(t) }).trace];
        },
      },
      right: {
        name: "the series",
        evaluate: ({ d, t, R, seed: from }) => {
          const { A, coefficients } = ensembleOf(from, d);
          let [x, y] = [0, 0];
          for (const [k, moment] of momentsOf(A, coefficients).entries()) {
            const mean = moment.reduce((sum, row, i) => sum + row[i]!, 0) / d;
            x -= (mean * Math.cos((k + 1) * t)) / R ** (k + 1);
            y += (mean * Math.sin((k + 1) * t)) / R ** (k + 1);
          }
          return [x, y];
        },
      },
      tolerance: rounding,
      cases: { count: 100, why: "a series takes some thousand products of matrices" },
    },
  ],
});

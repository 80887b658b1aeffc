import { gaussKronrod } from "../../../numeric/quadrature/gaussKronrod.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { randomShares, range, seed, size, streamOf } from "../ways/randomEquations.js";

/** Atoms at different whole numbers from -3 to 3, and an interval whose ends are halves of whole numbers: some of them are atoms. */
function measureOf(from: number, count: number) {
  const stream = streamOf(from, 3);
  const free = range(7).map((k) => k - 3);
  const atoms = range(count).map(() => free.splice(Math.floor(stream.uniform() * free.length), 1)[0]!);
  const a = Math.floor(stream.uniform() * 8) / 2 - 3;
  return { atoms, weights: randomShares(from, 4, count), a, b: a + (1 + Math.floor(stream.uniform() * 4)) / 2 };
}

/** (1/pi) int_a^b Im m(x + i eta) dx by quadrature. */
function smoothed(from: number, count: number, eta: number): number {
  const { atoms, weights, a, b } = measureOf(from, count);
  const height = (x: number) =>
    atoms.reduce((sum, atom, k) => sum + (weights[k]! * eta) / ((x - atom) ** 2 + eta * eta), 0) / Math.PI;
  const near = atoms.flatMap((atom) => [atom - 4 * eta, atom, atom + 4 * eta]).filter((x) => x > a && x < b);
  const breakpoints = [...new Set(near)].sort((x, y) => x - y);
  return gaussKronrod(height, a, b, { breakpoints, relativeTolerance: 1e-12 }).value;
}

export const lemmaF1 = theorem({
  id: "landscape/lemma-f-1",
  kind: "lemma",
  title:
    "Integrated over (a, b) just above the axis, Im m/pi tends to the measure of (a, b) and half of what lies on a and b.",
  notation: {
    s: "limit of (1/pi) int_a^b Im m(x + i eta) dx as eta tends to 0",
    w: "mu((a, b)) + (mu({a}) + mu({b}))/2",
  },
  parameters: { n: size(1, 5, "Atoms of the measure."), seed },
  assumptions: [],
  claim: equation(symbol("s"), symbol("w")),
  source: paper("Lemma F.1"),
  uses: ["landscape/definition-f-4"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "quadrature at three eta, extrapolated: only odd powers of eta occur",
        evaluate: ({ n, seed: from }) => {
          const [one, half, quarter] = [1, 2, 4].map((part) => smoothed(from, n, 0.01 / part)) as [
            number,
            number,
            number,
          ];
          const [first, second] = [2 * half - one, 2 * quarter - half];
          return (8 * second - first) / 7;
        },
      },
      right: {
        name: "atoms counted",
        evaluate: ({ n, seed: from }) => {
          const { atoms, weights, a, b } = measureOf(from, n);
          const share = (x: number) => (x > a && x < b ? 1 : x === a || x === b ? 0.5 : 0);
          return atoms.reduce((sum, atom, k) => sum + weights[k]! * share(atom), 0);
        },
      },
      tolerance: {
        unit: "abs",
        limit: 1e-7,
        why: "what is left after eta and eta^3: eta^5/distance^5, distance 1/2 at least",
      },
    },
  ],
});

import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { jointCumulant, jointCumulants } from "../../../theory/landscape/cumulants/jointCumulant.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { type Tuple, tupleOf } from "./definitionF5.js";
import { seed, size, streamOf } from "./settings.js";

/** All n-tuples of non-negative integers with sum k. */
function multiIndices(n: number, k: number): readonly (readonly number[])[] {
  if (n === 1) return [[k]];
  return Array.from({ length: k + 1 }, (_, first) =>
    multiIndices(n - 1, k - first).map((rest) => [first, ...rest]),
  ).flat();
}

const factorial = (k: number): number => (k < 2 ? 1 : k * factorial(k - 1));

const direction = ({ n, seed: from }: Tuple): readonly number[] => {
  const stream = streamOf(from, 4);
  return Array.from({ length: n }, () => stream.next());
};

export const definitionF6 = theorem({
  id: "landscape/definition-f-6",
  kind: "definition",
  title:
    "A multi-index m with |m| = k stands for k!/m! orderings of the arguments: kappa_k(t.w) is the sum of k!/m! t^m kappa_m over them.",
  notation: { c: "k-th cumulant of the number t.w", s: "sum over |m| = k of k!/m! t^m kappa_m" },
  parameters: {
    k: size(1, 5, "Order k."),
    n: size(1, 4, "Dimension of the random vector."),
    seed,
  },
  assumptions: [],
  claim: equation(symbol("c"), symbol("s")),
  source: paper("Definition F.6"),
  uses: ["landscape/definition-f-5"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the law of t.w",
        evaluate: (point) => {
          const { values, probabilities } = tupleOf(point);
          const t = direction(point);
          const numbers = values.map((value) => [value.reduce((sum, entry, i) => sum + t[i]! * entry, 0)]);
          return jointCumulant(numbers, probabilities, new Array<number>(point.k).fill(0)).value;
        },
      },
      right: {
        name: "the sum over multi-indices",
        evaluate: (point) => {
          const { values, probabilities } = tupleOf(point);
          const t = direction(point);
          const all = multiIndices(point.n, point.k);
          const tuples = all.map((m) => m.flatMap((times, i) => new Array<number>(times).fill(i)));
          const cumulants = jointCumulants(values, probabilities, tuples);
          return all.reduce((sum, m, at) => {
            const weight = m.reduce(
              (product, times, i) => (product * t[i]! ** times) / factorial(times),
              factorial(point.k),
            );
            return sum + weight * cumulants[at]!.value;
          }, 0);
        },
      },
      tolerance: { unit: "abs", limit: 1e-8, why: "rounding of sums of terms of up to 1e6 at order 5" },
    },
  ],
});

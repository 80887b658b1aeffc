import { domainError } from "../../../numeric/domain.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { observedOutside, observedWhereSilent } from "../../../theory/alignment/criticalPoints/counterexamples.js";
import { observe } from "../../../theory/alignment/criticalPoints/observers.js";
import { polytope } from "../../../theory/alignment/regions/polytope.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { faces } from "../ways/kinks.js";
import { seed, size } from "../ways/parameters.js";
import { cuttingRow, gaussians, streamOf, unitBox } from "../ways/randomObjects.js";

interface Setting {
  readonly rows: string;
  readonly d: number;
  readonly seed: number;
}

/** The rows [w~, b] of the node that is observed, and of its observer. */
function rowsOf({ rows, d, seed: from }: Setting): readonly [readonly number[], readonly number[]] {
  if (rows === "outside the region") return [observedOutside.teacher.W[0]!, observedOutside.student.W[0]!];
  if (rows === "where the node is silent")
    return [observedWhereSilent.teacher.W[0]!, observedWhereSilent.student.W[0]!];
  const stream = streamOf(from, 9);
  const bias = stream.uniform() < 0.3 ? 3 : 1;
  return [cuttingRow(stream, d), [...gaussians(stream, d), bias * stream.next()]];
}

/** A random pair of the same seed, for the claim: the two examples are single points. */
const random = (setting: Setting): Setting => ({ ...setting, rows: "random" });

/** Nearer to the threshold than this, rounding decides. */
const CLOSE = 1e-7;

/** The box [-1,1]^d, which is solved by sorting, or the same as a polytope, which takes linear programs. */
const boxOf = (d: number, sorted: boolean) =>
  polytope(sorted ? unitBox(d) : { A: faces(d).map((row) => row.slice(0, d)), b: faces(d).map(() => 1) });

const observed = (setting: Setting, sorted: boolean): number[] => {
  const [own, observer] = rowsOf(setting);
  const { observes, margin } = observe(boxOf(own.length - 1, sorted), own, observer);
  if (Math.abs(margin) < CLOSE)
    throw domainError("seed", setting.seed, "an observer that is no close call", "Take another.");
  return [Number(observes), Math.max(0, margin)];
};

/**
 * max {w.x + b: v.x + a = 0, -1 <= x <= 1} = min over t of b + t a + sum_i |w_i + t v_i| (duality): the minimum lies at one of the t = -w_i/v_i. Of a
 * boundary that misses the box it is minus infinity.
 */
function byDuality(setting: Setting): number[] {
  const [own, observer] = rowsOf(random(setting));
  const d = own.length - 1;
  const [a, b] = [own[d]!, observer[d]!];
  if (Math.abs(a) > own.slice(0, d).reduce((sum, v) => sum + Math.abs(v), 0)) return [0, 0];
  const value = (t: number) => own.slice(0, d).reduce((sum, v, i) => sum + Math.abs(observer[i]! + t * v), b + t * a);
  const kinks = own.slice(0, d).flatMap((v, i) => (v === 0 ? [] : [-observer[i]! / v]));
  const margin = Math.min(...kinks.map(value));
  return [Number(margin > 0), Math.max(0, margin)];
}

export const definition2 = theorem({
  id: "alignment/definition-2",
  kind: "definition",
  title:
    "Node k observes node j when it is active somewhere on the hyperplane {w_j.x = 0} inside the training region: a linear program.",
  notation: {
    m: "largest w_k.x over the part of {w_j.x = 0} in the region; k observes j when it is positive",
    "m'": "the same by duality",
    o: "1 where m > 0, else 0",
    p: "1 where w_k.x > 0 somewhere in {f_j(x) = 0}, as printed, else 0",
  },
  parameters: {
    rows: {
      set: "choice",
      of: ["random", "outside the region", "where the node is silent"],
      doc: "Random nodes, or two that the printed definition takes for an observer and its node.",
    },
    d: size(1, 6, "Number of inputs of random nodes; the region is the box [-1,1]^d."),
    seed,
  },
  assumptions: [],
  claim: equation(symbol("m"), symbol("m'")),
  source: paper("Definition 2, sec. 4.2"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: { name: "linear programs", evaluate: (setting) => observed(random(setting), false) },
      right: { name: "the dual, a piecewise linear function of one variable", evaluate: byDuality },
      tolerance: {
        unit: "abs",
        limit: 1e-10,
        why: "the vertex is solved for in doubles; programs whose rows are close to parallel lose some digits",
      },
    },
    {
      kind: "routes",
      left: { name: "coordinates sorted, as in boxes", evaluate: (setting) => observed(random(setting), true) },
      right: { name: "the dual, a piecewise linear function of one variable", evaluate: byDuality },
      tolerance: { unit: "abs", limit: 1e-11, why: "rounding of sums of at most six terms of order 10" },
    },
  ],
  printed: {
    claim: equation(symbol("o"), symbol("p")),
    says: "With the boundary {f_j(x) = 0} as printed, a closed half-space, a node that is active only where j is silent would observe j; and the printed definition does not ask for a place inside the region.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { rows: "where the node is silent", d: 2, seed: 1 },
      left: { name: "whether k observes j inside the box", evaluate: (setting) => observed(setting, true)[0]! },
      right: {
        name: "whether k is active somewhere in {f_j(x) = 0} and the box",
        evaluate: (setting) => {
          const [own, observer] = rowsOf(setting);
          const d = own.length - 1;
          // a corner decides: both are far from zero there
          const corners = Array.from({ length: 2 ** d }, (_, bits) =>
            Array.from({ length: d }, (_, i) => (bits & (1 << i) ? 1 : -1)),
          );
          const at = (row: readonly number[], x: readonly number[]) =>
            x.reduce((sum, entry, i) => sum + entry * row[i]!, row[d]!);
          return Number(corners.some((x) => at(own, x) <= 0 && at(observer, x) > 0));
        },
      },
      tolerance: { unit: "abs", limit: 0, why: "truth values" },
    },
  },
});

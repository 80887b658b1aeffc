import { median } from "../../simulation/statistics/median.js";
import { assertFalling, judged, type Labelled } from "../assertions.js";
import { byVariant } from "../byVariant.js";
import type { Effort, Experiment, Finished, TableCell } from "../experiment.js";
import type { Mark, Panel } from "../plot.js";
import { mean, meanCells, measure, rounded, SEED_ERRORS } from "../statistics.js";
import { MATCHED, matchedRate } from "./matched.js";
import { epochs, polarities, polarityStudy, teachers } from "./polarityStudy.js";
import type { TwoLayerResult } from "./trainTwoLayer.js";
import { grid } from "./twoLayerStudy.js";

const MULTIPLIER = 5;

interface Curves {
  readonly p: number;
  readonly results: readonly TwoLayerResult[];
}

/** The first epoch at which teacher j is matched in each run; infinite where it never is. */
const firstMatches = ({ results }: Curves, j: number, effort: Effort): number[] =>
  results.map(({ best }) => {
    const k = best.findIndex((row) => row[j]! > MATCHED);
    return k < 0 ? Number.POSITIVE_INFINITY : epochs[effort][k]!;
  });

/** Of the teachers from the strongest third to the weakest: the share of checkpoints at which they are matched. */
function timeMatched({ results }: Curves, count: number): readonly Labelled[] {
  const edges = [0, 1, 2, 3].map((third) => Math.round((third * count) / 3));
  return [0, 1, 2].map((third) => {
    const [from, to] = [edges[third]!, edges[third + 1]!];
    const shares = results.map(({ best }) => mean(best.map((row) => matchedRate(row.slice(from, to)))));
    return { label: `teachers ${from + 1} to ${to}`, measured: measure(shares)!, paired: shares };
  });
}

function panelOf(curves: Curves, effort: Effort): Panel {
  const count = teachers[effort];
  const marks = Array.from({ length: count }, (_, j): Mark => {
    const points = epochs[effort].map(
      (epoch, k) => [epoch, mean(curves.results.map(({ best }) => best[k]![j]!))] as const,
    );
    const named = j === 0 || j === count - 1 || j === Math.floor((count - 1) / 2);
    const label = named ? { label: `teacher ${j + 1}` } : {};
    return { kind: "line", colour: { ramp: j / (count - 1) }, width: 1.25, points, ...label };
  });
  const threshold: Mark = {
    ...{ kind: "line", colour: "muted", dash: "dashed", width: 1, label: "matched, 0.95" },
    points: [
      [0, MATCHED],
      [epochs[effort].at(-1)!, MATCHED],
    ],
  };
  return {
    title: `p = ${curves.p}`,
    x: { label: "epoch" },
    y: { label: "best correlation", domain: [0, 1] },
    marks: [...marks, threshold],
  };
}

function summarise(finished: readonly Finished<TwoLayerResult>[], effort: Effort) {
  const groups = byVariant(finished, grid(polarities, [MULTIPLIER])).map(({ variant, results }): Curves => {
    return { p: variant.polarity!, results };
  });
  const count = teachers[effort];
  const epochOf = (epoch: number): TableCell => (epoch === Number.POSITIVE_INFINITY ? "never" : rounded(epoch, 3));
  const rows = Array.from({ length: count }, (_, j) => [
    j + 1,
    ...groups.map((group) => epochOf(median(firstMatches(group, j, effort)))),
  ]);
  const thirds = groups.map((group) => timeMatched(group, count));
  const claims = groups.flatMap(({ p }, k) =>
    p < 1 ? [] : [assertFalling(`p = ${p}: stronger teachers are matched for more of the time`, thirds[k]!)],
  );
  return {
    tables: [
      {
        title:
          "median over the seeds of the first epoch at which a teacher node is matched (medians have no standard error)",
        columns: ["teacher", ...groups.map(({ p }) => `p = ${p}`)],
        rows: groups.length === 0 ? [] : rows,
      },
      {
        title: `share of the checkpoints at which teachers are matched, mean over the seeds (${SEED_ERRORS})`,
        columns: ["p", ...(thirds[0]?.flatMap(({ label }) => [label, "± s.e."]) ?? []), "seeds"],
        rows: groups.map(({ p, results }, k) => {
          return [p, ...thirds[k]!.flatMap(({ measured }) => meanCells(measured)), results.length];
        }),
      },
    ],
    plots: [
      {
        title: "Strong teachers are found early, weak ones late",
        caption: `The largest correlation of a student with each teacher node, from the strongest (blue) to the weakest (orange), mean over the seeds; ${MULTIPLIER} students a teacher.`,
        columns: 2,
        panels: groups.map((group) => panelOf(group, effort)),
      },
    ],
    ...judged(claims),
  };
}

export const figure12: Experiment<TwoLayerResult> = Object.freeze({
  id: "alignment/figure-12",
  title: "Strong teachers are found early, weak ones late",
  paper:
    "Figure 12: the largest correlation of a student with each of 20 teacher nodes over the epochs, 5 students a teacher.",
  cost: { quick: "6 s", full: "9 min" },
  study: polarityStudy,
  seeds: { quick: 8, full: 32 },
  variants: () => grid(polarities, [MULTIPLIER]),
  summarise,
});

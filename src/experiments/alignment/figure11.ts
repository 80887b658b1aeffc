import { assertAbove, judged } from "../assertions.js";
import { bandedLine } from "../bandedLine.js";
import { byVariant } from "../byVariant.js";
import type { Effort, Experiment, Finished } from "../experiment.js";
import type { Panel } from "../plot.js";
import { meanCells, measure, SEED_ERRORS } from "../statistics.js";
import { epochs, polarities, polarityStudy } from "./polarityStudy.js";
import { stepsPerEpoch } from "./settings.js";
import type { TwoLayerResult } from "./trainTwoLayer.js";
import { curveStyle, grid, multipliers } from "./twoLayerStudy.js";

/** Far above, of log10: a factor of three; of two where training is short. */
const FAR: Readonly<Record<Effort, number>> = { full: 0.5, quick: 0.3 };

interface Curve {
  readonly p: number;
  readonly multiplier: number;
  readonly results: readonly TwoLayerResult[];
}

/** Of log10 of the mean squared error at a checkpoint. */
const lossAt = ({ results }: Curve, k: number) =>
  measure(results.map(({ evaluationLoss }) => Math.log10(evaluationLoss.at(k)!)))!;

function panelOf(p: number, curves: readonly Curve[], effort: Effort): Panel {
  const marks = curves.flatMap((curve) => {
    const places = epochs[effort].map((epoch, k) => ({ x: epoch, measured: lossAt(curve, k) }));
    return bandedLine(places, curveStyle(curve.multiplier), (log) => 10 ** log);
  });
  return {
    title: `p = ${p}`,
    x: { label: "epoch" },
    y: { label: "mean squared error", scale: "log" },
    marks,
  };
}

function summarise(finished: readonly Finished<TwoLayerResult>[], effort: Effort) {
  const curves = byVariant(finished, grid(polarities)).map(({ variant, results }): Curve => {
    return { p: variant.polarity!, multiplier: variant.multiplier!, results };
  });
  const rows = curves.map((curve) => {
    const [early, late] = [lossAt(curve, epochs[effort].indexOf(5)), lossAt(curve, -1)];
    const cells = [early, late].flatMap(meanCells);
    return [curve.p, `${curve.multiplier}x`, ...cells, curve.results.length];
  });
  const present = polarities.filter((p) => curves.some((curve) => curve.p === p));
  const claims = [1, 1.5].flatMap((p) => {
    const last = curves
      .filter((curve) => curve.p === p)
      .map((curve) => ({ label: `${curve.multiplier}x`, measured: lossAt(curve, -1) }));
    const says = `p = ${p}: with no more students than teachers the loss ends above the rest by more than ${FAR[effort]} (log10)`;
    return last.length < multipliers.length ? [] : [assertAbove(says, last, FAR[effort])];
  });
  const { assertions, notes } = judged(claims);
  return {
    tables: [
      {
        title: `log10 of the mean squared error on the evaluation samples, after 5 and ${epochs[effort].at(-1)} epochs of ${stepsPerEpoch[effort]} steps (${SEED_ERRORS})`,
        columns: ["p", "students", "epoch 5", "± s.e.", `epoch ${epochs[effort].at(-1)}`, "± s.e.", "seeds"],
        rows,
      },
    ],
    plots: [
      {
        title: "The loss where teachers are of unequal strength",
        caption:
          "Mean squared error on the evaluation samples: geometric mean over the seeds, with two standard errors.",
        columns: 2,
        panels: present.map((p) =>
          panelOf(
            p,
            curves.filter((curve) => curve.p === p),
            effort,
          ),
        ),
      },
    ],
    assertions,
    notes: [...notes, "The loss is not ordered by the number of students: where p is small, 2x may end below 10x."],
  };
}

export const figure11: Experiment<TwoLayerResult> = Object.freeze({
  id: "alignment/figure-11",
  title: "With no more students than teachers the loss stays high",
  paper:
    "Figure 11: evaluation loss over the epochs, 20 teacher nodes, by polarity p and number of students. The mean squared error is shown.",
  cost: { quick: "20 s", full: "30 min" },
  study: polarityStudy,
  seeds: { quick: 8, full: 32 },
  variants: () => grid(polarities),
  summarise,
});

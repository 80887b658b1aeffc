import { byVariant } from "../byVariant.js";
import type { Effort, Experiment, Findings, Finished } from "../experiment.js";
import { heatMarks } from "../heatMarks.js";
import type { Panel } from "../plot.js";
import { mean, rounded } from "../statistics.js";
import {
  BATCH,
  criticalDegree,
  entriesOf,
  spreadOf,
  type TransitionResult,
  transitionSettings,
  transitionStudy,
  transitionVariants,
} from "./transitionStudy.js";

/** On both sides of the transition. */
const DEGREES = [1, 2] as const;

interface Shown {
  readonly degree: number;
  readonly state: "BSB1" | "BSB2";
  /** Samples in the order of their variances: which sample is in which group is chance. */
  readonly covariance: readonly (readonly number[])[];
}

function ordered({ covariance }: TransitionResult): readonly (readonly number[])[] {
  const order = covariance.map((_, i) => i).sort((a, b) => covariance[b]![b]! - covariance[a]![a]!);
  return order.map((i) => order.map((j) => covariance[i]![j]!));
}

/** The network of the first seed, at each degree. */
function shownOf(finished: readonly Finished<TransitionResult>[], effort: Effort): readonly Shown[] {
  const groups = byVariant(finished, transitionVariants(effort));
  return DEGREES.flatMap((degree): Shown[] => {
    const found = groups.find(({ variant }) => variant.degree === degree)?.results[0];
    const state = degree < criticalDegree() ? "BSB1" : "BSB2";
    return found === undefined ? [] : [{ degree, state, covariance: ordered(found) }];
  });
}

function panelOf({ degree, state, covariance }: Shown): Panel {
  const ticks = [1, 4, 7, 10].map((sample) => ({ at: sample - 0.5, text: String(sample) }));
  return {
    title: `α = ${degree}: ${state}`,
    x: { label: "sample", domain: [0, BATCH], ticks },
    y: { label: "sample", domain: [0, BATCH], ticks: ticks.map(({ at, text }) => ({ at: BATCH - at, text })) },
    marks: heatMarks(covariance, { first: "top", label: (value) => `α = ${degree}: ${rounded(value, 2)}` }),
  };
}

const relativeOf = ({ covariance }: Shown): number => {
  const { diagonal } = entriesOf({ covariance });
  return spreadOf(diagonal) / mean(diagonal) ** 2;
};

function summarise(finished: readonly Finished<TransitionResult>[], effort: Effort): Findings {
  const { width, depth } = transitionSettings(effort);
  const shown = shownOf(finished, effort);
  const rows = shown.map((each) => {
    const { diagonal, offDiagonal } = entriesOf(each);
    const ends = [diagonal, offDiagonal].flatMap((values) => [Math.min(...values), Math.max(...values)]);
    return [each.degree, each.state, ...ends.map((value) => rounded(value, 3)), rounded(relativeOf(each), 2)];
  });
  const [below, above] = DEGREES.map((degree) => shown.find((each) => each.degree === degree));
  return {
    tables: [
      {
        title: `covariance in layer ${depth + 1} of one network of width ${width}, max(x, 0)^degree, B = ${BATCH}`,
        columns: ["degree", "theory", "diagonal from", "diagonal to", "off it from", "off it to", "relative variance"],
        rows,
      },
    ],
    plots: [
      {
        title: "Covariance of a batch on both sides of the transition",
        caption: `Layer ${depth + 1} of a network of width ${width} with max(x, 0)^α, B = ${BATCH}, samples in the order of their variances. The colours of each panel go from its smallest to its largest entry.`,
        columns: 2,
        square: true,
        panels: shown.map(panelOf),
      },
    ],
    assertions:
      below === undefined || above === undefined
        ? []
        : [
            {
              says: "the samples are alike below the transition, and not above it: relative variance of the diagonal",
              holds: relativeOf(below) < 0.25 && relativeOf(above) > 0.5,
              detail: `${below.degree}: ${rounded(relativeOf(below), 2)}, ${above.degree}: ${rounded(relativeOf(above), 2)}`,
            },
          ],
    notes: [],
  };
}

export const figure1d: Experiment<TransitionResult> = Object.freeze({
  id: "batchnorm/figure-1d",
  title: "Covariance matrices of a batch before and after its symmetry breaks",
  paper: "Figure 1d: representative covariance matrices of BSB1 and BSB2, B = 10. Degrees and layers are ours.",
  cost: { quick: "1 s", full: "1 s" },
  study: transitionStudy,
  seeds: { quick: 1, full: 1 },
  variants: (effort: Effort) =>
    transitionVariants(effort).filter(({ degree }) => (DEGREES as readonly number[]).includes(degree!)),
  summarise,
});

import type { Measured } from "../../simulation/statistics/mean.js";
import { assertFalling, assertNotFalling, type Claim, judged } from "../assertions.js";
import { bandedLine } from "../bandedLine.js";
import { byVariant } from "../byVariant.js";
import type { Effort, Experiment, Finished } from "../experiment.js";
import type { Mark, Panel } from "../plot.js";
import { mean, meanCells, measure, SEED_ERRORS } from "../statistics.js";
import { MATCHED, matchedRate } from "./matched.js";
import { epochs, polarities, polarityStudy, teachers } from "./polarityStudy.js";
import { stepsPerEpoch } from "./settings.js";
import type { TwoLayerResult } from "./trainTwoLayer.js";
import { grid, multipliers } from "./twoLayerStudy.js";

/** When training has begun to tell strong from weak. */
const earlyEpoch: Readonly<Record<Effort, number>> = { full: 5, quick: 2 };

interface Cell {
  readonly p: number;
  readonly multiplier: number;
  readonly seeds: number;
  /** Seeds x teachers: whether a student matches it at the end. */
  readonly matched: readonly (readonly boolean[])[];
  readonly early: Measured;
  readonly late: Measured;
  /** Of each teacher, the share of seeds that match it. */
  readonly earlyByTeacher: readonly number[];
  readonly lateByTeacher: readonly number[];
}

const shares = (rows: readonly (readonly number[])[]): number[] =>
  rows[0]!.map((_, j) => rows.filter((best) => best[j]! > MATCHED).length / rows.length);

function cellsOf(finished: readonly Finished<TwoLayerResult>[], effort: Effort): readonly Cell[] {
  const step = earlyEpoch[effort] * stepsPerEpoch[effort];
  return byVariant(finished, grid(polarities)).map(({ variant, results }) => {
    const early = results.map(({ best, steps }) => best[steps.indexOf(step)]!);
    const late = results.map(({ best }) => best.at(-1)!);
    return {
      ...{ p: variant.polarity!, multiplier: variant.multiplier!, seeds: results.length },
      matched: late.map((best) => best.map((value) => value > MATCHED)),
      ...{ early: measure(early.map(matchedRate))!, late: measure(late.map(matchedRate))! },
      ...{ earlyByTeacher: shares(early), lateByTeacher: shares(late) },
    };
  });
}

const at = (cells: readonly Cell[], p: number) => cells.filter((cell) => cell.p === p);

/** Pixels: more students, wider lines. */
const WIDTHS = [0.75, 1.5, 2.5, 3.75];

function teacherPanel(p: number, cells: readonly Cell[], count: number, effort: Effort): Panel {
  const marks = cells.flatMap((cell): Mark[] => {
    const colour = multipliers.indexOf(cell.multiplier);
    const width = WIDTHS[colour]!;
    const points = (values: readonly number[]) => values.map((value, j) => [j + 1, value] as const);
    return [
      { kind: "line", colour, dash: "dotted", width, points: points(cell.earlyByTeacher) },
      { kind: "line", colour, width, label: `${cell.multiplier}x`, points: points(cell.lateByTeacher) },
    ];
  });
  const early: Mark = {
    kind: "line",
    colour: "ink",
    dash: "dotted",
    points: [],
    label: `after ${earlyEpoch[effort]} epochs`,
  };
  return {
    title: `p = ${p}`,
    x: { label: "teacher node, strongest first", domain: [1, count] },
    y: { label: "matched rate", domain: [0, 1] },
    marks: [...marks, early],
  };
}

function ratePanel(cells: readonly Cell[]): Panel {
  const marks = polarities.flatMap((p, k): Mark[] => {
    const [colour, symbol] = [k, (["circle", "square", "triangle", "diamond", "cross"] as const)[k % 5]!];
    const places = at(cells, p).map(({ multiplier, late }) => ({ x: multiplier, measured: late }));
    const [band, line] = bandedLine(places, { colour }, (rate) => Math.min(1, Math.max(0, rate)));
    return [band, line, { kind: "points", colour, symbol, size: 6, points: line.points, label: `p = ${p}` }];
  });
  return {
    title: "all teacher nodes",
    x: {
      label: "students a teacher",
      scale: "log",
      domain: [0.9, 11],
      ticks: multipliers.map((m) => ({ at: m, text: `${m}x` })),
    },
    y: { label: "matched rate", domain: [0, 1] },
    marks,
  };
}

const labelled = (cells: readonly Cell[]) =>
  cells.map(({ multiplier, late }) => ({ label: `${multiplier}x`, measured: late }));

/**
 * Of each teacher, the share of settings that match it, one number a seed. Teachers are compared within each setting and seed; the seeds are the
 * repetitions, since the settings of one seed share teacher and data.
 */
function byTeacher(cells: readonly Cell[], count: number) {
  const seeds = Math.min(...cells.map(({ matched }) => matched.length));
  return Array.from({ length: count }, (_, j) => {
    const paired = Array.from({ length: seeds }, (_seed, k) =>
      mean(cells.map(({ matched }) => Number(matched[k]![j]!))),
    );
    return { label: String(j + 1), measured: measure(paired)!, paired };
  });
}

/** Fewer seeds may agree by chance on two weak teachers. */
const FEW = 4;

function strongerFirst(cells: readonly Cell[], count: number): Claim {
  const says = "p >= 1: stronger teachers are matched more often";
  const few = cells.some(({ seeds }) => seeds < FEW);
  return few ? { says, holds: null, detail: `it takes ${FEW} seeds` } : assertFalling(says, byTeacher(cells, count));
}

function summarise(finished: readonly Finished<TwoLayerResult>[], effort: Effort) {
  const cells = cellsOf(finished, effort);
  const last = epochs[effort].at(-1)!;
  const count = teachers[effort];
  const rows = cells.map(({ p, multiplier, early, late, seeds }) => [
    ...[p, `${multiplier}x`, ...meanCells(early), ...meanCells(late), seeds],
  ]);
  const present = polarities.filter((p) => at(cells, p).length > 0);
  const strong = cells.filter(({ p }) => p >= 1);
  const rising = [1, 1.5, 2, 2.5].flatMap((p) =>
    at(cells, p).length < 2
      ? []
      : [assertNotFalling(`p = ${p}: more students match no fewer teachers`, labelled(at(cells, p)))],
  );
  const falling = strong.length === 0 ? [] : [strongerFirst(strong, count)];
  return {
    tables: [
      {
        title: `rate of teachers matched after ${earlyEpoch[effort]} and ${last} epochs (${SEED_ERRORS})`,
        columns: ["p", "students", `epoch ${earlyEpoch[effort]}`, "± s.e.", `epoch ${last}`, "± s.e.", "seeds"],
        rows,
      },
    ],
    plots: [
      {
        title: "Strong teachers are matched, weak ones where there are many students",
        caption: `The share of seeds in which a student has a correlation above 0.95 with the teacher node, after ${last} epochs and (dotted) after ${earlyEpoch[effort]}; lines are wider for more students. Node j has fan-out weights divided by j^p.`,
        columns: 2,
        sharedAxes: true,
        panels: present.map((p) => teacherPanel(p, at(cells, p), count, effort)),
      },
      {
        title: "More students match more teachers",
        caption: `The share of all teacher nodes that are matched after ${last} epochs, with two standard errors.`,
        columns: 1,
        panels: [ratePanel(cells)],
      },
    ],
    ...judged([...rising, ...falling]),
  };
}

export const figure10: Experiment<TwoLayerResult> = Object.freeze({
  id: "alignment/figure-10",
  title: "Strong teachers are matched first, and more students match more of the weak ones",
  paper:
    "Figure 10: how often each of 20 teacher nodes is matched (correlation above 0.95), by polarity p and number of students, after 5 and 100 epochs, 32 seeds.",
  cost: { quick: "20 s", full: "30 min" },
  study: polarityStudy,
  seeds: { quick: 8, full: 32 },
  variants: () => grid(polarities),
  summarise,
});

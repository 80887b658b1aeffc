/** The way of the students against steps: loss, and what has become of the teachers. */
import { MATCHED } from "../../../experiments/alignment/matched.js";
import type { Mark, Panel, Plot, Point } from "../../../experiments/plot.js";
import { showNumber } from "../../../render/number.js";
import { estimateText } from "../../show/estimateText.js";
import { bestStudents, type Place, placesOf } from "./correlation.js";
import { learnedShare } from "./learnedShare.js";
import type { MoveRecord } from "./moveStudentsTask.js";
import type { Shown } from "./planePlot.js";

const DIGITS = 4;

/** Steps begin at 1: the axis is logarithmic. */
const after = ({ records }: Shown): readonly MoveRecord[] => records.filter(({ step }) => step > 0);

function panelOf(
  shown: Shown,
  steps: number,
  y: Panel["y"] & { readonly domain: readonly [number, number] },
  marks: readonly Mark[],
): Panel {
  const at = Math.max(1, shown.records[shown.at]!.step);
  const points: readonly Point[] = [
    [at, y.domain[0]],
    [at, y.domain[1]],
  ];
  const cursor: Mark = { kind: "line", colour: "muted", width: 1, points };
  return { title: "", x: { label: "step", scale: "log", domain: [1, steps] }, y, marks: [cursor, ...marks] };
}

interface Series {
  readonly name: string;
  readonly colour: number;
  readonly points: readonly Point[];
  readonly hints: readonly string[];
}

const solid = ({ name, ...mark }: Series): Mark => ({ kind: "line", ...mark, label: name, width: 2 });
const dashed = ({ name, ...mark }: Series): Mark => ({
  kind: "line",
  ...mark,
  label: name,
  dash: "dashed",
  width: 1.5,
});

/** The exact loss over all inputs, of the trained students and of the flow. */
export function lossPlot(shown: Shown, steps: number): Plot {
  const records = after(shown).filter(({ trained }) => trained.loss > 0);
  const flows = after(shown).flatMap(({ step, flow }) =>
    flow !== null && flow.loss > 0 ? [{ step, loss: flow.loss }] : [],
  );
  const trained: Series = {
    ...{ name: "trained", colour: 0 },
    points: records.map(({ step, trained: { loss } }) => [step, loss]),
    hints: records.map(
      ({ step, trained: { loss }, lossError }) =>
        `trained, step ${step}: loss ${estimateText({ value: loss, error: lossError })}`,
    ),
  };
  const theory: Series = {
    ...{ name: "theory: gradient flow", colour: 1 },
    points: flows.map(({ step, loss }) => [step, loss]),
    hints: flows.map(({ step, loss }) => `theory, step ${step}: loss ${showNumber(loss, DIGITS)}`),
  };
  const heights = [...trained.points, ...theory.points].map(([, loss]) => loss);
  const domain =
    heights.length === 0 ? ([0.1, 1] as const) : ([Math.min(...heights) / 1.3, Math.max(...heights) * 1.3] as const);
  return {
    title: "Loss",
    caption: "Half the mean squared error over all inputs, by its closed form. Vertical line: the step that is shown.",
    ...{ columns: 1, metadata: {} },
    panels: [panelOf(shown, steps, { label: "loss", scale: "log", domain }, [solid(trained), dashed(theory)])],
  };
}

function bestSeries(shown: Shown, j: number, what: "trained" | "flow"): Series {
  const rows = after(shown).flatMap((record) => {
    const state = record[what];
    return state === null ? [] : [{ step: record.step, best: bestStudents(state.angles)[j]! }];
  });
  const name = what === "trained" ? `teacher ${j + 1}` : "theory: gradient flow";
  return {
    ...{ name, colour: j },
    points: rows.map(({ step, best }) => [step, best.correlation]),
    hints: rows.map(
      ({ step, best }) =>
        `teacher ${j + 1}${what === "flow" ? " in theory" : ""}, step ${step}: ${showNumber(best.correlation, DIGITS)} with student ${best.student + 1}`,
    ),
  };
}

/** The correlation of each teacher with its best student. */
export function bestPlot(shown: Shown, steps: number): Plot {
  const count = shown.records[0]!.teacher.W.length;
  const all = Array.from(
    { length: count },
    (_, j) => [bestSeries(shown, j, "trained"), bestSeries(shown, j, "flow")] as const,
  );
  const low = Math.min(0, ...all.flat().flatMap(({ points }) => points.map(([, y]) => y)));
  const threshold: readonly Point[] = [
    [1, MATCHED],
    [steps, MATCHED],
  ];
  return {
    title: "Best student of each teacher",
    caption: `Correlation of the teacher's activation with that of the student that is nearest to it. Dotted: ${MATCHED}, from which on a teacher counts as found.`,
    ...{ columns: 1, metadata: {} },
    panels: [
      panelOf(shown, steps, { label: "correlation", domain: [low, 1.02] }, [
        { kind: "line", colour: "muted", dash: "dotted", width: 1, points: threshold },
        ...all.map(([trained]) => solid(trained)),
        ...all.map(([, theory]) => dashed(theory)),
      ]),
    ],
  };
}

function learnedSeries(shown: Shown, places: readonly (Place | null)[], j: number, what: "trained" | "flow"): Series {
  const rows = after(shown).flatMap((record) => {
    const state = record[what];
    return state === null ? [] : [{ step: record.step, share: learnedShare(record.teacher, state, places, j) }];
  });
  return {
    ...{ name: what === "trained" ? `teacher ${j + 1}` : "theory: gradient flow", colour: j },
    points: rows.map(({ step, share }) => [step, share]),
    hints: rows.map(
      ({ step, share }) =>
        `teacher ${j + 1}${what === "flow" ? " in theory" : ""}, step ${step}: ${showNumber(share, DIGITS)} of it learned`,
    ),
  };
}

/** What of each teacher its students have taken over. */
export function learnedPlot(shown: Shown, steps: number): Plot {
  const last = shown.records.at(-1)!;
  const places = placesOf(last.trained.angles);
  const all = last.teacher.W.map(
    (_, j) => [learnedSeries(shown, places, j, "trained"), learnedSeries(shown, places, j, "flow")] as const,
  );
  const heights = all.flat().flatMap(({ points }) => points.map(([, y]) => y));
  const domain = [Math.min(-0.05, ...heights), Math.max(1.1, ...heights)] as const;
  return {
    title: "Share of each teacher that is learned",
    caption:
      "The sum of v |w| over the students that end on the boundary of the teacher, along the teacher's own v |w|, as a share of it. Strong teachers are usually learned first.",
    ...{ columns: 1, metadata: {} },
    panels: [
      panelOf(shown, steps, { label: "share", domain }, [
        ...all.map(([trained]) => solid(trained)),
        ...all.map(([, theory]) => dashed(theory)),
      ]),
    ],
  };
}

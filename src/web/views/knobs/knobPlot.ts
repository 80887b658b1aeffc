/** Two knobs against each other as a heat map. */
import { scaleLinear, scaleLog } from "d3-scale";
import type { Axis, Cells, Line, Mark, Plot, Point } from "../../../experiments/plot.js";
import { showNumber } from "../../../render/number.js";
import type { RateResult } from "../../../theory/batchnorm/results/networkResult.js";
import { shortText } from "../../show/shortText.js";
import { contour } from "./contour.js";
import { type Knob, type KnobAxis, knobPlace, knobScale, knobWords } from "./knob.js";
import { type KnobCell, type KnobGrid, nearestCell, placeOf, wholeStride } from "./knobGrid.js";
import { knobHint } from "./knobHint.js";
import { type KnobQuantity, knobHeight, knobQuantityWords, shrinks } from "./knobQuantity.js";

export interface KnobPicture {
  readonly activation: string;
  readonly grid: KnobGrid;
  readonly quantity: KnobQuantity;
  /** The chosen point. */
  readonly at: Readonly<Record<Knob, number>>;
}

const COLOURS = 32;
const TICKS = 6;
/** Values further apart than this have a logarithmic scale of colours. */
const SPREAD = 6;

interface Scale {
  readonly log: boolean;
  /** 0 .. 1. */
  part(value: number): number;
  readonly ticks: readonly number[];
}

function scaleOf(values: readonly number[]): Scale {
  const low = values.reduce((a, b) => Math.min(a, b), Infinity);
  const high = values.reduce((a, b) => Math.max(a, b), -Infinity);
  const log = low > 0 && high > SPREAD * low;
  const span = log ? Math.log(high / low) : high - low;
  const part = (value: number) => (span > 0 ? (log ? Math.log(value / low) : value - low) / span : 1);
  if (!(low <= high)) return { log, part, ticks: [] };
  if (!(span > 0)) return { log, part, ticks: [low] };
  if (!log) return { log, part, ticks: scaleLinear([low, high], [0, 1]).ticks(TICKS) };
  const all = scaleLog([low, high], [0, 1]).ticks(TICKS);
  const round = all.filter((tick) => /^[125](e|$)/.test(tick.toExponential().replace(/\.0*/, "")));
  return {
    log,
    part,
    ticks: round.length > 2 * TICKS ? round.filter((tick) => /^1/.test(tick.toExponential())) : round,
  };
}

const stepOf = (part: number) => Math.min(COLOURS - 1, Math.max(0, Math.floor(part * COLOURS)));
const rampOf = (step: number) => ({ ramp: 1 - step / (COLOURS - 1) });

/** The size of a cell of spacing 1. */
const unit = ({ knob, from, to, steps }: KnobAxis): number => (knobPlace(knob, to) - knobPlace(knob, from)) / steps;

/** Coarse cells first: finer ones cover them as they come. One mark a spacing and a colour. */
function cellMarks({ grid, quantity }: KnobPicture, scale: Scale): readonly Cells[] {
  const { x, y, cells } = grid;
  const turned = [x.knob, y!.knob];
  const groups = new Map<string, { colour: Cells["colour"]; stride: number; points: Point[]; hints: string[] }>();
  for (const cell of cells) {
    const { result, stride } = cell;
    if (result === null) continue;
    const height = knobHeight(result, quantity);
    if (height === null && !(quantity === "trainable-depth" && shrinks(result))) continue;
    const step = height === null ? -1 : stepOf(scale.part(height));
    const key = `${stride},${step}`;
    const colour = step < 0 ? "muted" : rampOf(step);
    const group = groups.get(key) ?? { colour, stride, points: [], hints: [] };
    groups.set(key, group);
    group.points.push(placeOf(grid, cell));
    group.hints.push(knobHint(result, turned));
  }
  return [...groups.values()]
    .sort((a, b) => b.stride - a.stride)
    .map(({ colour, stride, points, hints }) => ({
      ...{ kind: "cells", colour, points, hints, size: [stride * unit(x), stride * unit(y!)] },
      ...(colour === "muted" && { label: "gradients do not grow" }),
    }));
}

const legend = ({ ticks, part }: Scale): readonly Cells[] =>
  [...ticks].reverse().map((tick) => ({
    ...{ kind: "cells", colour: rampOf(stepOf(part(tick))), points: [], hints: [], size: [1, 1] },
    label: showNumber(tick, 4),
  }));

/** The line on which `f` is 0, on the finest grid that is whole. */
function zeroLines(grid: KnobGrid, f: (result: RateResult) => number): readonly (readonly Point[])[] {
  const stride = wholeStride(grid);
  if (stride === null) return [];
  const { x, y } = grid;
  const count = (axis: KnobAxis) => axis.steps / stride + 1;
  const rows = Array.from({ length: count(y!) }, () => new Array<number>(count(x)).fill(Number.NaN));
  for (const { i, j, stride: own, result } of grid.cells) {
    if (own >= stride && result !== null) rows[j / stride]![i / stride] = f(result);
  }
  const place = ({ knob, from, steps, to }: KnobAxis, at: number) =>
    knobPlace(knob, from) + at * stride * unit({ knob, from, steps, to });
  return contour(rows).map((line) => line.map(([i, j]) => [place(x, i), place(y!, j)]));
}

function contourMarks(grid: KnobGrid): readonly Line[] {
  const growth = zeroLines(grid, ({ rate }) =>
    rate.value > 0 && rate.error < Infinity ? Math.log(rate.value) : Number.NaN,
  );
  const border = zeroLines(grid, ({ stability: { verdict, forwardMax } }) =>
    verdict === "collapsed" || verdict === "marginal" ? Number.NaN : forwardMax.value - 1,
  );
  return [
    ...growth.map((points): Line => ({ kind: "line", colour: "ink", points, width: 2.5, label: "rate = 1" })),
    ...border.map(
      (points): Line => ({ ...{ kind: "line", colour: "ink", dash: "dashed", points }, label: "stability ends" }),
    ),
  ];
}

/** Logarithms are drawn on a linear axis, with the values at its ticks. */
export function knobAxis({ knob, from, to }: KnobAxis): Axis {
  const ends = [knobPlace(knob, from), knobPlace(knob, to)] as const;
  const domain = ends[0] < ends[1] ? ends : ([ends[1], ends[0]] as const);
  const label = knobWords[knob];
  if (knobScale[knob] === "linear") return { label, domain };
  const all = scaleLog([from, to], [0, 1]).ticks(TICKS);
  const powers = all.filter((tick) => Number.isInteger(Math.round(Math.log10(tick) * 1e9) / 1e9));
  const shown = powers.length >= 3 ? powers : all;
  return { label, domain, ticks: shown.map((at) => ({ at: Math.log10(at), text: showNumber(at, 4) })) };
}

function chosenMark(grid: KnobGrid, cell: KnobCell | null): readonly Mark[] {
  if (cell === null) return [];
  const points = [placeOf(grid, cell)];
  return [{ kind: "points", colour: "ink", symbol: "cross", size: 11, points, label: "the chosen point" }];
}

const nounOf: Readonly<Record<KnobQuantity, string>> = {
  ...{ "trainable-depth": "Trainable depth", rate: "Rate", forward: "Largest forward eigenvalue" },
};

/** `grid` has two axes. */
export function knobPlot(picture: KnobPicture): Plot {
  const { grid, quantity, activation, at } = picture;
  const heights = grid.cells.flatMap(({ result }) => (result === null ? [] : (knobHeight(result, quantity) ?? [])));
  const scale = scaleOf(heights);
  return {
    title: `${nounOf[quantity]} of ${shortText(activation)}: ${grid.y!.knob} against ${grid.x.knob}`,
    caption: `Colours: ${knobQuantityWords[quantity]}${scale.log ? ", on a logarithmic scale" : ""}.`,
    ...{ columns: 1, metadata: {} },
    panels: [
      {
        title: "",
        x: knobAxis(grid.x),
        y: knobAxis(grid.y!),
        marks: [
          ...cellMarks(picture, scale),
          ...legend(scale),
          ...contourMarks(grid),
          ...chosenMark(grid, nearestCell(grid, at)),
        ],
      },
    ],
  };
}

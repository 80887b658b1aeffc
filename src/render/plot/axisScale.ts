import { scaleLinear, scaleLog } from "d3-scale";
import type { Axis, Panel } from "../../experiments/plot.js";
import { outlineOf } from "./outlineOf.js";

export interface Tick {
  readonly at: number;
  readonly text: string;
}

/** An axis before it has a place: its domain and its ticks. */
export interface AxisScale {
  readonly ticks: readonly Tick[];
  /** The pixel of a value on the range from `start` to `end`. */
  place(value: number, start: number, end: number): number;
}

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

const superscript = (exponent: number): string =>
  String(exponent)
    .split("")
    .map((character) => (character === "-" ? "⁻" : SUPERSCRIPTS[Number(character)]))
    .join("");

const powerText = (exponent: number): string =>
  exponent >= 0 && exponent <= 3 ? String(10 ** exponent) : exponent === -1 ? "0.1" : `10${superscript(exponent)}`;

/** Smallest and largest value that the marks of the panel have on an axis; null where it has none. */
function extentOf({ marks }: Panel, which: "x" | "y"): [number, number] | null {
  let [low, high] = [Infinity, -Infinity];
  for (const mark of marks) {
    for (const [first, ...rest] of outlineOf(mark)) {
      for (const value of which === "x" ? [first] : rest) {
        if (value < low) low = value;
        if (value > high) high = value;
      }
    }
  }
  return low <= high ? [low, high] : null;
}

/** The extent of several panels, widened where it is a point. */
function domainOf(panels: readonly Panel[], which: "x" | "y", log: boolean): [number, number] {
  const extents = panels.flatMap((panel) => [panel[which].domain ?? extentOf(panel, which) ?? []].flat());
  const [low, high] = [Math.min(...extents), Math.max(...extents)];
  if (extents.length === 0) return log ? [1, 10] : [0, 1];
  if (low < high) return [low, high];
  return log ? [low / 2, low * 2] : [low - (Math.abs(low) || 1) / 2, low + (Math.abs(low) || 1) / 2];
}

function logTicks(scale: ReturnType<typeof scaleLog<number, number>>, count: number): Tick[] {
  const [low, high] = scale.domain() as [number, number];
  const [first, last] = [Math.ceil(Math.log10(low) - 1e-9), Math.floor(Math.log10(high) + 1e-9)];
  if (last - first < 1) {
    const round = scale.ticks(count).filter((value) => /^[125]/.test(value.toExponential()));
    return round.map((at) => ({ at, text: String(Number(at.toPrecision(3))) }));
  }
  const step = Math.max(1, Math.ceil((last - first) / count));
  const ticks: Tick[] = [];
  for (let exponent = first; exponent <= last; exponent += step) {
    ticks.push({ at: 10 ** exponent, text: powerText(exponent) });
  }
  return ticks;
}

/** The scale of an axis that the panels share, with about `count` ticks. */
export function axisScale(axis: Axis, panels: readonly Panel[], which: "x" | "y", count: number): AxisScale {
  const log = axis.scale === "log";
  const domain = domainOf(panels, which, log);
  const fixed = panels.every((panel) => panel[which].domain !== undefined);
  const scale = log ? scaleLog(domain, [0, 1]) : scaleLinear(domain, [0, 1]);
  if (!fixed && (!log || domain[1] > 10 * domain[0])) scale.nice(log ? undefined : count);
  const format = scale.tickFormat(count);
  const [low, high] = scale.domain() as [number, number];
  const ticks =
    axis.ticks?.filter(({ at }) => at >= low && at <= high) ??
    (log
      ? logTicks(scale as never, count)
      : scale.ticks(count).map((at) => ({ at, text: format(at).replaceAll(",", "") })));
  return { ticks, place: (value, start, end) => start + scale(value) * (end - start) };
}

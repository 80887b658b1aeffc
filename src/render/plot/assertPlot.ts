import type { Axis, Mark, Panel, Plot } from "../../experiments/plot.js";
import { domainError } from "../../numeric/domain.js";
import { outlineOf } from "./outlineOf.js";

const MAX_PANELS = 64;
const MAX_POINTS = 200_000;

function assertValue(value: number, axis: Axis, where: string): void {
  const positive = axis.scale === "log";
  if (Number.isFinite(value) && (!positive || value > 0)) return;
  const domain = positive ? "finite numbers above 0, since the axis is logarithmic" : "finite numbers";
  throw domainError(where, value, domain, "Leave the point out.");
}

function assertMark(mark: Mark, { title, x, y }: Panel): void {
  const where = `${mark.kind} of panel "${title}"`;
  for (const [first, ...rest] of outlineOf(mark)) {
    assertValue(first, x, `x, ${where}`);
    for (const value of rest) assertValue(value, y, `y, ${where}`);
  }
  const { opacity = 1, colour } = mark;
  if (!(opacity >= 0 && opacity <= 1)) throw domainError(`opacity, ${where}`, opacity, "[0, 1]", "Choose one there.");
  const number = typeof colour === "number" ? colour : typeof colour === "object" ? colour.ramp : 0;
  const valid = typeof colour === "number" ? Number.isInteger(number) && number >= 0 : number >= 0 && number <= 1;
  if (!valid)
    throw domainError(`colour, ${where}`, number, "an index from 0, or a ramp in [0, 1]", "Choose one there.");
}

function assertAxis(axis: Axis, where: string): void {
  for (const value of axis.domain ?? []) assertValue(value, axis, where);
  for (const { at } of axis.ticks ?? []) assertValue(at, axis, where);
  if (axis.domain !== undefined && !(axis.domain[0] < axis.domain[1])) {
    throw domainError(where, axis.domain.join(" to "), "a domain that increases", "Put the lower end first.");
  }
}

/** Throws TheoryError for what cannot be drawn: numbers that are not finite, empty domains, too many panels or points. */
export function assertPlot({ panels, columns }: Plot): void {
  if (panels.length < 1 || panels.length > MAX_PANELS) {
    throw domainError("panels", panels.length, `1 to ${MAX_PANELS} panels`, "Make several plots.");
  }
  if (!Number.isInteger(columns) || columns < 1) {
    throw domainError("columns", columns, "an integer from 1", "Pass how many panels stand beside each other.");
  }
  const points = panels.reduce(
    (sum, { marks }) => sum + marks.reduce((count, mark) => count + mark.points.length, 0),
    0,
  );
  if (points > MAX_POINTS) throw domainError("points", points, `at most ${MAX_POINTS} points`, "Draw fewer.");
  for (const panel of panels) {
    assertAxis(panel.x, `x axis of panel "${panel.title}"`);
    assertAxis(panel.y, `y axis of panel "${panel.title}"`);
    for (const mark of panel.marks) assertMark(mark, panel);
  }
}

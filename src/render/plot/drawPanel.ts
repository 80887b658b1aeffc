import type { Mark } from "../../experiments/plot.js";
import { drawMark, pixel } from "./drawMark.js";
import { escapeXml } from "./escapeXml.js";
import { type Frame, LINE, SMALL } from "./layout.js";

/** What lies on the edge is drawn whole: points, and half of the width of a line. */
const SPILL = 4;
const LINE_SPILL = 1;

type Anchor = "start" | "middle" | "end";

export const textAt = (content: string, x: number, y: number, anchor: Anchor, size: number, name = "t"): string =>
  `<text class="${name}" x="${pixel(x)}" y="${pixel(y)}" text-anchor="${anchor}" font-size="${size}">${escapeXml(content)}</text>`;

function gridOf({ x, y, left, right, top, bottom }: Frame): string {
  const across = y.ticks.map(({ at }) => `M${pixel(left)} ${pixel(y.place(at, bottom, top))}H${pixel(right)}`);
  const up = x.ticks.map(({ at }) => `M${pixel(x.place(at, left, right))} ${pixel(top)}V${pixel(bottom)}`);
  return `<path class="g" d="${[...across, ...up].join("")}"/>`;
}

function horizontalAxis({ x, xLabel, left, right, bottom }: Frame): string[] {
  const ticks = x.ticks.map(({ at, text }) =>
    textAt(text, x.place(at, left, right), bottom + LINE, "middle", SMALL, "m"),
  );
  const label = xLabel.map((line, k) => textAt(line, (left + right) / 2, bottom + (k + 2) * LINE, "middle", SMALL));
  return [...ticks, ...label];
}

function verticalAxis({ y, yLabel, left, top, bottom, labelLeft }: Frame): string[] {
  const ticks = y.ticks.map(({ at, text }) => textAt(text, left - 5, y.place(at, bottom, top) + 4, "end", SMALL, "m"));
  const middle = pixel((top + bottom) / 2);
  const label = yLabel.map((line, k) => {
    const place = `translate(${pixel(labelLeft + k * LINE + 11)} ${middle}) rotate(-90)`;
    return `<text class="t" transform="${place}" text-anchor="middle" font-size="${SMALL}">${escapeXml(line)}</text>`;
  });
  return [...ticks, ...label];
}

const isPoints = ({ kind }: Mark): boolean => kind === "points";

/** The marks in their order, in runs of those that are clipped alike. */
function runsOf(marks: readonly Mark[]): readonly (readonly Mark[])[] {
  const runs: Mark[][] = [];
  for (const mark of marks) {
    const run = runs.at(-1);
    if (run !== undefined && isPoints(run[0]!) === isPoints(mark)) run.push(mark);
    else runs.push([mark]);
  }
  return runs;
}

/** One panel: grid, marks clipped to it, ticks, labels, title. `clip` is an id that the page has nowhere else. */
export function drawPanel(frame: Frame, clip: string): string {
  const { panel, title, left, right, top, bottom, writesX, writesY } = frame;
  const boxOf = (spill: number) =>
    `x="${pixel(left - spill)}" y="${pixel(top - spill)}" width="${pixel(right - left + 2 * spill)}" height="${pixel(bottom - top + 2 * spill)}"`;
  const heading = title.map((line, k) =>
    textAt(line, (left + right) / 2, top - 6 - (title.length - 1 - k) * LINE, "middle", SMALL, "h"),
  );
  return [
    `<clipPath id="${clip}"><rect ${boxOf(LINE_SPILL)}/></clipPath>`,
    ...(panel.marks.some(isPoints) ? [`<clipPath id="${clip}p"><rect ${boxOf(SPILL)}/></clipPath>`] : []),
    gridOf(frame),
    ...runsOf(panel.marks).flatMap((marks) => [
      `<g clip-path="url(#${clip}${isPoints(marks[0]!) ? "p" : ""})">`,
      ...marks.map((mark) => drawMark(mark, frame)).filter((svg) => svg !== ""),
      "</g>",
    ]),
    `<rect class="b" ${boxOf(0)}/>`,
    ...heading,
    ...(writesX ? horizontalAxis(frame) : []),
    ...(writesY ? verticalAxis(frame) : []),
  ].join("\n");
}

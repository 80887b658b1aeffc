import { drawMark, pixel } from "./drawMark.js";
import { escapeXml } from "./escapeXml.js";
import { type Frame, LINE, SMALL } from "./layout.js";

const SPILL = 3;

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

/** One panel: grid, marks clipped to it, ticks, labels, title. `clip` is an id that the page has nowhere else. */
export function drawPanel(frame: Frame, clip: string): string {
  const { panel, title, left, right, top, bottom, writesX, writesY } = frame;
  // what lies on the edge is drawn whole
  const [wide, high] = [right - left + 2 * SPILL, bottom - top + 2 * SPILL];
  const clipBox = `x="${pixel(left - SPILL)}" y="${pixel(top - SPILL)}" width="${pixel(wide)}" height="${pixel(high)}"`;
  const box = `x="${pixel(left)}" y="${pixel(top)}" width="${pixel(right - left)}" height="${pixel(bottom - top)}"`;
  const heading = title.map((line, k) =>
    textAt(line, (left + right) / 2, top - 6 - (title.length - 1 - k) * LINE, "middle", SMALL, "h"),
  );
  return [
    `<clipPath id="${clip}"><rect ${clipBox}/></clipPath>`,
    gridOf(frame),
    `<g clip-path="url(#${clip})">`,
    ...panel.marks.map((mark) => drawMark(mark, frame)).filter((svg) => svg !== ""),
    "</g>",
    `<rect class="b" ${box}/>`,
    ...heading,
    ...(writesX ? horizontalAxis(frame) : []),
    ...(writesY ? verticalAxis(frame) : []),
  ].join("\n");
}

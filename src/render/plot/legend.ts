import type { Mark, Plot } from "../../experiments/plot.js";
import { defaultOpacity, pixel, strokeOf, symbolPath } from "./drawMark.js";
import { escapeXml } from "./escapeXml.js";
import { LINE, SMALL } from "./layout.js";
import { classOf } from "./palette.js";
import { textWidth, wrapText } from "./textWidth.js";

const KEY = 22;
const GAP = 14;
/** A key is as faint as its lines, but seen. */
const FAINTEST = 0.35;

function keyOf(mark: Mark): string {
  if (mark.kind === "band" || mark.kind === "polygon" || mark.kind === "cells") {
    return `<path class="f ${classOf(mark.colour)}" opacity="${Math.max(FAINTEST, mark.opacity ?? defaultOpacity(mark))}" d="M0 -5H${KEY}V5H0Z"/>`;
  }
  if (mark.kind === "points") {
    // large enough to be seen, and opaque
    const shape = symbolPath({ ...mark, size: Math.max(6, mark.size ?? 5) });
    return `<path class="f ${classOf(mark.colour)}" transform="translate(${KEY / 2} 0)" d="${shape}"/>`;
  }
  return `<path ${strokeOf({ ...mark, opacity: Math.max(FAINTEST, mark.opacity ?? 1) })} d="M0 0H${KEY}"/>`;
}

export interface Legend {
  readonly svg: string;
  readonly height: number;
}

/** The labels of all panels, each once, in rows below `top`. */
export function legendOf({ panels }: Plot, left: number, width: number, top: number): Legend {
  const entries = new Map<string, Mark>();
  for (const { marks } of panels) {
    for (const mark of marks) if (mark.label !== undefined && !entries.has(mark.label)) entries.set(mark.label, mark);
  }
  let [x, y] = [left, top + LINE / 2];
  const parts: string[] = [];
  for (const [label, mark] of entries) {
    const lines = wrapText(label, width - KEY - 6, SMALL);
    const needed = KEY + 6 + Math.max(...lines.map((text) => textWidth(text, SMALL)));
    if (x > left && x + needed > left + width) {
      x = left;
      y += LINE;
    }
    const text = lines.map(
      (part, k) => `<text class="t" x="${KEY + 6}" y="${4 + k * LINE}" font-size="${SMALL}">${escapeXml(part)}</text>`,
    );
    parts.push(`<g transform="translate(${pixel(x)} ${pixel(y)})">${keyOf(mark)}${text.join("")}</g>`);
    x += needed + GAP;
    y += (lines.length - 1) * LINE;
  }
  return { svg: parts.join("\n"), height: entries.size === 0 ? 0 : y + LINE / 2 - top };
}

/** The receptive fields of a ladder, a row a region. */
import type { Mark, Plot, Point } from "../../../experiments/plot.js";
import { showNumber } from "../../../render/number.js";
import type { LaddersLook, RegionLook } from "./laddersTask.js";

const DIGITS = 4;

function hintOf({ id, level, pixels, children, priors, events }: RegionLook): string {
  const labels = events.map((label, a) => `${showNumber(priors[a]!, DIGITS)} for label ${label}`).join(", ");
  const below = children.length === 0 ? "" : `, above ${children.join(", ")}`;
  return `${id}: level ${level}, pixels ${pixels.map((pixel) => pixel + 1).join(", ")}${below}; P(z) ${labels}`;
}

/** Which region stands in the row at that height; the top stands above. */
export const regionAt = ({ regions }: LaddersLook, [, y]: Point): string | null => regions[Math.floor(y)]?.id ?? null;

export function fieldsPlot(look: LaddersLook): Plot {
  const { regions, pixels, chosen } = look;
  const marks = regions.map((region, row): Mark => {
    const here = region.id === chosen;
    return {
      ...{ kind: "cells", size: [0.9, 0.7], colour: here ? 1 : 0, opacity: here ? 1 : 0.45 },
      label: here ? "the region that is looked at" : "other regions",
      points: region.pixels.map((pixel): Point => [pixel + 0.5, row + 0.5]),
      hints: region.pixels.map(() => hintOf(region)),
    };
  });
  return {
    title: "Receptive fields",
    caption: "A row a region, the top of the ladder above: the pixels that it covers. A click chooses a region.",
    ...{ columns: 1, metadata: {} },
    panels: [
      {
        title: "",
        x: {
          ...{ label: "pixel", domain: [0, pixels] },
          ticks: Array.from({ length: pixels }, (_, k) => ({ at: k + 0.5, text: String(k + 1) })),
        },
        y: {
          ...{ label: "region", domain: [0, regions.length] },
          ticks: regions.map(({ id }, row) => ({ at: row + 0.5, text: id })),
        },
        marks,
      },
    ],
  };
}

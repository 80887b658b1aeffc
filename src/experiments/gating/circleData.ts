/** The data of the circle as pictures. */
import type { Mark, Panel, Point } from "../plot.js";
import { circlePoints, circleTargets } from "./circleStudy.js";

const angleTicks = [
  { at: 0, text: "0" },
  { at: Math.PI, text: "pi" },
  { at: 2 * Math.PI, text: "2 pi" },
];

/** The target over the angle, and the points of the circle in its colours. */
export function dataPanels(): readonly Panel[] {
  const points = circlePoints();
  const targets = circleTargets();
  const angles = points.map((_, k) => ((k + 0.5) * 2 * Math.PI) / points.length);
  const LEVELS = 8;
  const shades = Array.from({ length: LEVELS }, (_, level): Mark => {
    const inside = points.filter(
      (_point, k) => Math.min(LEVELS - 1, Math.floor(((targets[k]! + 1) / 2) * LEVELS)) === level,
    );
    const colour = { ramp: 1 - level / (LEVELS - 1) };
    const label = level === 0 ? "y = -1" : level === LEVELS - 1 ? "y = 1" : undefined;
    return { kind: "points", colour, size: 7, points: inside as unknown as Point[], ...(label && { label }) };
  });
  const ends = { domain: [-1.3, 1.3] as const, ticks: [-1, 0, 1].map((at) => ({ at, text: String(at) })) };
  return [
    {
      title: "target",
      x: { label: "angle", domain: [0, 2 * Math.PI], ticks: angleTicks },
      y: { label: "y" },
      marks: [{ kind: "line", colour: "ink", points: angles.map((angle, k): Point => [angle, targets[k]!]) }],
    },
    { title: "data", x: { label: "x1", ...ends }, y: { label: "x2", ...ends }, marks: shades },
  ];
}

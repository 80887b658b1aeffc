import type { Line, Panel, Plot } from "../../../experiments/plot.js";
import type { ActivationPortrait } from "../../../theory/batchnorm/report/activationPortrait.js";
import type { GegenbauerResult } from "../../gegenbauerReport.js";
import { batchText } from "../settings.js";

const curve = (pieces: ActivationPortrait["values"], colour: number): readonly Line[] =>
  pieces.map((points) => ({ kind: "line", colour, points }));

/** Values beyond this are not drawn: a singular slope would hide all else. */
const TALLEST = 1e6;

const within = (pieces: ActivationPortrait["values"]): ActivationPortrait["values"] =>
  pieces.map((points) => points.filter(([, y]) => Math.abs(y) < TALLEST)).filter((points) => points.length > 1);

/** A line on the frame would be hidden by it. */
const MARGIN = 0.06;

function panelOf(name: string, label: string, pieces: ActivationPortrait["values"], colour: number): readonly Panel[] {
  const shown = within(pieces);
  const heights = shown.flat().map(([, y]) => y);
  if (heights.length === 0) return [];
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  const pad = MARGIN * (high - low || Math.abs(high) || 1);
  const y = { label, domain: [low - pad, high + pad] as const };
  return [{ title: name, x: { label: "x", domain: [-4, 4] }, y, marks: curve(shown, colour) }];
}

/** phi and its slope, as a function of the normalised value; null where neither can be drawn. */
export function activationFigure({ text, values, slopes }: ActivationPortrait): Plot | null {
  const panels = [...panelOf("φ(x)", "value", values, 0), ...panelOf("φ′(x)", "slope", slopes, 2)];
  if (panels.length === 0) return null;
  return { title: `The activation ${text} and its slope`, caption: "", columns: 2, panels, metadata: {} };
}

/** A coefficient of 0 has no place on a logarithmic axis; rounding leaves less than this of one. */
const LEAST = 1e-16;

/** a_k^2 by k: what of the activation's mean square is of degree k. */
export function coefficientFigure(results: readonly GegenbauerResult[]): Plot | null {
  const marks = results.flatMap(({ batch, gamma, beta, coefficients }, k) => {
    const points = coefficients.flatMap(({ value, error }, degree) =>
      Math.abs(value) > error && value * value > LEAST ? [[degree, value * value] as const] : [],
    );
    const scaled = `${gamma === 1 ? "" : `, gamma ${gamma}`}${beta === 0 ? "" : `, beta ${beta}`}`;
    const label = `B = ${batchText(batch)}${scaled}`;
    if (points.length === 0) return [];
    return [
      { kind: "line", colour: k, points, width: 1, opacity: 0.5 } as const,
      { kind: "points", colour: k, points, size: 6, label } as const,
    ];
  });
  if (marks.length === 0) return null;
  return {
    title: "Gegenbauer coefficients",
    ...{ caption: "", columns: 1, metadata: {} },
    panels: [{ title: "", x: { label: "degree k" }, y: { label: "a_k squared", scale: "log" }, marks }],
  };
}

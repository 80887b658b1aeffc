import type { Panel, Plot } from "../../experiments/plot.js";

function panelText({ title, x, y, marks }: Panel): string {
  const labels = [...new Set(marks.flatMap(({ label }) => (label === undefined ? [] : [label])))];
  const shown = labels.length === 0 ? "" : `: ${labels.join(", ")}`;
  const scale = y.scale === "log" ? ", logarithmic" : "";
  const heading = title === "" ? "" : `${title}, `;
  return `${heading}${y.label}${scale} against ${x.label}${shown}.`;
}

/** The picture in words, for those who do not see it. */
export function describe({ caption, panels }: Plot): string {
  return [caption, ...panels.map(panelText)].join(" ");
}

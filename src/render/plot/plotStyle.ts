/** The style sheet of one drawn plot: fonts, and the colours that its marks use. */
import type { Colour, Plot } from "../../experiments/plot.js";
import { background, classOf, grid, type Shades, shadesOf } from "./palette.js";

export type Scheme = keyof Shades;

function coloursOf({ panels }: Plot): ReadonlyMap<string, Shades> {
  const colours: Colour[] = ["ink", "muted", ...panels.flatMap(({ marks }) => marks.map(({ colour }) => colour))];
  return new Map(colours.map((colour) => [classOf(colour), shadesOf(colour)]));
}

/** Rules for the plot of class `name`: in one scheme, or in the reader's own where none is given. */
export function plotStyle(name: string, plot: Plot, scheme?: Scheme): string {
  const used = coloursOf(plot);
  const rules = (which: Scheme) => [
    `.${name}{background:${background[which]}}`,
    `.${name} .t,.${name} .h{fill:${shadesOf("ink")[which]}}`,
    `.${name} .m{fill:${shadesOf("muted")[which]}}`,
    `.${name} .g{stroke:${grid[which]}}`,
    `.${name} .b{stroke:${shadesOf("muted")[which]}}`,
    ...[...used].flatMap(([key, shades]) => [
      `.${name} .l.${key}{stroke:${shades[which]}}`,
      `.${name} .f.${key}{fill:${shades[which]}}`,
    ]),
  ];
  return [
    `.${name} text{font-family:system-ui,"Segoe UI",Helvetica,Arial,sans-serif}`,
    `.${name} .h{font-weight:600}`,
    `.${name} .g,.${name} .b,.${name} .l{fill:none}`,
    `.${name} .l{stroke-linecap:round;stroke-linejoin:round}`,
    ...rules(scheme ?? "light"),
    ...(scheme === undefined ? [`@media (prefers-color-scheme:dark){${rules("dark").join("")}}`] : []),
  ].join("\n");
}

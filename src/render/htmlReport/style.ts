/** The one style sheet of a page. It does not depend on what the page says: its hash is known, and the page's policy allows it alone. */
import { background, grid, ink, muted, type Shades, series } from "../plot/palette.js";

type Scheme = keyof Shades;

const link: Shades = { light: "#00598f", dark: "#6cb8f0" };
const panel: Shades = { light: "#f5f6f8", dark: "#1d2128" };

const variables = (scheme: Scheme): string =>
  [
    ...Object.entries({ background, ink, muted, grid, link, panel }).map(([name, shades]) => [name, shades[scheme]]),
    ...series.map((shades, k) => [`s${k}`, shades[scheme]]),
  ]
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(";");

const marks = ["ink", "muted", ...series.map((_, k) => `s${k}`)].map(
  (name) => `.plot .l.${name}{stroke:var(--${name})}.plot .f.${name}{fill:var(--${name})}`,
);

export const style: string = `
:root{color-scheme:light dark;${variables("light")}}
@media screen and (prefers-color-scheme:dark){:root{${variables("dark")}}}
*{box-sizing:border-box}
body{margin:0;background:var(--background);color:var(--ink);font:1rem/1.55 system-ui,"Segoe UI",Helvetica,Arial,sans-serif;overflow-wrap:break-word}
main,header,footer{max-width:50rem;margin:0 auto;padding:0 1rem}
header{padding-top:1.5rem}
footer{padding-bottom:3rem;color:var(--muted)}
h1{font-size:1.7rem;line-height:1.2;margin:0 0 .5rem}
h2{font-size:1.25rem;margin:2.5rem 0 .5rem;padding-top:.75rem;border-top:1px solid var(--grid)}
h3{font-size:1.05rem;margin:1.5rem 0 .25rem}
a{color:var(--link)}
nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1rem;margin:.5rem 0 0;padding:0;list-style:none;font-size:.9rem}
code,pre{font-family:ui-monospace,"SF Mono",Consolas,"DejaVu Sans Mono",monospace;font-size:.9em}
pre{background:var(--panel);padding:.75rem 1rem;border-radius:.4rem;white-space:pre-wrap;overflow-wrap:anywhere}
.scroll{overflow-x:auto;margin:1rem 0 .5rem}
.scroll:focus-visible,a:focus-visible{outline:2px solid var(--link);outline-offset:2px}
table{border-collapse:collapse;font-size:.875rem;font-variant-numeric:tabular-nums;line-height:1.35}
caption{text-align:left;color:var(--muted);padding-bottom:.4rem}
th,td{padding:.22rem .9rem .22rem 0;text-align:left;vertical-align:top}
thead th{border-bottom:1.5px solid var(--ink);vertical-align:bottom}
tbody th{font-weight:400}
td,tbody th[scope=row]{white-space:nowrap}
tr.g th{font-weight:600;padding-top:.7rem;border-bottom:1px solid var(--grid)}
.n{text-align:right}
.note{color:var(--muted);font-size:.875rem;margin:.3rem 0}
ol.note{padding-left:1.4rem}
.stopped{border-left:4px solid var(--s1);padding:.2rem .8rem;background:var(--panel)}
figure{margin:1.5rem 0}
figcaption{color:var(--muted);font-size:.875rem;margin-top:.25rem}
.plot{display:block;width:100%;max-width:40rem;height:auto;background:var(--background)}
.plot text{font-family:system-ui,"Segoe UI",Helvetica,Arial,sans-serif}
.plot .h{font-weight:600}
.plot .t,.plot .h{fill:var(--ink)}
.plot .m{fill:var(--muted)}
.plot .g,.plot .b,.plot .l{fill:none}
.plot .g{stroke:var(--grid)}
.plot .b{stroke:var(--muted)}
.plot .l{stroke-linecap:round;stroke-linejoin:round}
${marks.join("\n")}
math{font-size:1.05em;font-family:"STIX Two Math","Latin Modern Math","Cambria Math","DejaVu Math TeX Gyre",math}
.formula{display:flex;flex-wrap:wrap;gap:0 2.5rem;justify-content:safe center}
math[display=block]{margin:.5rem 0}
@page{size:A4;margin:18mm 16mm}
@media print{
:root{font-size:10pt}
body{line-height:1.4}
main,header,footer{max-width:none;padding:0}
nav{display:none}
h2,h3,caption{break-after:avoid}
figure,tr,pre,.formula,.stopped{break-inside:avoid}
tbody,.short{break-inside:avoid}
thead{display:table-header-group}
table{font-size:8pt}
math{font-size:.9em}
th,td{padding-right:.5rem}
.scroll{overflow:visible}
.plot{max-width:13cm}
a{color:inherit;text-decoration:none}
p{orphans:3;widows:3}
}
`;

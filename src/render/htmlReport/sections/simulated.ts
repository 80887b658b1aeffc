import type { Sheet } from "../../sheet.js";
import { runsSheet } from "../../simulationReport.js";
import { html, joined, nothing } from "../html.js";
import type { ReportData, SimulatedNetworks } from "../reportData.js";
import { networkText } from "../settings.js";
import { sheetTable } from "../sheetTable.js";
import type { Section } from "./section.js";

function broken({ summary: { collapsed, overflowed }, network }: SimulatedNetworks): readonly string[] {
  const count = collapsed + overflowed;
  if (count === 0) return [];
  const why = collapsed > 0 ? "a batch became one point there" : "numbers overflowed there";
  return [`At ${networkText(network)}, ${count} networks are left out: ${why}.`];
}

/** Below so many networks, a standard error is itself no more than a guess. */
const FEW = 10;

function rough(runs: readonly SimulatedNetworks[]): readonly string[] {
  const samples = Math.min(...runs.map(({ summary }) => summary.samples));
  if (samples >= FEW) return [];
  if (samples === 1) return ["One network has no standard error."];
  return [
    `With ${samples} networks a standard error is rough: z follows Student's law with ${samples - 1} degrees of freedom.`,
  ];
}

/** The rows of `theoria simulate`, one group a network. */
function sheetOf(runs: readonly SimulatedNetworks[]): Sheet {
  const { columns, groups } = runsSheet(
    runs.map(({ network: { width }, ...run }) => ({ ...run, width, millisecondsPerSample: null })),
  );
  return {
    columns,
    groups: groups.map(({ title, rows }, k) => ({ title: `${networkText(runs[k]!.network)}; ${title}`, rows })),
    remarks: [
      "Growth is that of the logarithm of the squared gradient norm, a layer; s.e. is the standard error, z counts standard errors between simulation and theory. Deviations of order 1/N are the networks' own.",
      ...rough(runs),
      ...runs.flatMap(broken),
    ],
  };
}

export function simulatedSection({ simulation, interrupted }: ReportData): Section {
  const title = "What was simulated";
  if (simulation === null) return { id: "simulated", title, body: html`<p>Nothing, as was asked for.</p>` };
  const { width, depth, samples, seed, runs, left } = simulation;
  const partial = runs.filter((run) => run.summary.samples < run.asked);
  return {
    id: "simulated",
    title,
    body: joined([
      html`<p>Random fully connected networks of width ${width} and depth ${depth} with batch norm, at true finite width, in double precision: ${samples} for each setting, from seed ${seed}.
Network i depends on the seed and i alone.</p>`,
      runs.length === 0
        ? html`<p>${interrupted ? "None was finished." : "None: see below."}</p>`
        : sheetTable(sheetOf(runs), {
            id: "simulation-table",
            caption: "Simulated networks beside the theory at BSB1",
          }),
      partial.length === 0
        ? nothing
        : html`<p class="note">Stopped before all ${samples} networks were drawn: ${partial.map(({ network }) => networkText(network)).join("; ")}.</p>`,
      ...left.map((sentence) => html`<p class="note">${sentence}</p>`),
    ]),
  };
}

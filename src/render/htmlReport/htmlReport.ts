import { html, joined, nothing } from "./html.js";
import { page } from "./page.js";
import type { ReportData } from "./reportData.js";
import { activationSection } from "./sections/activation.js";
import { dynamicsSection } from "./sections/dynamics.js";
import { formulasSection } from "./sections/formulas.js";
import { gradientsSection } from "./sections/gradients.js";
import { methodsSection } from "./sections/methods.js";
import { ratesSection } from "./sections/rates.js";
import { type Section, sectionHtml } from "./sections/section.js";
import { simulatedSection } from "./sections/simulated.js";
import { spectrumSection } from "./sections/spectrum.js";
import { batchText } from "./settings.js";
import { summary } from "./summary.js";

const summarySection = (data: ReportData): Section => ({
  id: "summary",
  title: "Summary",
  body: html`<ul>\n${summary(data).map((sentence) => html`<li>${sentence}</li>`)}\n</ul>`,
});

const originSection = ({ origin, simulation }: ReportData): Section => ({
  id: "origin",
  title: "How to make this page again",
  body: html`<pre>${origin.command}</pre>
<p>theoria ${origin.version}${simulation === null ? "" : `, seed ${simulation.seed}`}. The same command gives the same bytes: no date is in the page. It loads nothing and runs no script.</p>`,
});

const stopped = ({ networks, asked, simulation }: ReportData) => {
  const missing = networks.length < asked ? `${networks.length} of ${asked} networks are in it` : "";
  const drawn = (simulation?.runs ?? []).reduce((sum, { summary: { samples } }) => sum + samples, 0);
  const simulated = simulation === null ? "" : `${drawn} simulated networks are in it`;
  return html`<p class="stopped"><strong>This report is not complete.</strong> It was stopped: ${[missing, simulated].filter((part) => part !== "").join(", ")}.</p>`;
};

/**
 * A page about one activation: summary in words, tables, figures, formulas, methods and errors, what was simulated, how to make it again. One file: no
 * script, no font, nothing that is loaded; its policy forbids all but its own style sheet. The same data give the same bytes. All text is escaped.
 */
export function htmlReport(data: ReportData): string {
  const { activation, networks, interrupted, origin } = data;
  const batches = [...new Set(networks.map(({ spectrum }) => batchText(spectrum.batch)))].join(", ");
  const sections = [
    summarySection(data),
    ratesSection(data),
    gradientsSection(data),
    dynamicsSection(data),
    spectrumSection(data),
    activationSection(data),
    formulasSection(data),
    methodsSection(data),
    simulatedSection(data),
    originSection(data),
  ].filter((section) => section !== null);
  const contents = sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`);
  const title = `${activation.text} with batch norm`;
  return page({
    title: `${title}: Theoria report`,
    description: `Gradient growth, trainable depth and stability of deep networks of ${activation.text} with batch norm, at batch sizes ${batches}`,
    generator: `theoria ${origin.version}`,
    body: html`<header>
<h1>Deep networks of <code>${activation.text}</code> with batch norm</h1>
<p>Batch sizes ${batches}. Theory of infinitely wide random networks, each number with its error, and simulated networks beside it.</p>
${interrupted ? stopped(data) : nothing}
<nav aria-label="Contents">\n<ul>\n${contents}\n</ul>\n</nav>
</header>
<main>
${joined(sections.map(sectionHtml))}
</main>
<footer><p>Made by Theoria ${origin.version}.</p></footer>`,
  });
}

import { texOf } from "../../../symbolic/format/tex.js";
import { textOf } from "../../../symbolic/format/text.js";
import type { Proposition } from "../../../symbolic/proposition.js";
import type { RateFormula } from "../../../theory/batchnorm/report/rateFormula.js";
import { formulaLines } from "../../lines.js";
import { showNumber } from "../../number.js";
import { type Html, html, joined, nothing } from "../html.js";
import { mathml } from "../mathml.js";
import type { ReportData } from "../reportData.js";
import { isUsual } from "../settings.js";
import type { Section } from "./section.js";

/** Formulas beside each other, or below each other where the page is narrow. */
const display = (label: string, ...parts: readonly string[]): Html =>
  html`<div class="scroll formula" role="group" aria-label="${label}" tabindex="0">${parts.map((tex) => mathml(tex, { display: true }))}</div>`;

/** Characters of TeX that a page is wide enough for: a fraction is about half as wide as its TeX is long. */
const LONGEST = { fraction: 420, line: 240 };

/** As a formula, or as text, which is broken into lines, where that is too wide for a page. */
function written(proposition: Proposition, label: string, shape: keyof typeof LONGEST): Html {
  const tex = texOf(proposition);
  return tex.length > LONGEST[shape]
    ? html`<pre>${formulaLines(textOf(proposition)).map((line) => html`${line}`)}</pre>`
    : display(label, tex);
}

const network = [
  "X_\\ell = \\phi\\left(\\gamma\\, \\mathrm{BN}(H_\\ell) + \\beta\\right)",
  "H_{\\ell+1} = W_\\ell X_\\ell",
  "(W_\\ell)_{ij} \\sim \\mathcal{N}(0, \\sigma_w^2 / N)",
];
const normalisation = [
  "\\mathrm{BN}(h)_i = \\frac{h_i - \\bar h}{\\sqrt{\\frac{1}{B} \\sum\\nolimits_{j=1}^{B} (h_j - \\bar h)^2 + \\epsilon}}",
  "\\bar h = \\frac{1}{B} \\sum\\nolimits_{j=1}^{B} h_j",
];
const gradient = (layer: string) =>
  `\\mathbb{E} \\left\\| \\frac{\\partial \\mathcal{L}}{\\partial H_{${layer}}} \\right\\|^2`;
const rate = [
  `${gradient("\\ell")} \\approx \\lambda_G\\, ${gradient("\\ell+1")}`,
  "\\text{depth scale} = \\frac{1}{\\ln \\lambda_G}",
  "\\text{trainable depth} \\approx \\frac{16}{\\ln \\lambda_G}",
];
const series = [
  "\\lambda_G = \\frac{\\sum_{k \\geq 1} \\frac{k (B - 3 + k)}{B - 3}\\, a_k^2\\, c_k}{\\sum_{k \\geq 1} a_k^2\\, c_k}",
  "c_k = 1 - \\frac{C_k\\left(\\frac{-1}{B - 1}\\right)}{C_k(1)}",
];
const limit = [
  "\\lim_{B \\to \\infty} \\lambda_G = \\frac{\\mathbb{E}\\, \\psi'(Z)^2}{\\operatorname{Var} \\psi(Z)}",
  "\\psi(x) = \\phi(\\gamma x + \\beta)",
  "Z \\sim \\mathcal{N}(0, 1)",
];

function closedForm(formula: Extract<RateFormula, { kind: "closed" }>, data: ReportData): Html {
  const { claim, series: expansion, steps, verified, values, assumptions } = formula;
  const rates = new Map(
    data.networks.filter(({ spectrum }) => isUsual(spectrum)).map(({ spectrum }) => [spectrum.batch, spectrum.rate]),
  );
  const known =
    verified === 0
      ? `All ${steps} steps of its derivation are proved by exact arithmetic or are definitions`
      : `Of the ${steps} steps of its derivation, ${verified} are verified to 50 digits, the others proved or definitions`;
  const points = values.map(({ batch, value, error }) => {
    const of = rates.get(batch);
    const apart = of === undefined ? 0 : Math.abs(of.value - Number(value));
    const beside =
      of === undefined ? "" : `; the rate of the tables differs by ${apart === 0 ? "nothing" : showNumber(apart, 1)}`;
    return html`<li>B = ${showNumber(batch)}: ${value} ± ${error}${beside}</li>`;
  });
  const usual =
    [...rates.keys()].length === data.networks.length ? "" : ", for epsilon 0, gamma 1, beta 0 and weight variance 1";
  return html`<h3>The rate of ${data.activation.text}, exactly</h3>
<p>For ${assumptions.map(textOf).join(", ")}${usual}. ${known}.</p>
${written(claim, "exact rate", "fraction")}
${expansion === null ? nothing : html`<p>For large batches:</p>\n${written(expansion, "rate for large batches", "line")}`}
${points.length === 0 ? nothing : html`<ul class="short">\n${points}\n</ul>`}`;
}

function integralForm({ equations }: Extract<RateFormula, { kind: "integrals" }>, { activation }: ReportData): Html {
  return html`<h3>The rate of ${activation.text} in integrals</h3>
<p>There is no closed form that is known here. For B >= 4, epsilon 0, gamma 1, beta 0 and weight variance 1:</p>
${equations.map((equation) => written(equation, "integral", "line"))}`;
}

export function formulasSection(data: ReportData): Section {
  const { formula } = data;
  const own =
    formula === null ? nothing : formula.kind === "closed" ? closedForm(formula, data) : integralForm(formula, data);
  return {
    id: "formulas",
    title: "Formulas",
    body: joined([
      html`<p>The network, of width N to infinity, over a batch of B samples; BN of each neuron over the batch:</p>`,
      display("the network", ...network),
      display("batch norm", ...normalisation),
      html`<p>The rate, far from both ends of a deep network:</p>`,
      display("the rate and depth scales", ...rate),
      html`<p>For epsilon 0, in the Gegenbauer coefficients ${mathml("a_k")} (${mathml("C_k")} are the Gegenbauer polynomials of the sphere in B - 1 dimensions):</p>`,
      display("the rate in Gegenbauer coefficients", ...series),
      html`<p>For epsilon 0 and infinite batches:</p>`,
      display("the rate of infinite batches", ...limit),
      own,
      html`<p class="note">Yang, Pennington, Rao, Sohl-Dickstein, Schoenholz: A Mean Field Theory of Batch Normalization, ICLR 2019.</p>`,
    ]),
  };
}

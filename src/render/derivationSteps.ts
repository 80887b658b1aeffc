/** The steps of a derivation, numbered, each with what gives it and how it is known. */
import type { DerivationStep } from "../symbolic/derivation/derivation.js";
import { texOf } from "../symbolic/format/tex.js";
import { textOf } from "../symbolic/format/text.js";
import { escapeTex } from "./latex.js";
import { formulaLines, sentenceLines } from "./lines.js";

const from = (step: DerivationStep) =>
  step.from.length === 0 ? "" : `, from ${step.from.map((i) => `(${i + 1})`).join(", ")}`;

/** How a step is known, in words. */
export const stepStatus = (step: Pick<DerivationStep, "status">) =>
  step.status === "proved" ? "proved" : "verified to 50 digits";

export const stepLines = (steps: readonly DerivationStep[]): readonly string[] =>
  steps.flatMap((step, i) => [
    ...formulaLines(textOf(step.claim), `(${i + 1}) `),
    ...sentenceLines(`${step.rule}${from(step)}; ${stepStatus(step)}`, "    "),
  ]);

export function latexSteps(steps: readonly DerivationStep[]): readonly string[] {
  const items = steps.map((step) => {
    const said = escapeTex(`${step.rule}${from(step)}; ${stepStatus(step)}`);
    return `  \\item $\\displaystyle ${texOf(step.claim)}$ \\\\ ${said}`;
  });
  return ["\\begin{enumerate}", ...items, "\\end{enumerate}"];
}

export const jsonSteps = (steps: readonly DerivationStep[]): readonly object[] =>
  steps.map((step) => ({
    claim: textOf(step.claim),
    latex: texOf(step.claim),
    rule: step.rule,
    from: step.from,
    status: step.status,
  }));

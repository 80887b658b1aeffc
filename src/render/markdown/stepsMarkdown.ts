/** The steps of a derivation as a numbered list: what holds, what gives it, how it is known. */
import type { DerivationStep } from "../../symbolic/derivation/derivation.js";
import { texOf } from "../../symbolic/format/tex.js";
import { escapeMarkdown } from "./escapeMarkdown.js";
import { lateMath } from "./markdownMath.js";

const from = ({ from }: DerivationStep) =>
  from.length === 0 ? "" : `, from ${from.map((i) => `(${i + 1})`).join(", ")}`;

const status = ({ status }: DerivationStep) => (status === "proved" ? "proved" : "verified to 50 digits");

const step = (step: DerivationStep) =>
  `<li>${escapeMarkdown(`${step.rule}${from(step)}`)}; <em>${status(step)}</em>${lateMath(texOf(step.claim))}</li>`;

export const stepsMarkdown = (steps: readonly DerivationStep[]): string =>
  ["<ol>", ...steps.map(step), "</ol>"].join("\n");

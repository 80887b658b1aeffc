/** `theoria derive`: a closed form, its steps, a value and the first terms for large batches. */
import type { Expression } from "../symbolic/expression.js";
import { texOf } from "../symbolic/format/tex.js";
import { text as formulaText, textOf } from "../symbolic/format/text.js";
import { equation } from "../symbolic/proposition.js";
import type { DerivedFormula } from "../theory/batchnorm/derivation/derive.js";
import { type DecimalValue, valueLines, valueText } from "./decimalValue.js";
import { jsonSteps, latexSteps, stepLines } from "./derivationSteps.js";
import type { FormulaReport } from "./formulaReport.js";
import { formulaLines, sentenceLines } from "./lines.js";
import { printable } from "./printable.js";
import { javascriptOf, sympyOf, writtenFormula } from "./writtenFormula.js";

export interface DerivationResult {
  readonly derived: DerivedFormula;
  readonly steps: boolean;
  /** In text, the formula alone. */
  readonly quiet?: boolean;
  readonly value?: DecimalValue & { readonly batch: number };
  /** In powers of 1/B, with an order term. */
  readonly series?: Expression;
}

/** What is shown: its last step says which symbol equals which formula. */
const claimOf = ({ steps }: DerivedFormula) => steps.at(-1)!.claim;

function text({ derived, steps, value, series, quiet = false }: DerivationResult): string {
  if (quiet) return formulaText(derived.formula);
  const { quantity, activation, assumptions } = derived;
  const claim = claimOf(derived);
  return [
    ...sentenceLines(`${quantity} of ${activation.text}, for ${assumptions.map(textOf).join(", ")}:`),
    ...formulaLines(textOf(claim), "  "),
    ...(steps ? ["", ...stepLines(derived.steps)] : []),
    ...(series === undefined ? [] : ["", "for large B:", ...formulaLines(textOf(equation(claim.left, series)), "  ")]),
    ...(value === undefined ? [] : ["", `at B = ${value.batch}:`, ...valueLines(value)]),
  ].join("\n");
}

const display = (body: string) => ["\\[", `  ${body}`, "\\]"];

function latex({ derived, steps, value, series }: DerivationResult): string {
  const claim = claimOf(derived);
  const { quantity, activation, assumptions } = derived;
  return [
    `% ${printable(`${quantity} of ${activation.text}`)}, for ${assumptions.map(textOf).join(", ")}`,
    ...display(texOf(claim)),
    ...(steps ? latexSteps(derived.steps) : []),
    ...(series === undefined ? [] : display(texOf(equation(claim.left, series)))),
    ...(value === undefined ? [] : [`% at B = ${value.batch}: ${valueText(value)}`]),
  ].join("\n");
}

function json({ derived, value, series }: DerivationResult): object {
  const { quantity, activation, formula, steps } = derived;
  return {
    quantity,
    activation: activation.text,
    formula: writtenFormula(formula),
    steps: jsonSteps(steps),
    ...(value === undefined ? {} : { value: { value: value.value, error: value.error } }),
    ...(series === undefined ? {} : { series: writtenFormula(series) }),
  };
}

export function derivationReport(result: DerivationResult): FormulaReport {
  const { formula } = result.derived;
  return {
    text: () => text(result),
    latex: () => latex(result),
    json: () => json(result),
    js: () => javascriptOf(formula),
    sympy: () => sympyOf(formula),
  };
}

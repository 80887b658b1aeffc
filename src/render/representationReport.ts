/** `theoria derive` of what has no closed form: the quantity in integrals. */
import { propositionToJson } from "../symbolic/format/json.js";
import { texOf } from "../symbolic/format/tex.js";
import { textOf } from "../symbolic/format/text.js";
import type { Comparison } from "../symbolic/proposition.js";
import { noForm } from "../theory/batchnorm/derivation/form.js";
import type { FormulaReport } from "./formulaReport.js";
import { formulaLines, sentenceLines } from "./lines.js";
import { printable } from "./printable.js";

export interface RepresentationResult {
  readonly quantity: string;
  readonly activation: string;
  /** The quantity, then what it is made of. */
  readonly equations: readonly Comparison[];
}

const numeric = ({ quantity, activation }: RepresentationResult) => {
  const command = quantity === "rate" ? "rate" : "spectrum";
  return `its value, with an error: theoria ${command} ${/^[\w.]+$/.test(activation) ? activation : `"${activation}"`} --batch 8,64`;
};

const reason = ({ activation }: RepresentationResult) =>
  `${activation} has no closed form that Theoria knows: ${noForm}`;

export function representationReport(result: RepresentationResult): FormulaReport {
  const { quantity, activation, equations } = result;
  return {
    text: () =>
      [
        ...sentenceLines(`${reason(result)}.`),
        ...sentenceLines(`${quantity} in integrals, for B >= 4:`),
        ...equations.flatMap((equation) => formulaLines(textOf(equation), "  ")),
        "in TeX:",
        ...equations.flatMap((equation) => sentenceLines(texOf(equation), "  ")),
        ...sentenceLines(numeric(result)),
      ].join("\n"),
    latex: () =>
      [
        `% ${printable(reason(result))}`,
        `% ${printable(numeric(result))}`,
        ...equations.flatMap((equation) => ["\\[", `  ${texOf(equation)}`, "\\]"]),
      ].join("\n"),
    json: () => ({
      quantity,
      activation,
      formula: null,
      reason: reason(result),
      representation: equations.map((equation) => ({
        text: textOf(equation),
        latex: texOf(equation),
        json: propositionToJson(equation),
      })),
      steps: [],
    }),
    js: () => null,
    sympy: () => null,
  };
}

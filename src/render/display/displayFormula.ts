import type { Expression } from "../../symbolic/expression.js";
import { tex, texOf } from "../../symbolic/format/tex.js";
import { text, textOf } from "../../symbolic/format/text.js";
import type { Proposition } from "../../symbolic/proposition.js";
import { type Display, displayOf } from "./display.js";

/** A term or a statement for a notebook: "text/latex" in display style, between $$, and "text/plain" as `parseFormula` reads it. */
export function displayFormula(formula: Expression | Proposition): Display {
  const isStatement = "relation" in formula;
  const latex = isStatement ? texOf(formula) : tex(formula);
  return displayOf({
    "text/latex": `$$${latex}$$`,
    "text/plain": isStatement ? textOf(formula) : text(formula),
  });
}

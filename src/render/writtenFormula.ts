import type { Expression } from "../symbolic/expression.js";
import { javascript } from "../symbolic/format/javascript.js";
import { type JsonExpression, toJson } from "../symbolic/format/json.js";
import { sympy } from "../symbolic/format/sympy.js";
import { tex } from "../symbolic/format/tex.js";
import { text } from "../symbolic/format/text.js";
import { gammaQuotients } from "../symbolic/formula/gammaQuotients.js";

/** A formula in every language; null where a language has nothing of the kind (order terms, integrals). */
export interface WrittenFormula {
  readonly text: string;
  readonly latex: string;
  readonly js: string | null;
  readonly sympy: string | null;
  readonly json: JsonExpression;
}

function orNull(write: (expression: Expression) => string, expression: Expression): string | null {
  try {
    return write(expression);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Doubles of Gamma functions overflow; those of their quotients do not. */
export const javascriptOf = (expression: Expression): string | null =>
  orNull((formula) => javascript(gammaQuotients(formula)), expression);

export const sympyOf = (expression: Expression): string | null => orNull(sympy, expression);

export const writtenFormula = (expression: Expression): WrittenFormula => ({
  text: text(expression),
  latex: tex(expression),
  js: javascriptOf(expression),
  sympy: sympyOf(expression),
  json: toJson(expression),
});

/** `theoria algebra`: a normal form, or whether a statement holds. */
import type { Expression } from "../symbolic/expression.js";
import { propositionToJson } from "../symbolic/format/json.js";
import { tex, texOf } from "../symbolic/format/tex.js";
import { text, textOf } from "../symbolic/format/text.js";
import type { DecimalStrings } from "../symbolic/precise/decimal.js";
import type { Proposition } from "../symbolic/proposition.js";
import type { FormulaReport } from "./formulaReport.js";
import { formulaLines, sentenceLines } from "./lines.js";
import { valueLines } from "./precise.js";
import { writtenFormula } from "./writtenFormula.js";

export interface TermResult {
  readonly assumptions: readonly Proposition[];
  readonly normal: Expression;
  readonly value?: DecimalStrings;
}

export interface StatementResult {
  readonly assumptions: readonly Proposition[];
  readonly statement: Proposition;
  readonly status: "proved" | "refuted" | "verified" | "undecided";
  /** Where a refuted statement fails, as exact decimals or fractions. */
  readonly point?: Readonly<Record<string, string>>;
  /** Why it is undecided. */
  readonly reason?: string;
  readonly values?: { readonly left: DecimalStrings; readonly right: DecimalStrings };
}

const lines = (...parts: readonly (readonly string[])[]) => `${parts.flat().join("\n")}\n`;

export function termReport({ assumptions, normal, value }: TermResult): FormulaReport {
  const written = writtenFormula(normal);
  return {
    text: () => lines(formulaLines(text(normal)), value === undefined ? [] : valueLines(value)),
    latex: () => lines(["\\[", `  ${tex(normal)}`, "\\]"], value === undefined ? [] : [`% ${value.value} +- ${value.error}`]),
    json: () => ({ assumptions: assumptions.map(textOf), formula: written, ...(value === undefined ? {} : { value }) }),
    js: () => lines([source(written.js, "JavaScript")]),
    sympy: () => lines([source(written.sympy, "SymPy")]),
  };
}

function source(text: string | null, language: string): string {
  if (text === null) throw new RangeError(`${language} has nothing of the kind`);
  return text;
}

function verdict({ status, point, reason }: StatementResult): string {
  switch (status) {
    case "proved":
      return "proved by exact arithmetic";
    case "verified":
      return "verified: both sides agree to 50 digits at random points, which is no proof";
    case "undecided":
      return `undecided${reason === undefined ? "" : `: ${reason}`}`;
    case "refuted": {
      if (point === undefined) return "refuted by exact arithmetic: the sides differ as functions";
      const at = Object.entries(point).map(([name, value]) => `${name} = ${value}`);
      return `refuted${at.length === 0 ? "" : `: false at ${at.join(", ")}`}`;
    }
  }
}

export function statementReport(result: StatementResult): FormulaReport {
  const { assumptions, statement, status, point, values } = result;
  const none = () => {
    throw new RangeError("a statement has no value");
  };
  const sides = values === undefined ? [] : [["left:"], valueLines(values.left), ["right:"], valueLines(values.right)].flat();
  return {
    text: () => lines(formulaLines(textOf(statement)), sentenceLines(verdict(result)), sides),
    latex: () => lines(["\\[", `  ${texOf(statement)}`, "\\]"], [`% ${verdict(result)}`]),
    json: () => ({
      assumptions: assumptions.map(textOf),
      statement: { text: textOf(statement), latex: texOf(statement), json: propositionToJson(statement) },
      status,
      ...(point === undefined ? {} : { point }),
      ...values,
    }),
    js: none,
    sympy: none,
  };
}

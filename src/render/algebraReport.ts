/** `theoria algebra`: a normal form, or whether a statement holds. */
import type { Expression } from "../symbolic/expression.js";
import { propositionToJson } from "../symbolic/format/json.js";
import { tex, texOf } from "../symbolic/format/tex.js";
import { text, textOf } from "../symbolic/format/text.js";
import { type Judgement, judgedDigits } from "../symbolic/formula/judge.js";
import type { Proposition } from "../symbolic/proposition.js";
import { rationalText } from "../symbolic/rational.js";
import { type DecimalValue, valueLines, valueText } from "./decimalValue.js";
import type { FormulaReport } from "./formulaReport.js";
import { formulaLines, sentenceLines } from "./lines.js";
import { printable } from "./printable.js";
import { javascriptOf, sympyOf, writtenFormula } from "./writtenFormula.js";

export interface TermResult {
  readonly assumptions: readonly Proposition[];
  /** The normal form; where there is none, the formula as it was given, and why. */
  readonly formula: Expression;
  readonly reason?: string;
  readonly value?: DecimalValue;
}

export interface StatementResult {
  readonly assumptions: readonly Proposition[];
  readonly statement: Proposition;
  readonly judgement: Judgement;
  /** Of both sides, or of the one side of a membership. */
  readonly values?: readonly DecimalValue[];
}

const given = (assumptions: readonly Proposition[]) => ({ assumptions: assumptions.map(textOf) });

const noForm = (reason: string | undefined) => (reason === undefined ? [] : [`no exact normal form: ${reason}`]);

export function termReport({ assumptions, formula, reason, value }: TermResult): FormulaReport {
  const values = value === undefined ? [] : [value];
  return {
    text: () =>
      [
        ...formulaLines(text(formula)),
        ...noForm(reason).flatMap((note) => sentenceLines(note)),
        ...values.flatMap(valueLines),
      ].join("\n"),
    latex: () =>
      [
        ...["\\[", `  ${tex(formula)}`, "\\]"],
        ...noForm(reason).map((note) => `% ${printable(note)}`),
        ...values.map((own) => `% ${valueText(own)}`),
      ].join("\n"),
    json: () => ({
      ...given(assumptions),
      formula: writtenFormula(formula),
      ...(reason === undefined ? {} : { reason }),
      ...(value === undefined ? {} : { value }),
    }),
    js: () => javascriptOf(formula),
    sympy: () => sympyOf(formula),
  };
}

function pointOf(judgement: Judgement): Readonly<Record<string, string>> | undefined {
  if (judgement.status !== "refuted" || judgement.at === undefined) return undefined;
  return Object.fromEntries(Object.entries(judgement.at).map(([name, value]) => [name, rationalText(value)]));
}

function verdict(statement: Proposition, judgement: Judgement): string {
  switch (judgement.status) {
    case "proved":
      return "proved";
    case "verified": {
      const places = judgement.points === 1 ? "" : ` at ${judgement.points} random points`;
      const how = statement.relation === "Equal" ? `both sides agree to ${judgedDigits} digits` : "it holds";
      return `verified: ${how}${places}, which is no proof`;
    }
    case "undecided":
      return `undecided: ${judgement.reason}`;
    case "refuted": {
      const at = Object.entries(pointOf(judgement) ?? {}).map(([name, value]) => `${name} = ${value}`);
      if (at.length > 0) return `refuted: false at ${at.join(", ")}`;
      return judgement.at === undefined ? "refuted: the two sides differ as functions" : "refuted";
    }
  }
}

export function statementReport({ assumptions, statement, judgement, values = [] }: StatementResult): FormulaReport {
  const said = verdict(statement, judgement);
  const point = pointOf(judgement);
  const sides = values.map((value, i) => ({ name: i === 0 ? "left" : "right", value }));
  return {
    text: () =>
      [
        ...formulaLines(textOf(statement)),
        ...sentenceLines(said),
        ...sides.flatMap(({ name, value }) => [`${name}:`, ...valueLines(value)]),
      ].join("\n"),
    latex: () =>
      [
        ...["\\[", `  ${texOf(statement)}`, "\\]", `% ${printable(said)}`],
        ...sides.map(({ name, value }) => `% ${name}: ${valueText(value)}`),
      ].join("\n"),
    json: () => ({
      ...given(assumptions),
      statement: { text: textOf(statement), latex: texOf(statement), json: propositionToJson(statement) },
      status: judgement.status,
      ...(point === undefined || Object.keys(point).length === 0 ? {} : { point }),
      ...(judgement.status === "verified" ? { points: judgement.points } : {}),
      ...(judgement.status === "undecided" ? { reason: judgement.reason } : {}),
      ...Object.fromEntries(sides.map(({ name, value }) => [name, value])),
    }),
    js: () => null,
    sympy: () => null,
  };
}

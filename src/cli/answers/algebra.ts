import { statementReport, type TermResult, termReport } from "../../render/algebraReport.js";
import type { DecimalValue } from "../../render/decimalValue.js";
import type { FormulaReport } from "../../render/formulaReport.js";
import { simplifyExact } from "../../symbolic/exact/simplify.js";
import type { Expression } from "../../symbolic/expression.js";
import { judge } from "../../symbolic/formula/judge.js";
import { parseFormula, parseStatement } from "../../symbolic/formula/parse.js";
import { freeSymbols } from "../../symbolic/integrals/freeSymbols.js";
import { toDecimalStrings } from "../../symbolic/precise/decimal.js";
import { evaluateBall } from "../../symbolic/precise/evaluateBall.js";
import type { Proposition } from "../../symbolic/proposition.js";
import type { Rational } from "../../symbolic/rational.js";
import { UsageError } from "../usageError.js";
import { assignmentsOf } from "./assignments.js";

export interface AlgebraRequest {
  readonly text: string;
  /** Statements about the symbols, as they were written. */
  readonly assume: readonly string[];
  /** Values of the symbols, null for none. */
  readonly at: string | null;
  readonly digits: number;
}

export interface AlgebraAnswer {
  readonly report: FormulaReport;
  /** False for a statement that is refuted or undecided. */
  readonly holds: boolean;
}

/** What the algebra refuses is the user's formula, not a defect. */
function told<T>(what: string, compute: () => T, remedy: string): T {
  try {
    return compute();
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(`${what}: ${error.message}. ${remedy}`);
    throw error;
  }
}

function valuesAt(terms: readonly Expression[], { at, digits }: AlgebraRequest): readonly DecimalValue[] {
  if (at === null) return [];
  const values = assignmentsOf(at, new Set(terms.flatMap((term) => [...freeSymbols(term)])));
  const point: Record<string, Rational> = Object.fromEntries(values);
  return terms.map((term) =>
    told(
      "no value",
      () => {
        const ball = evaluateBall(term, point, digits);
        return { ...toDecimalStrings(ball, digits), rigorous: ball.rigorous };
      },
      "Choose another point.",
    ),
  );
}

/** The normal form, or why there is none. */
function normalForm(term: Expression, assumptions: readonly Proposition[]): Pick<TermResult, "formula" | "reason"> {
  try {
    return { formula: simplifyExact(term, { assumptions }) };
  } catch (error) {
    if (error instanceof RangeError) return { formula: term, reason: error.message };
    throw error;
  }
}

function termAnswer(term: Expression, assumptions: readonly Proposition[], request: AlgebraRequest): AlgebraAnswer {
  const [value] = valuesAt([term], request);
  const normal = normalForm(term, assumptions);
  if (normal.reason !== undefined && value === undefined) {
    throw new UsageError(`no exact normal form: ${normal.reason}. Change it, or ask for a value: --at, --digits.`);
  }
  return { report: termReport({ assumptions, ...normal, ...(value === undefined ? {} : { value }) }), holds: true };
}

function statementAnswer(
  statement: Proposition,
  assumptions: readonly Proposition[],
  request: AlgebraRequest,
): AlgebraAnswer {
  const judgement = told("--assume", () => judge(statement, assumptions), "Change the assumptions.");
  const sides = statement.relation === "Element" ? [statement.left] : [statement.left, statement.right];
  const report = statementReport({ assumptions, statement, judgement, values: valuesAt(sides, request) });
  return { report, holds: judgement.status === "proved" || judgement.status === "verified" };
}

/** Throws a TheoryError for text that is no formula, a UsageError for what the algebra refuses. */
export function answerAlgebra(request: AlgebraRequest): AlgebraAnswer {
  const assumptions = request.assume.map(parseStatement);
  const formula = parseFormula(request.text);
  return formula.kind === "term"
    ? termAnswer(formula.term, assumptions, request)
    : statementAnswer(formula.statement, assumptions, request);
}

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  argumentsOf,
  call,
  type Expression,
  fold,
  headNames,
  integer,
  isCall,
  number,
  symbol,
} from "../../../src/symbolic/expression.js";
import { type JsonExpression, toJson } from "../../../src/symbolic/format/json.js";
import { sympy, sympyDeclaration, sympyName } from "../../../src/symbolic/format/sympy.js";
import { relativeError } from "../../support/errors.js";
import { add, divide, multiply, negate, of, power, subtract } from "./build.js";
import { doubleOf, formulas } from "./formulas.js";

interface Golden {
  readonly name: string;
  readonly expression: JsonExpression;
  readonly declaration: string;
  readonly sympy: string;
  readonly points: readonly Record<string, number>[];
  readonly values: readonly string[];
}

const reference = JSON.parse(readFileSync(new URL("../../reference/formulas.json", import.meta.url), "utf8"));
const golden: readonly Golden[] = reference.formulas;

/** Values beside which rounding of the argument is felt: the condition number times the unit roundoff is above the limit. */
const conditioned: Readonly<Record<string, number>> = {};

describe("SymPy source", () => {
  it("has a golden value for every formula and point of the list", () => {
    expect(golden.map(({ name }) => name)).toEqual(formulas.map(({ name }) => name));
    expect(golden.map(({ points, values }) => [points.length, values.length])).toEqual(
      formulas.map(({ points }) => [points.length, points.length]),
    );
    expect(golden.length).toBeGreaterThanOrEqual(40);
  });

  it("uses every head in the list", () => {
    const used = new Set<string>();
    for (const { expression } of formulas) fold<null>(expression, (node) => (used.add(node.head), null));
    expect(headNames.filter((head) => !used.has(head))).toEqual([]);
  });

  it.each(formulas.map((formula, i) => ({ ...formula, golden: golden[i]! })))(
    "of $name is the one that Python evaluated",
    (formula) => {
      expect(sympy(formula.expression)).toBe(formula.golden.sympy);
      expect(sympyDeclaration(formula.expression)).toBe(formula.golden.declaration);
      expect(toJson(formula.expression)).toEqual(formula.golden.expression);
      expect(formula.points).toEqual(formula.golden.points);
    },
  );

  it.each(formulas.map((formula, i) => ({ ...formula, golden: golden[i]! })))(
    "of $name has the value in doubles",
    (formula) => {
      formula.points.forEach((point, i) => {
        const error = relativeError(doubleOf(formula, point), Number(formula.golden.values[i]));
        expect(error, `at ${JSON.stringify(point)}`).toBeLessThan(conditioned[formula.name] ?? 1e-13);
      });
    },
  );
});

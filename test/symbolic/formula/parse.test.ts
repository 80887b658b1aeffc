import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { isTheoryError } from "../../../src/errors.js";
import { evaluate } from "../../../src/symbolic/evaluate.js";
import {
  boundSymbols,
  call,
  type Expression,
  equal,
  headNames,
  integer,
  isCall,
  substitute,
  symbol,
} from "../../../src/symbolic/expression.js";
import { text, textOf } from "../../../src/symbolic/format/text.js";
import { maximumTokens, parseFormula, parseStatement, parseTerm } from "../../../src/symbolic/formula/parse.js";
import { heads } from "../../../src/symbolic/heads.js";
import { compare, element, equation, numberSets, relations } from "../../../src/symbolic/proposition.js";

const fraction = (a: number, b: number) => call("Divide", integer(a), integer(b));
const B = symbol("B");
const c = symbol("c");

describe("what texts mean", () => {
  test.each<[string, Expression]>([
    ["1/3", fraction(1, 3)],
    ["0.1", fraction(1, 10)],
    ["2.50", fraction(5, 2)],
    ["12.5e1", integer(125)],
    ["1e-3", fraction(1, 1000)],
    ["-3", integer(-3)],
    ["-B", call("Negate", B)],
    ["-3^2", call("Negate", call("Power", integer(3), integer(2)))],
    ["2^-3", call("Power", integer(2), integer(-3))],
    ["123456789012345678901234567890", integer(123456789012345678901234567890n)],
    ["2B", call("Multiply", integer(2), B)],
    ["3 pi", call("Multiply", integer(3), call("Pi"))],
    ["alpha*c_x", call("Multiply", symbol("alpha"), symbol("c_x"))],
    ["t'_0 - m_11", call("Subtract", symbol("t'_0"), symbol("m_11"))],
    ["e", call("Exp", integer(1))],
    ["arccos(c) + acos(c)", call("Add", call("Acos", c), call("Acos", c))],
    [
      "J(1/2, -1/(B-1))",
      call("ArccosineKernel", fraction(1, 2), call("Divide", integer(-1), call("Subtract", B, integer(1)))),
    ],
    ["gamma*gamma(B)", call("Multiply", symbol("gamma"), call("Gamma", B))],
    ["beta(1, c) + beta", call("Add", call("Beta", integer(1), c), symbol("beta"))],
    [
      "sum(k^2, k, 0, infinity)",
      call("Sum", call("Power", symbol("k"), integer(2)), symbol("k"), integer(0), call("Infinity")),
    ],
    ["hypergeometric(1, 2, 3, c)", call("Hypergeometric", integer(1), integer(2), integer(3), c)],
    ["c >= 0 ? c : 0", call("Conditional", call("GreaterEqual", c, integer(0)), c, integer(0))],
    ["1\n+\tB", call("Add", integer(1), B)],
    ["+B", B],
    ["a and not b", call("And", symbol("a"), call("Not", symbol("b")))],
  ])("%s", (source, expression) => {
    const parsed = parseTerm(source);
    expect(equal(parsed, expression), text(parsed)).toBe(true);
  });

  test.each([
    ["B >= 4", compare("GreaterEqual", B, integer(4))],
    ["B = 4", equation(B, integer(4))],
    ["B==4", equation(B, integer(4))],
    ["c != -1", compare("NotEqual", c, integer(-1))],
    ["(c < 1) == 1", equation(call("Less", c, integer(1)), integer(1))],
    ["B in Integers", element(B, "Integers")],
  ])("%s is a statement", (source, statement) => {
    expect(parseStatement(source)).toEqual(statement);
  });

  it("has the precedences of arithmetic", () => {
    const at = (source: string) => evaluate(substitute(parseTerm(source), "x", integer(3)));
    expect(at("-x^2")).toBe(-9);
    expect(at("2^x^2")).toBe(512);
    expect(at("12/x/2")).toBe(2);
    expect(at("10 - x - 2")).toBe(5);
    expect(at("2x^2")).toBe(18);
    expect(at("(x+1)(x-1)")).toBe(8);
  });

  it("whole numbers keep all their digits, up to the longest text", () => {
    const digits = "7".repeat(19_000);
    expect(parseTerm(digits)).toEqual(integer(BigInt(digits)));
  });

  it("takes as many terms as it says", () => {
    const many = `B${"+B".repeat(maximumTokens / 2 - 1)}`;
    expect(text(parseTerm(many)).replaceAll(" ", "")).toBe(many);
  });
});

/** Trees over every head that text has a function, an operator or a constant for. */
const names = fc.constantFrom("B", "c", "alpha", "t'_0", "m_11", "beta", "gamma", "J", "O", "x1", "lambda_G");
const leaf = fc.oneof(
  fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }).map((value): Expression => integer(value)),
  names.map((name): Expression => symbol(name)),
);
const { term } = fc.letrec<{ term: Expression }>((tie) => ({
  term: fc.oneof(
    { depthSize: "small", maxDepth: 6 },
    leaf,
    fc.constantFrom(...headNames).chain((head) => {
      const bound = Object.hasOwn(boundSymbols, head) ? boundSymbols[head as keyof typeof boundSymbols] : 0;
      const args = Array.from({ length: heads[head].arity }, (_, i) =>
        i >= 1 && i <= bound ? names.map((name): Expression => symbol(name)) : tie("term"),
      );
      return fc.tuple(...args).map((some) => call(head, ...some));
    }),
  ),
}));

/** -n as a literal and as the negation of n are the same text. */
function literalSigns(expression: Expression): Expression {
  if (!isCall(expression)) return expression;
  const args = expression.args.map(literalSigns);
  const [first] = args;
  return expression.head === "Negate" && first!.head === "Integer"
    ? integer(-first!.value)
    : call(expression.head, ...args);
}

test("what is written is read back as the same tree", () => {
  const property = fc.property(term, (expression) => {
    const read = parseTerm(text(expression));
    expect(equal(literalSigns(read), literalSigns(expression)), text(expression)).toBe(true);
    expect(text(read)).toBe(text(literalSigns(expression)));
  });
  fc.assert(property, { seed: 3, numRuns: 3000 });
});

test("and so is every statement", () => {
  const statement = fc.oneof(
    fc
      .tuple(fc.constantFrom(...relations), term, term)
      .map(([relation, left, right]) => compare(relation, left, right)),
    fc.tuple(term, fc.constantFrom(...numberSets)).map(([left, set]) => element(left, set)),
  );
  const property = fc.property(statement, (proposition) => {
    expect(textOf(parseStatement(textOf(proposition)))).toBe(
      textOf({ ...proposition, ...sides(proposition) } as typeof proposition),
    );
  });
  const sides = (proposition: { left: Expression; right?: Expression }) => ({
    left: literalSigns(proposition.left),
    ...(proposition.right === undefined ? {} : { right: literalSigns(proposition.right) }),
  });
  fc.assert(property, { seed: 4, numRuns: 1000 });
});

test("any text is read or refused with its place, quickly", () => {
  const pieces = fc.constantFrom(
    ..."B c 1 0.5 . ^ * / + - ( ) , = == < and not ? : ' _ sqrt J( sum( in e pi \n ;".split(" "),
  );
  const texts = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.array(pieces, { maxLength: 30 }).map((some) => some.join(" ")),
    fc.array(pieces, { maxLength: 30 }).map((some) => some.join("")),
  );
  const property = fc.property(texts, (source) => {
    try {
      const formula = parseFormula(source);
      const written = formula.kind === "term" ? text(formula.term) : textOf(formula.statement);
      parseFormula(written);
    } catch (error) {
      if (!isTheoryError(error)) throw error;
      const { place } = error.details;
      expect(place!.start >= 0 && place!.end > place!.start).toBe(true);
    }
  });
  fc.assert(property, { seed: 5, numRuns: 5000 });
});

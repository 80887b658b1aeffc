import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isTheoryError, type TheoryError } from "../../src/errors.js";
import { activation } from "../../src/symbolic/activation/create.js";
import { precompose } from "../../src/symbolic/activation/precompose.js";
import { elementwiseOf } from "../../src/symbolic/activation/program.js";
import { evaluate } from "../../src/symbolic/evaluate.js";
import { call, type Expression, fold, isCall, number, symbol } from "../../src/symbolic/expression.js";
import { simplify } from "../../src/symbolic/simplify.js";
import { theoria } from "../cli/support.js";

const x = symbol("x");

function refusalOf(text: string): TheoryError {
  try {
    activation(text);
  } catch (error) {
    if (isTheoryError(error)) return error;
    throw error;
  }
  throw new Error(`${text} is accepted`);
}

const marked = ({ details: { place } }: TheoryError) => place?.text.slice(place.start, place.end);

describe("an activation whose scale overflows double precision", () => {
  it.each([
    ["1e308*x^2", "1e308*x^2"],
    ["(1e200*x)^2", "(1e200*x)^2"],
    ["1e308*1e308*x", "1e308*1e308"],
    ["1e308*1e308", "1e308*1e308"],
    ["tanh(1e308*1e308*x)", "1e308*1e308"],
    ["1e300*(1e300*tanh(x))", "1e300*(1e300*tanh(x))"],
    ["exp(1e308*x)", "exp(1e308*x)"],
    ["x > 0 ? 1.7e308*x : x", "1.7e308*x"],
    ["x^1e308", "x^1e308"],
  ])("%s is refused at %s", (text, place) => {
    const error = refusalOf(text);
    expect(error.code).toBe("divergent");
    expect(error.message).toMatch(/^the scale of phi overflows double precision at x = -?[\d.]+$/);
    expect(marked(error)).toBe(place);
  });

  it.each(["1e308*x", "1e308*relu(x)", "1e308*x + 1"])("%s is refused once gamma and beta carry it over", (text) => {
    expect(() => precompose(activation(text), 1000, 0)).toThrow(/overflows double precision/);
  });

  it("is told in a sentence by every command that reads it", async () => {
    for (const argv of [
      ["rate", "1e308*x^2", "--batch", "8"],
      ["simulate", "1e308*x^2", "--batch", "8"],
      ["activation", "1e308*x^2"],
      ["spectrum", "1e308*x^2"],
      ["gegenbauer", "1e308*x^2"],
      ["derive", "rate", "1e308*x^2"],
    ]) {
      const { out, err, code } = await theoria(argv);
      expect({ argv, out, code }).toEqual({ argv, out: "", code: 2 });
      expect(err).toMatch(/^error: the scale of phi overflows double precision/);
    }
  });
});

describe("an activation whose slope overflows double precision", () => {
  it.each(["5e307*x^3", "1e308/(1+x^2)", "sin(1e308*x)", "exp(-1e308*x^2)", "sin(1e200*x)"])(
    "%s is refused",
    (text) => {
      const error = refusalOf(text);
      expect(error.code).toBe("undefined-value");
      expect(error.message).toMatch(/^the slope of phi overflows double precision at x = /);
    },
  );
});

describe("what double precision does hold", () => {
  it.each([
    "1e200*x^2",
    "1e308*relu(x)",
    "1e308*tanh(x)",
    "x/1e-308",
    "1e-150*x",
    "1e-320*x^2",
    "1e-320",
    "tanh(x)+1e-320",
    "min(x, 1e308*1e308)",
    "1e308*x-1e308*x",
    "exp(30*x)",
    "x^400",
  ])("%s is accepted", (text) => {
    expect(activation(text).text).toBe(text);
  });

  it.each([1e-140, 1e-100, 1e140, 1e200, 1e300])("the slope of x/%f is the reciprocal", (c) => {
    const { derivative, secondDerivative } = activation(`x/${c}`);
    expect([derivative(0.5), secondDerivative!(0.5)]).toEqual([1 / c, 0]);
  });

  it("a product does not meet infinity times zero through its simplification", () => {
    const { value } = activation("x^9*(1e140*exp(-x^2))");
    expect(value(28)).toBe(28 ** 9 * (1e140 * Math.exp(-784)));
    const tree = call(
      "Multiply",
      call("Power", x, number(9)),
      call("Multiply", number(1e300), call("Exp", number(-784))),
    );
    expect(evaluate(simplify(tree), { x: 28 })).toBe(evaluate(tree, { x: 28 }));
  });

  it("a pole is seen past coefficients whose sum overflows", () => {
    expect(refusalOf("2/(1.7e308 == 5e307 ? 0 : x)").message).toMatch(/has a pole or a singularity at x = 0$/);
  });
});

const extremes = [
  1.7e308, 1e308, 5e307, 1e200, 1e155, 1e100, 1e9, 3, 1, 0, 0.5, 1e-9, 1e-100, 1e-160, 1e-200, 1e-308, 1e-320, 5e-324,
];
const extreme: fc.Arbitrary<Expression> = fc
  .tuple(fc.constantFrom(...extremes), fc.boolean())
  .map(([value, negative]) => number(negative ? -value : value));

const treeOf = (leaf: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> =>
  fc.letrec<{ tree: Expression }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5, depthSize: "small" },
      leaf,
      fc
        .tuple(fc.constantFrom("Add", "Subtract", "Multiply", "Multiply", "Divide"), tie("tree"), tie("tree"))
        .map(([head, a, b]) => call(head, a, b)),
      fc.tuple(tie("tree"), fc.constantFrom(2, 3, 0.5, -1, 1e308)).map(([a, p]) => call("Power", a, number(p))),
      fc.tuple(fc.constantFrom("Negate", "Abs", "Exp"), tie("tree")).map(([head, a]) => call(head, a)),
    ),
  })).tree;

describe("simplify, given extreme numbers,", () => {
  it("ends", () => {
    fc.assert(
      fc.property(treeOf(fc.oneof(extreme, fc.constant<Expression>(x))), (tree) => {
        simplify(tree);
      }),
      { numRuns: 2000 },
    );
  });

  it("folds constants to the number that the tree has", () => {
    const isFiniteThroughout = (tree: Expression) =>
      fold<boolean>(
        tree,
        (node, args) => args.every((arg) => arg) && (!isCall(node) || Number.isFinite(evaluate(node))),
      );
    fc.assert(
      fc.property(treeOf(extreme).filter(isFiniteThroughout), (tree) => {
        const folded = simplify(tree);
        expect(folded.head === "Number" && folded.value + 0).toBe(evaluate(tree) + 0);
      }),
      { numRuns: 1000 },
    );
  });
});

const digits = fc.constantFrom(...extremes.map(String));
const functions = ["tanh", "erf", "sigmoid", "relu", "abs", "sin", "exp", "sqrt", "log1p", "atan", "sign", "softplus"];
const texts: fc.Arbitrary<string> = fc.letrec<{ text: string }>((tie) => ({
  text: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    fc.constant("x"),
    digits,
    fc.tuple(fc.constantFrom(...functions), tie("text")).map(([f, a]) => `${f}(${a})`),
    fc.tuple(tie("text"), fc.constantFrom("+", "-", "*", "*", "/"), tie("text")).map(([a, o, b]) => `(${a})${o}(${b})`),
    fc.tuple(tie("text"), fc.constantFrom("2", "3", "0.5", "64", "1e308")).map(([a, p]) => `(${a})^${p}`),
    fc.tuple(tie("text"), tie("text"), tie("text")).map(([a, b, c]) => `((${a}) > (${b}) ? (${c}) : x)`),
  ),
})).text;

describe("an activation text with extreme constants", () => {
  it("is refused with a TheoryError, or has values, slopes and a program", () => {
    fc.assert(
      fc.property(texts, (text) => {
        try {
          const made = activation(text);
          for (const at of [1, -1, 0.37, -0.77, 1.4, -1.4]) {
            if (made.facts.breakpoints.some((breakpoint) => Math.abs(breakpoint.at - at) <= 1e-6)) continue;
            expect([made.value(at), made.derivative(at), made.secondDerivative!(at)]).not.toContain(Number.NaN);
          }
          expect(elementwiseOf(made).program).not.toBeNull();
        } catch (error) {
          if (!isTheoryError(error)) throw error;
          expect(error.message).not.toMatch(/NaN|undefined/);
        }
      }),
      { numRuns: 600 },
    );
  });
});

import fc from "fast-check";
import katex from "katex";
import { describe, expect, it } from "vitest";
import { call, type Expression, headNames, number, symbol } from "../../../src/symbolic/expression.js";
import { tex, texOf } from "../../../src/symbolic/format/tex.js";
import { texSymbol } from "../../../src/symbolic/format/texSymbol.js";
import { heads } from "../../../src/symbolic/heads.js";
import { compare, element, equation, type Proposition } from "../../../src/symbolic/proposition.js";
import { anyExpression } from "./anyExpression.js";
import { add, divide, half, infinity, multiply, negate, of, pi, power, subtract } from "./build.js";

/** Throws where KaTeX does not know a command, or where LaTeX would not typeset it the same. */
const render = (source: string) =>
  katex.renderToString(source, { throwOnError: true, strict: "error", displayMode: true });

const J = (alpha: string | number, c: string | Expression) => of("ArccosineKernel", alpha, c);
const positive = of("Greater", "x", 0);
const relu = (name: string) => of("Max", name, 0);
const gammaOfHalf = of("Gamma", divide("B", 2));

const formulas: readonly (readonly [Expression, string])[] = [
  // products and sums
  [multiply(2, "B", subtract("B", 3)), "2 B (B - 3)"],
  [divide(multiply("B", subtract("B", 3)), 2), "\\frac{B (B - 3)}{2}"],
  [multiply(half, "x"), "\\frac{1}{2} x"],
  [multiply("x", 2), "2 x"],
  [multiply(2, 3, "x"), "2 \\cdot 3 x"],
  [multiply(2, power(3, "x")), "2 \\cdot 3^{x}"],
  [multiply(half, divide(3, 4)), "\\frac{1}{2} \\cdot \\frac{3}{4}"],
  [multiply(2, pi, "x"), "2 \\pi x"],
  [multiply("x", negate("y")), "x (-y)"],
  [subtract("x", subtract("y", 1)), "x - (y - 1)"],
  [add("x", subtract("y", 1)), "x + y - 1"],
  [add("x", multiply(-2, "y")), "x - 2 y"],
  [subtract("x", negate("y")), "x - (-y)"],
  [negate(add("x", 1)), "-(x + 1)"],
  [multiply(add("x", 1), negate(add("y", 1))), "(x + 1) (-(y + 1))"],
  // powers, roots and fractions
  [negate(power("x", 2)), "-x^{2}"],
  [power(negate("x"), 2), "(-x)^{2}"],
  [power(-2, "x"), "(-2)^{x}"],
  [power(power("x", 2), 3), "(x^{2})^{3}"],
  [power(divide("x", 2), 3), "\\left(\\frac{x}{2}\\right)^{3}"],
  [power("x", half), "x^{1/2}"],
  [power("x", divide(1, multiply(2, "y"))), "x^{1/(2 y)}"],
  [of("Sqrt", subtract(1, power("c", 2))), "\\sqrt{1 - c^{2}}"],
  [of("Cbrt", "x"), "\\sqrt[3]{x}"],
  [power(of("Sqrt", "x"), 3), "(\\sqrt{x})^{3}"],
  [divide(divide(1, 2), "x"), "\\frac{1/2}{x}"],
  [divide(1, add(1, divide(1, "x"))), "\\frac{1}{1 + \\frac{1}{x}}"],
  [negate(divide(1, subtract("B", 1))), "-\\frac{1}{B - 1}"],
  [of("Exp", negate(multiply(half, power("x", 2)))), "e^{-x^{2}/2}"],
  [multiply(number(1.5e-7), "x"), "1.5 \\times 10^{-7} x"],
  [power(number(1.5e-7), 2), "(1.5 \\times 10^{-7})^{2}"],
  // functions
  [of("Sin", "x"), "\\sin x"],
  [power(of("Sin", multiply(2, "x")), 2), "\\sin^{2}(2 x)"],
  [power(of("Sin", "x"), -1), "(\\sin x)^{-1}"],
  [multiply(of("Sin", "x"), of("Cos", "x")), "\\sin x \\cos x"],
  [multiply(of("Sin", "x"), "y"), "\\sin(x) y"],
  [of("Log", of("Log", "x")), "\\log(\\log x)"],
  [multiply("c", subtract(pi, of("Acos", "c"))), "c (\\pi - \\arccos c)"],
  [power(relu("x"), 2), "\\max(x, 0)^{2}"],
  [of("Abs", negate("x")), "\\lvert -x \\rvert"],
  [multiply(of("Step", "x"), "x"), "\\mathbf{1}_{x > 0} x"],
  [of("Erf", divide("x", of("Sqrt", 2))), "\\operatorname{erf}\\!\\left(\\frac{x}{\\sqrt{2}}\\right)"],
  [multiply(of("Expm1", "x"), "y"), "(e^{x} - 1) y"],
  [of("Log1p", negate("x")), "\\log(1 - x)"],
  [of("Conditional", positive, "x", of("Conditional", of("Less", "x", -1), negate(1), 0)), "\\begin{cases} x & \\text{if } x > 0, \\\\ -1 & \\text{if } x < -1, \\\\ 0 & \\text{otherwise} \\end{cases}"],
  [of("And", positive, of("Or", of("NotEqual", "x", 1), "y")), "x > 0 \\land (x \\ne 1 \\lor y \\ne 0)"],
  // special functions
  [of("Gamma", "x"), "\\Gamma(x)"],
  [gammaOfHalf, "\\Gamma\\!\\left(\\frac{B}{2}\\right)"],
  [divide(power(gammaOfHalf, 2), multiply(subtract("B", 1), "x")), "\\frac{\\Gamma\\!\\left(\\frac{B}{2}\\right)^{2}}{(B - 1) x}"],
  [of("Pochhammer", "a", "k"), "(a)_{k}"],
  [power(of("Pochhammer", half, "k"), 2), "\\left(\\left(\\frac{1}{2}\\right)_{k}\\right)^{2}"],
  [of("Hypergeometric", "a", "b", "c", "z"), "{}_2F_1(a, b; c; z)"],
  [of("Hypergeometric", half, half, 2, power("c", 2)), "{}_2F_1\\!\\left(\\frac{1}{2}, \\frac{1}{2}; 2; c^{2}\\right)"],
  [of("Gegenbauer", "k", divide(subtract("B", 3), 2), "x"), "C_{k}^{((B - 3)/2)}(x)"],
  [J("alpha", "c"), "J_{\\alpha}(c)"],
  [J(1, negate(divide(1, subtract("B", 1)))), "J_{1}\\!\\left(-\\frac{1}{B - 1}\\right)"],
  [power(J("alpha", "c"), 2), "J_{\\alpha}(c)^{2}"],
  [of("Binomial", "n", "k"), "\\binom{n}{k}"],
  [of("Factorial", of("Factorial", add("n", 1))), "((n + 1)!)!"],
  [of("Beta", "a", "b"), "\\mathrm{B}(a, b)"],
  [of("Polygamma", 0, "x"), "\\psi(x)"],
  [of("Polygamma", "m", "x"), "\\psi^{(m)}(x)"],
  [subtract(of("EllipticK", "m"), of("EllipticE", "m")), "K(m) - E(m)"],
  [add(1, divide(1, "B"), of("BigO", power("B", -2))), "1 + \\frac{1}{B} + O(B^{-2})"],
  // sums, integrals, means
  [of("Sum", divide(power("x", "k"), of("Factorial", "k")), "k", 0, infinity), "\\sum_{k=0}^{\\infty} \\frac{x^{k}}{k!}"],
  [multiply(of("Sum", add("k", 1), "k", 1, "n"), "x"), "\\left(\\sum_{k=1}^{n} (k + 1)\\right) x"],
  [of("Integral", of("Exp", negate("x")), "x", 0, infinity), "\\int_{0}^{\\infty} e^{-x} \\,\\mathrm{d}x"],
  [of("GaussianMean", multiply(relu("z1"), relu("z2")), "z1", "z2", "c"), "\\mathbb{E}_{(z_{1}, z_{2}) \\sim \\mathcal{N}(c)}[\\max(z_{1}, 0) \\max(z_{2}, 0)]"],
  [of("SphereMean", multiply("z1", "z2"), "z1", "z2", "B"), "\\mathbb{E}_{(z_{1}, z_{2}) \\sim S^{B - 2}}[z_{1} z_{2}]"],
  [of("SphereMean", divide("z1", "z2"), "z1", "z2", 8), "\\mathbb{E}_{(z_{1}, z_{2}) \\sim S^{6}}\\left[\\frac{z_{1}}{z_{2}}\\right]"],
  // numbers
  [number(-2.5), "-2.5"],
  [number(Math.PI), "\\pi"],
  [number(-Infinity), "-\\infty"],
  [number(-0), "-0"],
]; // biome-ignore format: a table

const statements: readonly (readonly [Proposition, string])[] = [
  [equation(J(1, "c"), negate("x")), "J_{1}(c) = -x"],
  [compare("GreaterEqual", symbol("B"), number(4)), "B \\ge 4"],
  [compare("NotEqual", symbol("x"), number(0)), "x \\ne 0"],
  [equation(positive, symbol("y")), "\\mathbf{1}_{x > 0} = y"],
  [element(symbol("alpha"), "Reals"), "\\alpha \\in \\mathbb{R}"],
];

const names: readonly (readonly [string, string])[] = [
  ["x", "x"], ["B", "B"], ["rho", "\\rho"], ["lambda", "\\lambda"], ["Sigma", "\\Sigma"], ["gain", "\\mathrm{gain}"],
  ["z1", "z_{1}"], ["z_12", "z_{12}"], ["mu1", "\\mu_{1}"], ["sigma_max", "\\sigma_{\\mathrm{max}}"], ["x_alpha", "x_{\\alpha}"],
  ["a_i_2", "a_{i,2}"], ["x'", "x'"], ["m'_11", "m_{11}'"], ["z_1''", "z_{1}''"], ["\\input{x}", "\\mathrm{\\_input\\_x\\_}"], ["2x", "\\mathrm{2x}"],
]; // biome-ignore format: a table

describe("TeX", () => {
  it.each(formulas)("of a formula is what a journal prints: case %#", (expression, source) => {
    expect(tex(expression)).toBe(source);
    render(source);
  });

  it.each(statements)("of a statement: case %#", (proposition, source) => {
    expect(texOf(proposition)).toBe(source);
    render(source);
  });

  it.each(names)("of the symbol %s is %s", (name, source) => {
    expect(texSymbol(name)).toBe(source);
    render(`${source}^{2}`);
  });

  it.each(headNames)("of %s is typeset, alone and inside everything", (head) => {
    const args = ["x", "k", "z1", "B"].slice(0, heads[head].arity).map(symbol);
    const inner = call(head, ...args);
    const outer = headNames
      .filter((name) => heads[name].arity > 0)
      .map((name) => call(name, inner, ...["k", "z1", "B"].slice(0, heads[name].arity - 1).map(symbol)));
    for (const expression of [inner, ...outer, power(inner, 2), divide(inner, inner), power("x", inner)]) {
      render(tex(expression));
    }
  });

  it("of any tree is typeset and has balanced braces and brackets", () => {
    const count = (source: string, part: string) => source.split(part).length - 1;
    fc.assert(
      fc.property(anyExpression, (expression) => {
        const source = tex(expression);
        expect(count(source, "{")).toBe(count(source, "}"));
        expect(count(source, "\\left")).toBe(count(source, "\\right"));
        expect(count(source, "(")).toBe(count(source, ")"));
        expect(source).not.toMatch(/undefined|[#$]\d/);
        render(source);
      }),
      { numRuns: 500 },
    );
  });

  it("of a deep tree does not overflow", () => {
    let tree: Expression = symbol("x");
    for (let i = 0; i < 999; i++) tree = call(i % 2 === 0 ? "Sin" : "Negate", tree);
    expect(tex(tree).length).toBeGreaterThan(999);
  });
});

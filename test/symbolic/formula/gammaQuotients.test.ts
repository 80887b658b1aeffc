import fc from "fast-check";
import { expect, test } from "vitest";
import { equal } from "../../../src/symbolic/expression.js";
import { text } from "../../../src/symbolic/format/text.js";
import { gammaQuotients } from "../../../src/symbolic/formula/gammaQuotients.js";
import { parseTerm } from "../../../src/symbolic/formula/parse.js";
import { samplePoints } from "../../../src/symbolic/precise/samplePoints.js";
import { verifyProposition } from "../../../src/symbolic/precise/verify.js";
import { equation } from "../../../src/symbolic/proposition.js";

test.each([
  ["gamma(B/2)/gamma((B + 1)/2)", "pochhammer((B + 1)/2, -1/2)"],
  ["3*gamma(x + 2)^3/(y*gamma(x)^2)", "3*gamma(x + 2)*pochhammer(x, 2)^2/y"],
  ["1 + sqrt(gamma(x)/gamma(x + 1))", "1 + sqrt(pochhammer(x + 1, -1))"],
  ["gamma(x)*gamma(y)/(gamma(x + 1/3)*gamma(y - 1))", "pochhammer(x + 1/3, -1/3)*pochhammer(y - 1, 1)"],
])("%s is %s", (source, written) => {
  expect(text(gammaQuotients(parseTerm(source)))).toBe(written);
});

test.each([
  "gamma(x)/gamma(y)",
  "gamma(x)*gamma(x + 1)",
  "gamma(x)/gamma(2*x)",
  "x*(y + 1)/3",
  "pi",
  "sum(gamma(k), k, 1, 3)",
])("%s stays as it is", (source) => {
  const expression = parseTerm(source);
  expect(equal(gammaQuotients(expression), expression)).toBe(true);
});

test("the value does not change", () => {
  const argument = fc.constantFrom("x", "x + 1", "(x + 3)/2", "x/2", "x - 1/2", "2*x", "y + 1/4", "y");
  const factor = fc.tuple(argument, fc.integer({ min: -3, max: 3 })).map(([a, k]) => `gamma(${a})^${k}`);
  const sum = fc.array(factor, { minLength: 1, maxLength: 5 }).map((factors) => factors.join("*"));
  const property = fc.property(sum, sum, (a, b) => {
    const expression = parseTerm(`(${a})/(1 + ${b})`);
    const points = samplePoints({ x: { min: 2, max: 9 }, y: { min: 2, max: 9 } }, 3, 1);
    expect(verifyProposition(equation(expression, gammaQuotients(expression)), points, 30).status).toBe("verified");
  });
  fc.assert(property, { seed: 1, numRuns: 25 });
});

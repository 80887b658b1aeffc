import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judge } from "../../../src/symbolic/formula/judge.js";
import { parseStatement } from "../../../src/symbolic/formula/parse.js";
import { verifyProposition } from "../../../src/symbolic/precise/verify.js";

const judged = (text: string, ...assume: readonly string[]) => judge(parseStatement(text), assume.map(parseStatement));

const linear = fc
  .tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 9 }))
  .map(([a, b, c]) => `(${a}*x + ${b}*y + ${c})`);

test("a product is proved to be its expansion, and refuted at a point when 1 is added", () => {
  const property = fc.property(linear, linear, linear, (a, b, c) => {
    expect(judged(`${a}*(${b} - ${c}) = ${a}*${b} - ${a}*${c}`)).toEqual({ status: "proved" });
    const wrong = parseStatement(`${a}*(${b} - ${c}) = ${a}*${b} - ${a}*${c} + 1`);
    const judgement = judge(wrong);
    expect(judgement.status).toBe("refuted");
    const at = judgement.status === "refuted" ? judgement.at! : {};
    expect(verifyProposition(wrong, [at], 30).status).toBe("refuted");
  });
  fc.assert(property, { seed: 1, numRuns: 50 });
});

describe("what is proved, and what is only verified", () => {
  test.each<[string, readonly string[], string]>([
    ["B >= 4", [], "proved"],
    ["B >= 5", [], "refuted"],
    ["B >= 5", ["B >= 9"], "proved"],
    ["x*y <= 0", ["x >= 0", "y <= 0"], "proved"],
    ["x*y < 0", ["x >= 1", "y <= -1"], "verified"],
    ["k in Integers", ["k in Integers"], "proved"],
    ["k/2 in Integers", ["k in Integers"], "refuted"],
    ["7 in Integers", [], "proved"],
    ["1/2 in Integers", [], "refuted"],
    ["e < 2.7182818284590452353602874713526624977572470937", [], "proved"],
    ["e > 2.7182818284590452353602874713526624977572470937", [], "refuted"],
    ["sinh(x)^2 = cosh(x)^2 - 1", [], "verified"],
    ["sqrt(x^2) = x", ["x >= 0"], "proved"],
    ["sqrt(x^2) = x", [], "refuted"],
    ["log(-1 - x^2) = 1", [], "undecided"],
    ["integral(x^2, x, 0, 1) = 1/3", [], "verified"],
    ["integral(x^2, x, 0, 1) > 1/4", [], "verified"],
  ])("%s given %j is %s", (text, assume, status) => {
    expect(judged(text, ...assume).status).toBe(status);
  });
});

test("assumptions that exclude each other are refused where they matter", () => {
  expect(() => judged("x = y", "y < 1", "y > 2")).toThrow(RangeError);
});

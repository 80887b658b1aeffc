import { readFileSync } from "node:fs";
import vm from "node:vm";
import katex from "katex";
import { beforeAll, describe, expect, test } from "vitest";
import { evaluate } from "../../src/symbolic/evaluate.js";
import { equal, integer, substitute } from "../../src/symbolic/expression.js";
import { fromJson } from "../../src/symbolic/format/json.js";
import { parseStatement, parseTerm } from "../../src/symbolic/formula/parse.js";
import { toDecimalStrings } from "../../src/symbolic/precise/decimal.js";
import { evaluateBall } from "../../src/symbolic/precise/evaluateBall.js";
import { rational } from "../../src/symbolic/rational.js";
import { batchNorm } from "../../src/theory/batchnorm/batchNorm.js";
import { derivedQuantities } from "../../src/theory/batchnorm/derivation/structure.js";
import { theoria, widest, words } from "./support.js";

interface Step {
  readonly claim: string;
  readonly latex: string;
  readonly rule: string;
  readonly from: readonly number[];
  readonly status: string;
}

interface Output {
  readonly formula: {
    readonly text: string;
    readonly latex: string;
    readonly js: string;
    readonly sympy: string;
    readonly json: unknown;
  };
  readonly steps: readonly Step[];
  readonly value?: { readonly value: string; readonly error: string };
  readonly series?: { readonly text: string; readonly latex: string };
}

async function derived(...argv: readonly string[]): Promise<Output> {
  const { out, err, code } = await theoria(["derive", ...argv, "--json"]);
  expect([err, code]).toEqual(["", 0]);
  return JSON.parse(out);
}

/** What the numeric routes say, which share nothing with the derivations. */
function numeric(quantity: string, activation: string, batch: number) {
  const { fixedPoint, rate, forward, backward, crossBatch } = batchNorm({ activation, batch });
  const [direction, space] = quantity.split("-") as [string, "G" | "L" | "M"];
  switch (direction) {
    case "rate":
      return rate;
    case "forward":
      return forward[space]!;
    case "backward":
      return backward[space]!;
    case "cross":
      return quantity === "cross-c" ? crossBatch.c : crossBatch.eigenvalue;
    default:
      return fixedPoint[quantity as "q" | "c" | "mu"];
  }
}

const pairs = [
  ["rate", "relu"],
  ["rate", "x^2"],
  ["rate", "x + x^3"],
  ["rate", "relu(x)^1.5"],
  ["q", "x - x^2"],
  ["c", "abs"],
  ["mu", "leaky_relu(0.2)"],
  ["forward-G", "relu"],
  ["forward-L", "relu"],
  ["forward-M", "relu(x)^1.5"],
  ["backward-L", "leaky_relu(0.2)"],
  ["backward-M", "x^2"],
  ["cross-c", "relu(x)^1.5"],
  ["cross-eigenvalue", "relu"],
] as const;

describe.each(pairs)("derive %s %s", (quantity, activation) => {
  let json: Output;
  let text: string;
  let latex: string;
  beforeAll(async () => {
    json = await derived(quantity, activation, "--series", "3", "--at", "17", "--digits", "60");
    text = (await theoria(["derive", quantity, activation, "--steps"])).out;
    latex = (await theoria(["derive", quantity, activation, "--steps", "--latex", "--series", "2", "--at", "8"])).out;
  });

  test("JavaScript, text and JSON are the number of the numeric routes", () => {
    const { formula } = json;
    const tree = fromJson(formula.json);
    for (const batch of [4, 5, 8, 64, 300, 1e6]) {
      const { value, error } = numeric(quantity, activation, batch);
      const allowed = error + 1e-11 * Math.max(1, Math.abs(value));
      const script = vm.runInNewContext(formula.js, { B: batch, Math });
      const at = (own: typeof tree) => evaluate(substitute(own, "B", integer(batch)));
      // the doubles of Gamma functions overflow; the JavaScript has none of those
      const trees = batch > 100 && formula.text.includes("gamma(") ? [] : [at(tree), at(parseTerm(formula.text))];
      for (const other of [script, ...trees]) {
        expect(Math.abs(other - value), `B = ${batch}`).toBeLessThanOrEqual(allowed);
      }
    }
  });

  test("its value has the digits that were asked for, and is the formula's", () => {
    const { value, error } = json.value!;
    const short = evaluateBall(parseTerm(json.formula.text), { B: rational(17) }, 30);
    const exact = toDecimalStrings(short, 30);
    const difference = evaluateBall({ head: "Subtract", args: [parseTerm(value), parseTerm(exact.value)] }, {}, 5);
    const apart = Math.abs(Number(toDecimalStrings(difference, 5).value));
    expect(apart).toBeLessThanOrEqual((Number(error) + Number(exact.error)) * 1.001);
    expect(Number(error)).toBeLessThanOrEqual(1e-59 * Math.abs(Number(value)));
  });

  test("every step names earlier steps, and the last one is the formula", () => {
    const { steps, formula } = json;
    for (const [i, { from, status, rule }] of steps.entries()) {
      expect(from.every((place) => place < i)).toBe(true);
      expect(["proved", "verified"]).toContain(status);
      expect(rule).not.toBe("");
    }
    const last = parseStatement(steps.at(-1)!.claim);
    expect("right" in last && equal(last.right, parseTerm(formula.text))).toBe(true);
  });

  test("the text names the same steps from 1 on", () => {
    expect(text.match(/^\(\d+\) /gm)).toEqual(json.steps.map((_, i) => `(${i + 1}) `));
    const said = text.replace(/\s+/g, " ");
    for (const { rule, from, status } of json.steps) {
      const uses = from.length === 0 ? "" : `, from ${from.map((place) => `(${place + 1})`).join(", ")}`;
      expect(said).toContain(`${rule}${uses}; ${status === "proved" ? "proved" : "verified to 50 digits"}`);
    }
    expect(said).toContain(`${quantity} of ${activation}, for B >= 4:`);
    expect(widest(text)).toBeLessThanOrEqual(100);
  });

  test("KaTeX reads its TeX", () => {
    for (const body of [json.formula.latex, json.series!.latex, ...json.steps.map((step) => step.latex)]) {
      katex.renderToString(body, { throwOnError: true, displayMode: true, strict: "error" });
    }
    for (const [, body] of latex.matchAll(/\\\[\n(.*)\n\\\]/g)) {
      katex.renderToString(body!, { throwOnError: true, displayMode: true });
    }
    expect(latex.match(/\\item /g)).toHaveLength(json.steps.length);
    // outside of math nothing is left that TeX would misread
    const outside = latex.replace(/^%.*$/gm, "").replace(/\\\[[\s\S]*?\\\]|\$[^$]*\$/g, "");
    expect(outside.replace(/\\[a-z]+\{[a-z]*\}|\\\^|\\[_&%#${}\\]|\\item/g, "")).not.toMatch(/[\^_&#$~]/);
  });
});

test("js and sympy print the expression and nothing else", async () => {
  const { formula } = await derived("rate", "x + x^3");
  for (const format of ["js", "sympy"] as const) {
    const { out, err, code } = await theoria(["derive", "rate", "x + x^3", "--format", format]);
    expect([out, err, code]).toEqual([`${formula[format]}\n`, "", 0]);
  }
});

test("the SymPy text is the one whose values are in the reference, and they are those of the formula", async () => {
  const { derivations } = JSON.parse(
    readFileSync(new URL("../reference/derivations.json", import.meta.url), "utf8"),
  ) as {
    derivations: readonly { quantity: string; activation: string; sympy: string; values: Record<string, string> }[];
  };
  expect(derivations.map(({ quantity, activation }) => [quantity, activation])).toEqual(pairs);
  for (const { quantity, activation, sympy, values } of derivations) {
    const { out } = await theoria(["derive", quantity, activation, "--format", "sympy"]);
    expect(out).toBe(`${sympy}\n`);
    const { formula } = await derived(quantity, activation);
    for (const [batch, text] of Object.entries(values)) {
      const value = evaluateBall(fromJson(formula.json), { B: rational(BigInt(batch)) }, 40);
      const reference = evaluateBall(parseTerm(text), {}, 40);
      const scale = Math.max(Math.abs(Number(text)), 1e-300);
      const difference = Number(toDecimalStrings(value, 40).value) - Number(toDecimalStrings(reference, 40).value);
      expect(Math.abs(difference) / scale).toBeLessThan(1e-14);
      expect(toDecimalStrings(value, 28).value.slice(0, 25)).toBe(toDecimalStrings(reference, 28).value.slice(0, 25));
    }
  }
});

test("a series of n terms is off by O(B^-n)", async () => {
  for (const [quantity, activation] of [
    ["rate", "relu"],
    ["rate", "x + x^3"],
    ["mu", "abs"],
    ["forward-L", "relu"],
  ] as const) {
    for (const terms of [1, 2, 3, 5]) {
      const { series, formula } = await derived(quantity, activation, "--series", String(terms));
      expect(series!.text).toMatch(/ \+ O\([^()]*(\([^()]*\))?\)$/);
      const finite = parseTerm(series!.text.replace(/ \+ O\([^()]*(\([^()]*\))?\)$/, ""));
      const rest = [1e4, 1e5].map((batch) => {
        const value = evaluateBall(
          { head: "Subtract", args: [parseTerm(formula.text), finite] },
          { B: rational(batch) },
          20,
        );
        return Math.abs(Number(toDecimalStrings(value, 20).value));
      });
      expect(rest[1]).toBeLessThan(rest[0]! * 10 ** -terms * 1.2);
    }
  }
});

describe("what has no closed form", () => {
  test("is said, with the quantity in integrals and the command for a number", async () => {
    const { out, err, code } = await theoria(words("derive rate tanh"));
    expect([err, code]).toEqual(["", 2]);
    const said = out.replace(/\s+/g, " ");
    expect(said).toMatch(
      /^tanh has no closed form that Theoria knows: it is neither positively homogeneous nor a polynomial/,
    );
    expect(said).toContain("lambda_G =");
    expect(said).toContain("integral(");
    expect(said).toContain("theoria rate tanh --batch");
  });

  test("leaves standard output to source code", async () => {
    for (const format of ["js", "sympy"]) {
      const { out, err, code } = await theoria(words(`derive mu tanh --format ${format}`));
      expect([out, code]).toEqual(["", 2]);
      expect(err).toMatch(/no closed form/);
      expect(err).toContain("theoria spectrum tanh --batch");
    }
  });

  test("has a formula of null in JSON, and integrals that are read back", async () => {
    for (const quantity of derivedQuantities) {
      const { out, code } = await theoria(["derive", quantity, "x*tanh(x) + abs(x - 1)", "--json"]);
      const output = JSON.parse(out);
      expect([code, output.formula, output.steps]).toEqual([2, null, []]);
      for (const { text, latex } of output.representation) {
        parseStatement(text);
        katex.renderToString(latex, { throwOnError: true, displayMode: true });
      }
    }
  });
});

test("--quiet leaves the formula alone, as text that algebra reads", async () => {
  const { out } = await theoria(["derive", "rate", "relu", "--quiet", "--steps", "--at", "8"]);
  const { formula } = await derived("rate", "relu");
  expect(out).toBe(`${formula.text}\n`);
  expect((await theoria(["algebra", out])).out.replace(/\s/g, "")).toBe(formula.text.replaceAll(" ", ""));
});

test("Ctrl-C ends the process at once while a formula is worked on", async () => {
  for (const argv of [
    ["derive", "mu", "x"],
    ["algebra", "1"],
  ]) {
    const events: string[] = [];
    await theoria(argv, { stopAtOnce: () => events.push("free"), write: () => events.push("written") });
    expect(events).toEqual(["free", "written"]);
  }
});

test("the help names all quantities", async () => {
  const { out } = await theoria(["derive", "--help"]);
  for (const quantity of derivedQuantities) expect(out).toMatch(new RegExp(`\\b${quantity}\\b`));
});

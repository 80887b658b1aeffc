import { readFileSync } from "node:fs";
import vm from "node:vm";
import katex from "katex";
import { describe, expect, test } from "vitest";
import { theoria, words } from "./support.js";

const ask = (...argv: readonly string[]) => theoria(["algebra", ...argv]);

describe("normal forms", () => {
  test.each([
    ["(B^2 - 1)/(B - 1)", "B + 1"],
    ["sqrt(8)", "2*sqrt(2)"],
    ["0.1 + 0.2 - 3/10", "0"],
    ["2^100", "1267650600228229401496703205376"],
    ["J(alpha, 1)", "1"],
    ["gamma(1/2)^2", "pi"],
    ["gamma(n + 1)/gamma(n)", "n"],
    ["sum(k^2, k, 1, 10)", "385"],
    ["x", "x"],
  ])("of %s", async (source, normal) => {
    expect(await ask(source)).toEqual({ out: `${normal}\n`, err: "", code: 0 });
  });

  test("depend on what is assumed", async () => {
    expect((await ask("sqrt(x^2)", "--assume", "x >= 0")).out).toBe("x\n");
    expect((await ask("sqrt(x^2)", "--assume", "x <= 0")).out).toBe("-x\n");
    expect((await ask("(-1)^(2*k)", "--assume", "k in Integers")).out).toBe("1\n");
  });

  test("are read back as the same function, however long", async () => {
    for (const source of [
      "J(5, -1/(B - 1))",
      "J(1, c)^3/(1 + J(1, c))",
      "(a + b)^9*sqrt(a*pi)",
      "gegenbauer(9, 3/2, x)",
    ]) {
      const { out } = await ask(source);
      expect(await ask(`${source} == ${out}`)).toMatchObject({ out: expect.stringMatching(/\nproved\n$/), code: 0 });
      const { formula } = JSON.parse((await ask(source, "--json")).out);
      expect(formula.text.replaceAll(" ", "")).toBe(out.replace(/\s/g, ""));
      katex.renderToString(formula.latex, { throwOnError: true, displayMode: true });
      expect((await ask(source, "--latex")).out).toBe(`\\[\n  ${formula.latex}\n\\]\n`);
      const symbols = { a: 1.5, b: 0.3, c: 0.2, x: 0.7, B: 9 };
      const at = Object.entries(symbols).filter(([name]) => new RegExp(`\\b${name}\\b`).test(source));
      const point = at.map(([name, value]) => `${name}=${value}`).join(",");
      const { value } = JSON.parse((await ask(source, "--json", "--at", point)).out);
      const script = vm.runInNewContext(formula.js, { ...symbols, Math });
      expect(Math.abs(script - Number(value.value))).toBeLessThan(1e-12 * Math.abs(script));
    }
  });
});

describe("equations", () => {
  test.each([
    ["(a + b)^2 == a^2 + 2*a*b + b^2", 0, "proved"],
    ["J(1, c) = (sqrt(1 - c^2) + (pi - arccos(c))*c)/pi", 0, "proved"],
    ["B >= 4", 0, "proved"],
    ["c^2 <= 1", 0, "proved"],
    ["pi < 22/7", 0, "proved"],
    ["sqrt(2) != 7/5", 0, "proved"],
    ["sin(x)^2 + cos(x)^2 == 1", 0, "proved"],
    ["cosh(x)^2 - sinh(x)^2 == 1", 0, "verified: both sides agree to 50 digits at 5 random points, which is no proof"],
    [
      "integral(exp(-x^2), x, 0, infinity) = sqrt(pi)/2",
      0,
      "verified: both sides agree to 50 digits, which is no proof",
    ],
    ["pi == 22/7", 1, "refuted"],
    ["x^2 >= x^2 + 1", 1, "refuted: false at x = "],
    ["sqrt(x^2) == x", 1, "refuted: false at x = -"],
    ["pi > 22/7", 1, "refuted"],
    ["log(-1 - x^2) == 3", 1, "undecided: "],
  ])("%s: %i", async (source, exitCode, verdict) => {
    const { out, err, code } = await ask(source);
    expect([err, code]).toEqual(["", exitCode]);
    expect(out.replace(/\s+/g, " ")).toContain(` ${verdict}`);
    const json = JSON.parse((await ask(source, "--json")).out);
    expect(verdict.startsWith(json.status)).toBe(true);
    katex.renderToString(json.statement.latex, { throwOnError: true, displayMode: true });
  });

  test("a refuted one names a point at which it is false", async () => {
    const { out } = await ask("sqrt(x^2) == x", "--json");
    const { x } = JSON.parse(out).point;
    const check = await ask("sqrt(x^2) == x", "--at", `x=${x}`, "--json");
    const { left, right } = JSON.parse(check.out);
    expect(left.value).not.toBe(right.value);
  });

  test("assumptions narrow what is claimed", async () => {
    expect((await ask("sqrt(x^2) == x", "--assume", "x >= 0")).out).toMatch(/\nproved\n$/);
    const { out } = await ask("x^2 == y", "--assume", "x = 2", "--assume", "y = 4", "--json");
    expect(JSON.parse(out)).toMatchObject({ assumptions: ["x = 2", "y = 4"], status: expect.stringMatching(/ed$/) });
  });
});

describe("values", () => {
  test("are those of the reference, with an error that holds", async () => {
    const { kernel } = JSON.parse(readFileSync(new URL("../reference/kernels.json", import.meta.url), "utf8")) as {
      kernel: readonly { alpha: string; c: string; value: string }[];
    };
    for (const { alpha, c, value } of kernel.filter(({ alpha }) => ["-1/4", "3/2", "3"].includes(alpha)).slice(0, 9)) {
      const { out } = await ask(`J(${alpha}, c)`, "--at", `c=${c}`, "--digits", "30", "--json");
      const found = JSON.parse(out).value;
      expect(found.value.slice(0, 28), `J(${alpha}, ${c})`).toBe(value.slice(0, 28));
      expect(Number(found.error)).toBeLessThan(1e-29);
    }
  });

  test("of a formula without symbols need no point", async () => {
    const pi = "3.1415926535897932384626433832795028841971693993751";
    expect((await ask("pi", "--digits", "50")).out).toMatch(new RegExp(`^pi\\n {2}${pi}\\n {2}± \\S+\\n$`));
    expect((await ask("1/4", "--digits", "5")).out).toBe("1/4\n  0.25\n  exact\n");
  });

  test("are given where there is no normal form, and integrals say that their error is an estimate", async () => {
    const { out, code } = await ask("integral(exp(-x^2), x, 0, 1)", "--digits", "20");
    expect(out).toMatch(/no exact normal form[\s\S]*0\.7468241328124270254\d*\n {2}± \S+, an estimate\n$/);
    expect(code).toBe(0);
    const { formula, reason, value } = JSON.parse(
      (await ask("integral(exp(-x^2), x, 0, 1)", "--digits", "20", "--json")).out,
    );
    expect([formula.js, value.rigorous]).toEqual([null, false]);
    expect(reason).toMatch(/Integral/);
  });

  test("fractions and decimals are exact", async () => {
    const { out } = await ask("3*x + y", "--at", "x=1/3, y=-0.25e1", "--digits", "9");
    expect(out).toBe("3*x + y\n  -1.5\n  exact\n");
  });

  test("a thousand digits are no problem", async () => {
    const { value } = JSON.parse((await ask("J(1, -1/7)", "--digits", "1000", "--json")).out);
    expect(value.value).toHaveLength(1002);
    expect(Number(value.error)).toBe(0);
    expect(value.error).toMatch(/e-100\d$/);
  });
});

test("a formula that starts with - goes behind --", async () => {
  expect((await theoria(words('algebra -- "-x - x"'))).out).toMatch(/^-\(?2\*x\)?\n$/);
});

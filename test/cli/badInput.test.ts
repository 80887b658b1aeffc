import { describe, expect, test } from "vitest";
import { theoria, words } from "./support.js";

/** Bad input says one thing on the error stream, nothing else, and exits with 2. */
async function refused(argv: readonly string[]): Promise<string> {
  const { out, err, code } = await theoria(argv);
  expect({ out, code }).toEqual({ out: "", code: 2 });
  expect(err).not.toMatch(/\n\s+at |NaN|undefined|\[object/);
  expect(err.match(/^error: /gm)).toHaveLength(1);
  expect(err.endsWith("\n")).toBe(true);
  return err.slice("error: ".length, -1);
}

const batchDomain =
  "expected batch sizes: integers from 2 to 1e8, inf, or ranges a..b, a..b:step, a..b:x2. Write for example --batch 8,64,inf.";

test("what a message says already is not said again", async () => {
  const said = await refused(["hessian", "--hidden", "0"]);
  expect(said).toMatch(
    /^hidden\[0\] = 0 is outside its domain: an integer from 1 to \d+\. Pass an integer in that range\.$/,
  );
});

describe("options name themselves, the value, the domain and what to do", () => {
  test.each([
    [
      "--batch 1",
      "--batch 1: expected an integer from 2 to 1e8, or Infinity. Give a batch size, or inf for the large-batch limit.",
    ],
    [
      "--batch 2e8",
      "--batch 200000000: expected an integer from 2 to 1e8, or Infinity. Give a batch size, or inf for the large-batch limit.",
    ],
    ["--batch abc", `--batch abc: ${batchDomain}`],
    ['--batch ""', `--batch "": ${batchDomain}`],
    ["--batch 8,,9", `--batch "": ${batchDomain}`],
    ["--batch 8.5", `--batch 8.5: ${batchDomain}`],
    ["--batch 0x10", `--batch 0x10: ${batchDomain}`],
    ["--batch 1e999", `--batch 1e999: ${batchDomain}`],
    ["--batch -inf", `--batch -inf: ${batchDomain}`],
    [
      "--batch 8..4",
      "--batch 8..4: expected a range from the smaller to the larger number. Write for example --batch 8,64,inf.",
    ],
    ["--batch 4..x", "--batch 4..x: expected a range of two numbers. Write for example --batch 8,64,inf."],
    [
      "--batch 4..8:0",
      "--batch 4..8:0: expected a range with a step above 0 or a factor after its colon, a..b:step or a..b:x2. Write for example --batch 8,64,inf.",
    ],
    [
      "--batch 4..8:x1",
      "--batch 4..8:x1: expected a factor above 1 after the x, and a range above 0. Write for example --batch 8,64,inf.",
    ],
    [
      "--batch 4..1e8",
      "--batch 4..1e8: expected at most 100000 values. Use a larger step, such as a..b:100 or a..b:x2.",
    ],
    [
      "--batch 2..1000 --beta 0..1:0.001",
      "999999 combinations of activations and parameters: expected at most 100000. Shorten a list, or use several calls.",
    ],
    [
      "--eps -1",
      "--epsilon -1: expected a number from 0 to 1e12. Batch norm adds it to the variance; 1e-5 is usual, 0 is the paper's idealisation.",
    ],
    ["--eps inf", "--epsilon inf: expected numbers of at least 0. Write for example --epsilon 0,1e-5."],
    [
      "--eps 0.1 --batch 2",
      "--batch 2: expected at least 4 when epsilon > 0. Batches of 2 and 3 are answered for epsilon = 0 only.",
    ],
    ["--gamma 0", "--gamma 0: expected a finite number other than 0, |gamma| <= 1e6. Use 1 for no scaling."],
    ["--beta nan", "--beta nan: expected numbers. Write for example --beta -1,0,1."],
    ["--beta 1e7", "--beta 10000000: expected a finite number, |beta| <= 1e6. Use 0 for no shift."],
    [
      "--weight-variance 0",
      "--weight-variance 0: expected a number above 0, at most 1e12. It is sigma_w^2; 1 and 2 are usual.",
    ],
    ["--tolerance 0", "--tolerance 0: expected a number above 0, at most 0.1. 1e-10 is the default."],
    ["--tolerance tiny", "--tolerance tiny: expected a number above 0, at most 0.1. 1e-10 is the default."],
    ["--json --csv", "--json and --csv: choose one output format."],
    ["--json --csv --latex", "--json and --csv and --latex: choose one output format."],
  ])("rate tanh %s", async (options, message) => {
    expect(await refused(["rate", "tanh", ...words(options)])).toBe(message);
  });

  test("a method that does not exist, and one that does not apply", async () => {
    expect(await refused(words("rate tanh --method foo"))).toMatch(
      /^option '--method <name>' argument 'foo' is invalid\. Allowed choices are auto, /,
    );
    expect(await refused(words("rate tanh --batch 8 --method closed-form"))).toMatch(
      /^method closed-form does not apply here: the activation is not positively homogeneous\. Possible: for tanh at batch 8: .*\. Use auto or one of those\.$/,
    );
  });

  test.each([
    ["gegenbauer tanh --terms 0", "--terms 0: expected an integer from 1 to 512. 8 is the default."],
    ["gegenbauer tanh --terms many", "--terms many: expected an integer from 1 to 512. 8 is the default."],
    [
      "gegenbauer tanh --batch 2",
      "--batch 2: expected at least 3, or Infinity. The sphere of a batch of 2 is two points.",
    ],
    ["kernel --c 2", "--c 2: expected a correlation from -1 to 1. It is the cosine between two inputs."],
    [
      "kernel --c -1..1",
      "--c -1..1: expected a range with a step above 0 or a factor after its colon, a..b:step or a..b:x2. Write for example --c -0.5,0,0.5.",
    ],
    ["kernel --alpha -1", "--alpha -1: expected a degree above -1/2, at most 1000. 1 is ReLU, 0 the step function."],
    ["kernel --alpha one", "--alpha one: expected a number above -1/2. 1 is ReLU, 0 the step function."],
    ["kernel relu --alpha 1", "--alpha: an activation has its own degree. Give one of the two."],
    [
      "transition --batch 1",
      "--batch 1: expected an integer from 2 to 1e8, or Infinity. Give a batch size, or inf for the large-batch limit.",
    ],
  ])("%s", async (line, message) => {
    expect(await refused(words(line))).toBe(message);
  });

  test("a kernel of what is not homogeneous", async () => {
    expect(await refused(["kernel", "tanh"])).toMatch(
      /^tanh is not positively homogeneous.* Use spectrum for its fixed point\.$/,
    );
  });
});

describe("activation texts are answered with a caret under the place", () => {
  const caret = (message: string) => {
    const [, text, carets] = message.split("\n");
    return text!.slice(carets!.indexOf("^"), carets!.lastIndexOf("^") + 1);
  };

  test.each([
    ["2*thanh(x)", "thanh", /unknown name 'thanh'.*Did you mean tanh\?/s],
    ["tanh(x) + y", "y", /y/],
    ["x + foo.bar", ".", /property access/],
    ["x = 3", "=", /assignments/],
    ["f(x) = x", "=", /assignments/],
    ["[1, 2]", "[", /./],
    ["x + 'a'", "'", /string/],
    ["1 + 1/x", "1/x", /diverges/],
    ["tanh(x) + log(x)", "log(x)", /log has no real value for some x/],
    ["exp(x^2)", "exp(x^2)", /diverges/],
    ["tanh(x", "", /./],
    ["", "", /empty/],
    ["x +", "", /./],
    ["3 cm", "", /./],
  ])("%s", async (text, under, message) => {
    const said = await refused(["rate", text]);
    expect(said).toMatch(message);
    expect(caret(said)).toContain(under);
    expect(said.split("\n")).toHaveLength(4);
  });

  test("too long, too deep", async () => {
    expect(await refused(["rate", "x+".repeat(300)])).toMatch(/500/);
    expect(await refused(["rate", `${"(".repeat(100)}x${")".repeat(100)}`])).toMatch(/64/);
  });

  test("control characters do not reach the terminal, and the caret stays under its place", async () => {
    const said = await refused(["rate", "tanh(x)\u001b[2J + \u202enope"]);
    expect([...said].filter((character) => character < " " && character !== "\n")).toEqual([]);
    expect(said).not.toContain("\u202e");
    expect(await refused(["rate", "tanh", "--batch", "8\u001b[31m"])).toContain("8·[31m");
    expect(await refused(["\u001b[2J"])).toContain("unknown command '·[2J'");
  });
});

describe("formulas", () => {
  const batch =
    "expected a whole number from 4 to 1000000000. Other batch sizes, and lists of them: theoria rate relu --batch 8,64.";
  test.each([
    [
      "derive rte relu",
      "quantity rte: expected one of q, c, mu, rate, forward-G, forward-L, forward-M, backward-G, backward-L, backward-M, cross-c, cross-eigenvalue. It comes before the activation.",
    ],
    ["derive relu rate", /^unknown name 'rate'/],
    ["derive rate", "missing required argument 'activation'"],
    ["derive", "missing required argument 'quantity'"],
    ["derive rate thanh", /^unknown name 'thanh'\n {2}thanh\n {2}\^{5}\nDid you mean tanh\?$/],
    ["derive rate relu gelu", "too many arguments for 'derive'. Expected 2 arguments but got 3."],
    ["derive rate -x^2", /^unknown option '-x\^2'\nWhat starts with "-" and is no option goes after --/],
    ["derive rate relu --at 3", `--at 3: ${batch}`],
    ["derive rate relu --at 3.5", `--at 3.5: ${batch}`],
    ["derive rate relu --at 8,64", `--at 8,64: ${batch}`],
    ["derive rate relu --at inf", `--at inf: ${batch}`],
    ["derive rate relu --at 1e10", `--at 1e10: ${batch}`],
    ["derive rate relu --at B=8", `--at B=8: ${batch}`],
    ["derive rate relu --at -8", `--at -8: ${batch}`],
    ['derive rate relu --at ""', `--at "": ${batch}`],
    ["derive rate relu --at 8 --digits 0", "--digits 0: expected a whole number from 1 to 1000. 20 is the default."],
    [
      "derive rate relu --at 8 --digits 1e9",
      "--digits 1e9: expected a whole number from 1 to 1000. 20 is the default.",
    ],
    [
      "derive rate relu --at 8 --digits many",
      "--digits many: expected a whole number from 1 to 1000. 20 is the default.",
    ],
    ["derive rate relu --digits 9", "--digits 9: digits of what? Add --at, such as --at 64."],
    ["derive rate relu --series 0", "--series 0: expected a whole number from 1 to 12. 3 is a good start."],
    ["derive rate relu --series 99", "--series 99: expected a whole number from 1 to 12. 3 is a good start."],
    [
      "derive rate relu --format xml",
      "option '--format <name>' argument 'xml' is invalid. Allowed choices are text, latex, json, js, sympy.",
    ],
    ["derive rate relu --csv", "--csv: a formula is not a table. Use --format json for programs."],
    ["derive rate relu --json --latex", "--json and --latex: choose one output format."],
    ["derive rate relu --json --format js", "--json and --format js: choose one output format."],
    ["derive mu 3", /^3 has no closed form of mu here: it is constant/],
    ["derive rate step", /diverges/],
    ['derive rate "relu(x)^0.4"', /E phi'\(z\)\^2 diverges/],
    ['algebra ""', /^the formula is empty/],
    ["algebra", "missing required argument 'formula'"],
    ["algebra 1/0", "no exact normal form: 1/0: division by zero. Change it, or ask for a value: --at, --digits."],
    ['algebra "x +"', /^the formula ends too early\n {2}x \+\n {5}\^\nComplete it\.$/],
    ["algebra -x", /^unknown option '-x'\nWhat starts with "-"/],
    ["algebra x --assume y", /^this is a term, not a statement\n {2}y\n/],
    ['algebra x --assume "B >="', /^here a formula is missing\n {2}B >=\n/],
    ['algebra "x = y" --assume "y < 1" --assume "y > 2"', /^--assume: the domain of y is empty/],
    ["algebra x --at x=1/0", /^--at x=1\/0: expected a value for each symbol: whole numbers, decimals or fractions\./],
    ["algebra x --at x", /^--at x: expected a value for each symbol/],
    ["algebra x --at x=1e9999", /^--at x=1e9999: expected a value for each symbol/],
    ["algebra x --at constructor=1", "--at: constructor does not occur in the formula. Leave it out."],
    ["algebra x --at __proto__=1", /^--at __proto__=1: expected a value for each symbol/],
    ["algebra x --at x=1,x=2", "--at: x has two values. Give one."],
    ["algebra x+y --at x=1", '--at: y without a value. Write for example --at "y=2".'],
    ["algebra x --digits 5", '--at: x without a value. Write for example --at "x=2".'],
    ["algebra log(x) --at x=-1", /^no value: Log\(-1\): .* Choose another point\.$/],
    ["algebra x==1 --format js", "--format js: there is no such form of this. Use text, latex or json."],
    [
      'algebra "integral(x, x, 0, 1)" --digits 5 --format js',
      "--format js: there is no such form of this. Use text, latex or json.",
    ],
    ["algebra 10^10^10", /^no exact normal form: 10\^10\^10: a whole number of about \d+ words/],
    ["algebra factorial(10^9)", /^no exact normal form: factorial\(10\^9\): /],
    ['algebra "(a+b+c+d+f)^200"', /^no exact normal form: .*: a polynomial with \d+ or more terms/],
  ])("%s", async (line, message) => {
    const said = await refused(words(line));
    if (typeof message === "string") expect(said).toBe(message);
    else expect(said).toMatch(message);
  });

  test("long and deep texts", async () => {
    expect(await refused(["algebra", "B".repeat(1e6)])).toMatch(/at most 20000/);
    expect(await refused(["algebra", `${"(".repeat(100)}B${")".repeat(100)}`])).toMatch(/64/);
    expect(await refused(["derive", "rate", "x+".repeat(300)])).toMatch(/500/);
    expect(await refused(["derive", "r".repeat(1e4), "relu"])).toMatch(/^quantity r/);
  });

  test("control characters do not reach the terminal", async () => {
    for (const argv of [
      ["algebra", "B\u001b[2J + \u202e1"],
      ["derive", "rate\u001b[2J", "relu"],
      ["algebra", "x", "--at", "x\u001b[2J=1"],
      ["algebra", "x", "--assume", "\u202ex > 1"],
    ]) {
      const said = await refused(argv);
      expect([...said].filter((character) => character < " " && character !== "\n")).toEqual([]);
      expect(said).not.toContain("\u202e");
    }
  });
});

describe("usage", () => {
  test.each([
    ["rate", "missing required argument 'activation'"],
    ["foo", "unknown command 'foo'"],
    ["rate tanh --foo", "unknown option '--foo'"],
    ["rate tanh --bach 8", "unknown option '--bach'\n(Did you mean --batch?)"],
    ["rate tanh --batch", "option '-b, --batch <list>' argument missing"],
    ["transition 8", "too many arguments for 'transition'. Expected 0 arguments but got 1."],
    ["rate -- -x^2 --batch 8", "--batch: after -- everything is an activation. Write options before the --."],
    [
      "rate -x^2",
      `unknown option '-x^2'\nWhat starts with "-" and is no option goes after --, as in: theoria rate --batch 8 -- "-x^2"`,
    ],
  ])("theoria %s", async (line, message) => {
    expect(await refused(words(line))).toBe(message);
  });

  test("without a command, help on the error stream and exit code 2", async () => {
    const { out, err, code } = await theoria([]);
    expect([out, code]).toEqual(["", 2]);
    expect(err).toMatch(/^Usage: theoria/);
  });
});

test("what no input should cause is one line, with a stack trace only for DEBUG", async () => {
  const broken = {
    now: () => {
      throw new TypeError("the clock broke");
    },
  };
  const quiet = await theoria(words("rate tanh --batch 8"), broken);
  expect(quiet).toEqual({
    out: "",
    err: "internal error: the clock broke. This is a defect in theoria: please report it with the command line.\n",
    code: 70,
  });
  expect((await theoria(words("rate tanh --batch 8"), { ...broken, debug: true })).err).toMatch(/\n\s+at /);
});

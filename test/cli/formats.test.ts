import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { theoria, widest, words } from "./support.js";

const schema = JSON.parse(readFileSync(new URL("../../schema/output.schema.json", import.meta.url), "utf8"));
const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
ajv.addSchema(schema, "output");
const expressions = ajv.compile(
  JSON.parse(readFileSync(new URL("../../schema/expression.schema.json", import.meta.url), "utf8")),
);

const commands = [
  "rate tanh --batch 8,64,512",
  "rate relu tanh gelu --batch 2,3,8,64,inf --confirm --no-reached",
  "rate x^2 --batch 4,10,inf",
  "dynamics x^2 relu --batch 8,10 --steps 60",
  "dynamics x^2 --batch 10 --basins 2",
  "rate step 3 'relu(x-100)' --batch 8,inf",
  "rate relu --batch 8 --eps 0,0.001,10 --gamma 2 --beta 0.1 --weight-variance 2",
  "spectrum relu tanh step --batch 2,3,4,64,inf",
  "spectrum gelu --batch 64 --confirm",
  "gegenbauer tanh relu --batch 8,inf --terms 4",
  "gegenbauer tanh --gamma 2 --beta -1,1",
  "kernel",
  "kernel --alpha 0.25 --c -1..1:0.5",
  "kernel 'leaky_relu(0.2)'",
  "activation gelu 'abs(x-1)+step(x+2)' 'x+x^3' 'exp(x)' 'sqrt(abs(x))'",
  "transition",
  "transition --batch 3..20,1e6",
  "simulate tanh --batch 4 --width 30 --depth 8 --samples 3",
  "simulate relu --batch 4 --batches 2 --width 20,40 --depth 8 --samples 3 --spectrum",
  "simulate relu --batch 5 --width 20 --depth 4 --samples 1",
  "theorems batchnorm",
  "check theorem-1 lemma-b-36 lemma-b-42 --quick --seed 3",
];

test.each(commands)("theoria %s --json is what the schema says", async (line) => {
  const { out } = await theoria([...words(line), "--json"]);
  const output = JSON.parse(out);
  const command = words(line)[0]!;
  const validate = ajv.getSchema(`output#/$defs/${command}`)!;
  expect(validate(output), JSON.stringify(validate.errors)).toBe(true);
  expect(ajv.getSchema("output")!(output)).toBe(true);
  expect(out).not.toMatch(/NaN|undefined/);
});

const formulas = [
  "derive rate relu --steps --series 3 --at 64 --digits 50",
  "derive backward-M 'leaky_relu(0.2)'",
  "derive forward-G x",
  "derive cross-eigenvalue relu --series 2",
  "derive mu tanh",
  "derive rate 'x + sin(x)' --steps --at 8",
  "algebra 'J(2, c)^2/sqrt(pi)'",
  "algebra 'J(2, c)' --assume 'c > 0' --at c=1/3",
  "algebra 'integral(x, x, 0, 1)' --digits 9",
  "algebra 'B = B'",
  "algebra 'sqrt(x^2) = x'",
  "algebra 'pi = 3'",
  "algebra 'sin(x)^2 + cos(x)^2 = 1' --at x=1/2",
  "algebra 'x in Integers' --at x=1",
  "algebra 'log(-1 - x^2) = 3'",
];

test.each(formulas)("theoria %s --json is what the schema says", async (line) => {
  const output = JSON.parse((await theoria([...words(line), "--json"])).out);
  const validate = ajv.getSchema(`output#/$defs/${words(line)[0]!}`)!;
  expect(validate(output), JSON.stringify(validate.errors)).toBe(true);
  expect(ajv.getSchema("output")!(output)).toBe(true);
  for (const formula of [output.formula, output.series].filter((one) => one)) {
    expect(expressions(formula.json), JSON.stringify(expressions.errors)).toBe(true);
  }
  for (const statement of [output.statement, ...(output.representation ?? [])].filter((one) => one)) {
    expect(expressions(statement.json), JSON.stringify(expressions.errors)).toBe(true);
  }
});

const texts = [
  "show batchnorm/theorem-1 --steps",
  "show lemma-b-42",
  "show kernel-degree-1-2",
  "errata",
  "experiment",
  "experiment disentanglement --quick --seeds 2",
  "figure",
  "figure 1d",
  "hessian --inputs 3 --hidden 2 --samples 4",
  "hessian --inputs 3 --hidden 4,3 --samples 4 --activation tanh --loss logistic --lanczos --probes 2 --steps 5",
];

test.each(texts)("theoria %s --json is what the schema says, and its text fits 100 columns", async (line) => {
  const { out } = await theoria([...words(line), "--json"]);
  const output = JSON.parse(out);
  const validate = ajv.getSchema(`output#/$defs/${words(line)[0]!}`)!;
  expect(validate(output), JSON.stringify(validate.errors)).toBe(true);
  expect(ajv.getSchema("output")!(output)).toBe(true);
  const text = (await theoria(words(line))).out;
  expect(widest(text)).toBeLessThanOrEqual(100);
  for (const written of [out, text]) expect(written).not.toMatch(/NaN|undefined|\[object/);
});

test("theoria call, whose output is always JSON, is what the schema says", async () => {
  const validate = ajv.getSchema("output#/$defs/call")!;
  const output = JSON.parse((await theoria(["call", "test/reference/ladder-alignment.json"])).out);
  expect(validate(output), JSON.stringify(validate.errors)).toBe(true);
  expect(ajv.getSchema("output")!(output)).toBe(true);
  expect(validate({ results: [{ id: 1 }] })).toBe(false);
});

test("the schema refuses verdicts with less, or with other statuses", async () => {
  const validate = ajv.getSchema("output#/$defs/check")!;
  const output = JSON.parse((await theoria(words("check lemma-b-36 --quick --json"))).out);
  expect(Object.keys(output)).toEqual(["results", "summary"]);
  expect(output.summary).toEqual({ holds: 1, refuted: 0, undecided: 0 });
  const [result] = output.results;
  expect(Object.keys(result)).toEqual(["id", "verdict", "seed"]);
  for (const wrong of [
    { ...output, summary: { holds: 1 } },
    { ...output, results: [{ ...result, seed: undefined }] },
    { ...output, results: [{ ...result, verdict: { ...result.verdict, status: "passed" } }] },
    { ...output, results: [{ ...result, verdict: { ...result.verdict, cases: -1 } }] },
  ]) {
    expect(validate(JSON.parse(JSON.stringify(wrong)))).toBe(false);
  }
  expect(validate(output)).toBe(true);
});

test("the schema refuses derivations with less, or with other statuses", async () => {
  const validate = ajv.getSchema("output#/$defs/derive")!;
  const output = JSON.parse((await theoria(words("derive mu x --json --at 8"))).out);
  const [step] = output.steps;
  for (const wrong of [
    { ...output, formula: "B" },
    { ...output, formula: { ...output.formula, latex: undefined } },
    { ...output, steps: [{ ...step, status: "hoped" }] },
    { ...output, steps: [{ ...step, from: [-1] }] },
    { ...output, value: { value: 1, error: 0 } },
    { ...output, value: { value: "NaN", error: "0" } },
  ]) {
    expect(validate(JSON.parse(JSON.stringify(wrong)))).toBe(false);
  }
  expect(validate(output)).toBe(true);
});

test.each(formulas)("theoria %s fits 100 columns", async (line) => {
  const { out } = await theoria(words(line));
  expect(widest(out)).toBeLessThanOrEqual(100);
  expect(out).not.toMatch(/NaN|undefined|\[object/);
});

test("the schema refuses what is not an output", () => {
  const validate = ajv.getSchema("output#/$defs/rate")!;
  expect(validate({ results: [{ activation: "tanh" }] })).toBe(false);
  expect(ajv.getSchema("output#/$defs/number")!("inf")).toBe(false);
});

test.each(commands)("theoria %s fits 100 columns", async (line) => {
  const { out } = await theoria(words(line));
  expect(widest(out)).toBeLessThanOrEqual(100);
  expect(out).not.toMatch(/NaN|undefined|\[object/);
  expect((await theoria([...words(line), "--quiet"])).out).not.toContain("─");
});

test.each(commands)("theoria %s --csv has one width and as many rows as results", async (line) => {
  const { out } = await theoria([...words(line), "--csv"]);
  expect(out.endsWith("\r\n")).toBe(true);
  const rows = out
    .trimEnd()
    .split("\r\n")
    .map((row) => row.replace(/"[^"]*"/g, "text").split(","));
  expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
  expect(rows.length).toBeGreaterThan(1);
});

test.each(commands)("theoria %s --latex is a balanced tabular", async (line) => {
  const { out } = await theoria([...words(line), "--latex"]);
  const body = out.slice(out.indexOf("\\toprule"), out.indexOf("\\bottomrule"));
  const columns = out.match(/begin\{tabular\}\{([lr]+)\}/)![1]!.length;
  for (const row of body.split("\n").filter((text) => text.endsWith("\\\\") && !text.startsWith("\\multicolumn"))) {
    expect(row.replaceAll("\\&", "").split("&")).toHaveLength(columns);
  }
  expect(out).not.toMatch(/[∞±–]/);
});

test("very many parameters and very long activations fit too", async () => {
  const long = `tanh(x)${" + 0.125*sin(x)".repeat(20)}`;
  const line = ["--batch", "8,64", "--gamma", "0.123456,2", "--beta", "0.654321", "--weight-variance", "1,3"];
  for (const extra of [[], ["--confirm"], ["--eps", "0,1e-3"], ["--eps", "1e-3", "--quiet"]]) {
    const { out } = await theoria(["rate", long, "relu", ...line, ...extra]);
    expect(widest(out)).toBeLessThanOrEqual(100);
  }
  expect(widest((await theoria(["rate", long, "--batch", "8", "--beta", "0.5", "--confirm"])).out)).toBeLessThanOrEqual(
    100,
  );
  expect(widest((await theoria(["spectrum", long])).out)).toBeLessThanOrEqual(100);
  expect(widest((await theoria(["activation", long])).out)).toBeLessThanOrEqual(100);
});

test("JSON keeps every digit of what the table rounds", async () => {
  const { out } = await theoria(words("rate relu --batch 8 --json"));
  const [result] = JSON.parse(out).results;
  expect(Math.abs(result.rate.value - 1.7881899766587)).toBeLessThan(1e-13);
  expect((await theoria(words("rate relu --batch 8"))).out).toContain("1.78818997666");
});

test("CSV of a rate, in full", async () => {
  const { out } = await theoria(words("rate identity --batch 4 --csv"));
  const [header, row] = out.split("\r\n");
  expect(header).toBe(
    "activation,batch,epsilon,gamma,beta,weight_variance,rate,rate_error,depth_scale,depth_scale_error,trainable_depth,stability,forward_max,forward_max_error,method,evals,converged,notes",
  );
  expect(row).toMatch(/^identity,4,0,1,0,1,(2|1\.99999999999999\d|2\.00000000000000\d),/);
});

/** What the documentation shows is what happens. `npx vitest run test/cli/docs.test.ts -u` writes the outputs anew. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as library from "../../src/index.js";
import * as symbolic from "../../src/symbolic.js";
import { theoria, words } from "./support.js";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const blocks = [...readme.matchAll(/```(\w+)\n(.*?)```/gs)].map(([, language, body]) => ({
  language: language!,
  body: body!,
}));
const commands = [
  "rate",
  "spectrum",
  "gegenbauer",
  "kernel",
  "activation",
  "transition",
  "dynamics",
  "derive",
  "algebra",
  "theorems",
  "show",
  "check",
  "errata",
];

/** The words after "$ npx theoria" in the sessions of a text. */
const sessions = [...readme.matchAll(/^```console\n\$ npx theoria (.*)$/gm)].map(([, line]) => line!);

const withoutErrors = (text: string) =>
  text
    .replace(/\b\de-\d+\b/g, "#")
    .replace(/\d+\.\d{6,}/g, (value) => Number(value).toPrecision(6))
    .replace(/"(error|evals)":[^,}]+/g, "#")
    .replace(/[ ─]+/g, " ");

test("the README's sessions print what it says", async () => {
  expect(sessions.length).toBeGreaterThan(3);
  let text = readme;
  for (const line of sessions) {
    const { out, err, code } = await theoria(words(line));
    expect([line, err, code]).toEqual([line, "", 0]);
    const start = text.indexOf(`$ npx theoria ${line}\n`);
    const body = text.indexOf("\n", start) + 1;
    text = text.slice(0, body) + out + text.slice(text.indexOf("```", body));
  }
  // errors at the level of rounding, and the digits they leave, differ between machines; values and words do not
  if (withoutErrors(text) !== withoutErrors(readme)) await expect(text).toMatchFileSnapshot("../../README.md");
});

test("the two commands of the README's beginning", () => {
  const lines = blocks.filter(({ language }) => language === "sh").map(({ body }) => body.trim());
  expect(lines).toEqual(["npm ci && npx theoria rate tanh --batch 8,64,512", "npm ci && npm test"]);
});

/** Runs a JavaScript example and returns what it prints and what its comments say it prints. */
function play(example: string, from: string, exported: Readonly<Record<string, unknown>>) {
  const [imports, ...body] = example.split("\n");
  const names = imports!.match(/^import \{ (.*) \} from "(.*)";$/)!;
  expect(names[2]).toBe(from);
  const printed: string[] = [];
  const console = { log: (...values: unknown[]) => printed.push(values.map(String).join(" ")) };
  const list = names[1]!.split(", ");
  const values = list.map((name) => exported[name]);
  expect(values).not.toContain(undefined);
  new Function(...list, "console", body.join("\n"))(...values, console);
  return { printed, said: [...example.matchAll(/console\.log.*\n\/\/ (.*)/g)].map(([, comment]) => comment) };
}

test("README: the library example prints what it says", () => {
  const [example] = blocks.filter(({ language }) => language === "js");
  const { printed, said } = play(example!.body, "theoria", library);
  expect(printed).toEqual(said);
});

test("docs/formulas.md: the examples print what they say", () => {
  const guide = readFileSync(new URL("../../docs/formulas.md", import.meta.url), "utf8");
  const examples = [...guide.matchAll(/```js\n(.*?)```/gs)].map(([, body]) => body!);
  expect(examples.length).toBe(3);
  for (const example of examples) {
    const { printed, said } = play(example, "theoria/symbolic", symbolic);
    expect(printed).toEqual(said);
  }
});

test("docs/cli.md is the help of every command", async () => {
  let text = "# Command line\n\nThe help of `theoria` and of each command, as it prints it.\n";
  for (const argv of [["--help"], ...commands.map((command) => [command, "--help"])]) {
    const { out, code } = await theoria(argv);
    expect(code).toBe(0);
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
    text += `\n## theoria ${argv.slice(0, -1).join(" ")}`.trimEnd();
    text += `\n\n\`\`\`text\n${out.trimEnd()}\n\`\`\`\n`;
  }
  await expect(text).toMatchFileSnapshot("../../docs/cli.md");
});

test.each(commands)("every example in the help of %s works", async (command) => {
  const { out } = await theoria([command, "--help"]);
  const examples = [...out.matchAll(/^ {2}theoria (.*)$/gm)].map(([, line]) => line!);
  expect(examples.length).toBeGreaterThan(1);
  for (const line of examples) {
    const { code, err } = await theoria(words(line));
    expect([line, code, err]).toEqual([line, 0, ""]);
  }
});

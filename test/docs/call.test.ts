/** docs/call.md: its list of kinds is what the kinds say, its JSON and its programs do what it shows. `npx vitest run test/docs/call.test.ts -u` writes it anew. */
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { build } from "esbuild";
import { afterAll, expect, test } from "vitest";
import { call } from "../../src/call/call.js";
import { inputsSchema, type JsonSchema, resultSchema } from "../../src/call/callSchema.js";
import { kinds } from "../../src/call/kinds/index.js";
import { exampleOf, fieldsOf, jsonLines } from "../../src/cli/call/kindText.js";
import { typeText } from "../../src/cli/call/typeText.js";
import { renderJson } from "../../src/render/json.js";
import { examplesOf, played, textOf } from "./support.js";

const folder = mkdtempSync(join(tmpdir(), "theoria-"));
afterAll(() => rmSync(folder, { recursive: true }));

const areas = {
  batchnorm: "Batch normalisation",
  ladder: "Ladder",
  alignment: "Alignment",
  grouping: "Grouping",
  landscape: "Landscape",
  gating: "Gating",
};

const cell = (text: string) => text.replaceAll("|", "\\|");

function tableOf(title: string, schema: JsonSchema): string {
  const rows = fieldsOf(schema).map(({ name, optional, type, said }) => {
    const what = `${type}${optional ? ", optional" : ""}`;
    return `| \`${name}\` | ${cell(what)} | ${cell(said)} |`;
  });
  const { description } = schema;
  const all = [title, typeof description === "string" ? description : null].filter((part) => part !== null).join(": ");
  if (rows.length === 0) return `${title}: a ${typeText(schema)}.`;
  return [`| ${cell(all)} | | |`, "| --- | --- | --- |", ...rows].join("\n");
}

function listOfKinds(): string {
  const sections = Object.entries(areas).flatMap(([area, title]) => [
    `### ${title}`,
    ...kinds
      .filter((kind) => kind.area === area)
      .flatMap((kind) => [
        `#### ${kind.name}`,
        `${kind.doc.charAt(0).toUpperCase()}${kind.doc.slice(1)}.`,
        tableOf("Inputs", inputsSchema(kind.inputs)),
        tableOf("Result", resultSchema(kind.result)),
        `\`\`\`text\n${jsonLines(exampleOf(kind), 120).join("\n")}\n\`\`\``,
      ]),
  ]);
  return sections.join("\n\n");
}

const document = textOf("docs/call.md");
const blocks = (language: string) =>
  [...document.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, "gms"))].map(([, body]) => body!);

test("every area of kinds is listed", () => {
  for (const { area } of kinds) expect(Object.keys(areas)).toContain(area);
});

test("docs/call.md lists the kinds as they are, and its answer is the answer to its request", async () => {
  const [request, answers] = blocks("json");
  const found = renderJson(call(JSON.parse(request!)));
  const digits = (text: string) =>
    text.replace(/"error":[\d.e-]+/g, "").replace(/\d+\.\d{9,}/g, (value) => Number(value).toPrecision(9));
  const same = digits(found) === digits(answers!);
  const text = document
    .replace(/(<!-- kinds -->).*(<!-- \/kinds -->)/s, (_, open, close) => `${open}\n\n${listOfKinds()}\n\n${close}`)
    .replace(answers!, same ? answers! : found);
  await expect(text).toMatchFileSnapshot("../../docs/call.md");
});

test("the example in JavaScript prints what it says", async () => {
  for (const example of examplesOf(document)) {
    const { printed, said } = await played(example);
    expect(said.length).toBeGreaterThan(0);
    expect(printed).toEqual(said);
  }
});

const python = spawnSync("python3", ["--version"]).status === 0 && process.platform !== "win32";

test.skipIf(!python)(
  "the example in Python prints what it says (skipped where there is no python3)",
  async () => {
    await build({
      entryPoints: ["src/cli/main.ts"],
      bundle: true,
      format: "esm",
      platform: "node",
      outfile: join(folder, "cli.mjs"),
      // for the packages that are no modules
      banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
      logLevel: "error",
    });
    // `npx theoria` is the command of this source, built or not
    const npx = join(folder, "npx");
    writeFileSync(npx, `#!/bin/sh\nshift\nexec "${process.execPath}" "${join(folder, "cli.mjs")}" "$@"\n`);
    chmodSync(npx, 0o755);
    const [example] = blocks("python");
    writeFileSync(join(folder, "example.py"), example!);
    const env = { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` };
    const { stdout, stderr, status } = spawnSync("python3", [join(folder, "example.py")], { encoding: "utf8", env });
    expect([status, stderr]).toEqual([0, ""]);
    const said = [...example!.matchAll(/^# (.*)$/gm)].map(([, line]) => line!);
    expect(said.length).toBeGreaterThan(1);
    expect(stdout.trim().split("\n")).toEqual(said);
  },
  60_000,
);

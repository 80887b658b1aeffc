/** Documents whose sessions are run and whose examples are played. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import fc from "fast-check";
import { expect } from "vitest";
import * as alignment from "../../src/alignment.js";
import * as door from "../../src/call.js";
import * as display from "../../src/display.js";
import * as generators from "../../src/fast-check.js";
import * as gating from "../../src/gating.js";
import * as grouping from "../../src/grouping.js";
import * as library from "../../src/index.js";
import * as ladder from "../../src/ladder.js";
import * as landscape from "../../src/landscape.js";
import * as simulation from "../../src/simulation.js";
import * as symbolic from "../../src/symbolic.js";
import * as theorems from "../../src/verification.js";
import { theoria, words } from "../cli/support.js";

const root = new URL("../../", import.meta.url);

/** Markdown below a folder, by its path in the repository; what is made for the site is not among it. */
const markdownBelow = (folder: string): string[] =>
  readdirSync(new URL(`${folder}/`, root), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return path === "docs/reference" || entry.name.startsWith(".") ? [] : markdownBelow(path);
    return entry.name.endsWith(".md") ? [path] : [];
  });

/** Everything that is read: by people on the site, and beside the source. */
export const documents: readonly string[] = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", ...markdownBelow("docs")];

export const textOf = (path: string): string => readFileSync(new URL(path, root), "utf8");

/** The words after "$ npx theoria" in the sessions of a document. */
export const sessionsOf = (document: string): string[] =>
  [...document.matchAll(/^```console\n\$ npx theoria (.*)$/gm)].map(([, line]) => line!);

/** The document with what its sessions print now. */
export async function replayed(document: string): Promise<string> {
  let text = document;
  for (const line of sessionsOf(document)) {
    // what a session writes does not go into the checkout
    const folder = `${mkdtempSync(join(tmpdir(), "session-"))}${sep}`;
    const given = words(line).map((word, k, all) => (all[k - 1] === "--out" ? folder + word : word));
    const { out: printed, err, code } = await theoria(given);
    const out = printed.replaceAll(folder, "");
    rmSync(folder, { recursive: true });
    expect([line, err, code]).toEqual([line, "", 0]);
    const body = text.indexOf("\n", text.indexOf(`$ npx theoria ${line}\n`)) + 1;
    text = text.slice(0, body) + out + text.slice(text.indexOf("```", body));
  }
  return text;
}

/** Errors at the level of rounding, the digits they leave, and margins made of them differ between machines; values and words do not. */
export const withoutErrors = (text: string): string =>
  text
    .replace(/(?<= )-?(\d\.\d+|\de-\d+)(?= +\d+$)/gm, "#")
    .replace(/\b\de-\d+\b/g, "#")
    .replace(/\d+\.\d{6,}/g, (value) => Number(value).toPrecision(6))
    .replace(/"(error|evals)":[^,}]+/g, "#")
    .replace(/[ ─]+/g, " ");

const modules: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  theoria: library,
  "theoria/symbolic": symbolic,
  "theoria/ladder": ladder,
  "theoria/alignment": alignment,
  "theoria/landscape": landscape,
  "theoria/grouping": grouping,
  "theoria/gating": gating,
  "theoria/call": door,
  "theoria/display": display,
  "theoria/simulation": simulation,
  "theoria/theorems": theorems,
  "theoria/fast-check": generators,
  "fast-check": { default: fc },
};

export const examplesOf = (document: string): string[] =>
  [...document.matchAll(/```js\n(.*?)```/gs)].map(([, body]) => body!);

/** Runs JavaScript examples as one module; what they print, and what their comments say they print. */
export async function played(example: string): Promise<{ readonly printed: string[]; readonly said: string[] }> {
  const names: string[] = [];
  const values: unknown[] = [];
  const take = (name: string, from: string, exported: string) => {
    expect(modules[from]?.[exported], `${exported} of ${from}`).toBeDefined();
    names.push(name);
    values.push(modules[from]![exported]);
  };
  for (const [, list, from] of example.matchAll(/^import \{ (.*) \} from "(.*)";$/gm)) {
    for (const name of list!.split(", ")) take(name, from!, name);
  }
  for (const [, name, from] of example.matchAll(/^import (\w+) from "(.*)";$/gm)) take(name!, from!, "default");
  const printed: string[] = [];
  const console = { log: (...parts: unknown[]) => printed.push(parts.map(String).join(" ")) };
  const body = example.replace(/^import .*$/gm, "");
  await new Function(...names, "console", `return (async () => {${body}})();`)(...values, console);
  return { printed, said: [...example.matchAll(/console\.log.*\n\/\/ (.*)/g)].map(([, comment]) => comment!) };
}

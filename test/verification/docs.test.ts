/** docs/theorems.md says what happens. `npx vitest run test/verification/docs.test.ts -u` writes the sessions anew. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import * as generators from "../../src/fast-check.js";
import * as library from "../../src/index.js";
import * as symbolic from "../../src/symbolic.js";
import * as theorems from "../../src/verification.js";
import { theoria, words } from "../cli/support.js";

const guide = readFileSync(new URL("../../docs/theorems.md", import.meta.url), "utf8");
const modules: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  theoria: library,
  "theoria/symbolic": symbolic,
  "theoria/theorems": theorems,
  "theoria/fast-check": generators,
};

/** Margins are made of rounding errors, which differ between machines. */
const withoutMargins = (text: string) =>
  text.replace(/(?<= )-?(\d\.\d+|\de-\d+)(?= +\d+$)/gm, "#").replace(/[ ─]+/g, " ");

test("the sessions print what it says", async () => {
  const lines = [...guide.matchAll(/^```console\n\$ npx theoria (.*)$/gm)].map(([, line]) => line!);
  expect(lines.length).toBe(3);
  let text = guide;
  for (const line of lines) {
    const { out, err, code } = await theoria(words(line));
    expect([line, err, code]).toEqual([line, "", 0]);
    const body = text.indexOf("\n", text.indexOf(`$ npx theoria ${line}\n`)) + 1;
    text = text.slice(0, body) + out + text.slice(text.indexOf("```", body));
  }
  if (withoutMargins(text) !== withoutMargins(guide)) await expect(text).toMatchFileSnapshot("../../docs/theorems.md");
});

test("the examples print what they say, the first in under 40 lines", async () => {
  const blocks = [...guide.matchAll(/```js\n(.*?)```/gs)].map(([, body]) => body!);
  expect(blocks.length).toBe(3);
  expect(blocks[0]!.trim().split("\n").length).toBeLessThan(40);
  const example = blocks.join("\n");
  const names: string[] = ["fc"];
  const values: unknown[] = [fc];
  for (const [, list, from] of example.matchAll(/^import \{ (.*) \} from "(.*)";$/gm)) {
    for (const name of list!.split(", ")) {
      expect(modules[from!]![name], `${name} of ${from}`).toBeDefined();
      names.push(name);
      values.push(modules[from!]![name]);
    }
  }
  const printed: string[] = [];
  const console = { log: (...parts: unknown[]) => printed.push(parts.map(String).join(" ")) };
  const body = example.replace(/^import .*$/gm, "");
  await new Function(...names, "console", `return (async () => {${body}})();`)(...values, console);
  expect(printed).toEqual([...example.matchAll(/console\.log.*\n\/\/ (.*)/g)].map(([, comment]) => comment));
});

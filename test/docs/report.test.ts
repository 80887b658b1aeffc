/** docs/report.md shows what its command prints, and the summary of the page that it writes. `npx vitest run test/docs/report.test.ts -u` writes them anew. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { wrap } from "../../src/render/wrap.js";
import { theoria, words } from "../cli/support.js";
import { sessionsOf, textOf } from "./support.js";

const folder = mkdtempSync(join(tmpdir(), "theoria-"));
afterAll(() => rmSync(folder, { recursive: true }));
const WIDTH = 100;

/** The sentences of the page's summary, as text in lines. */
function summaryOf(page: string): string {
  const list = page.slice(page.indexOf('<h2 id="summary">')).match(/<ul>\n(.*?)\n<\/ul>/s)![1]!;
  const sentences = [...list.matchAll(/<li>(.*)<\/li>/g)].map(([, sentence]) => sentence!);
  return sentences.flatMap((sentence) => wrap(sentence, WIDTH)).join("\n");
}

test("docs/report.md shows what happens", async () => {
  const document = textOf("docs/report.md");
  const [line] = sessionsOf(document);
  const file = join(folder, "report.html");
  const { out, err, code } = await theoria(words(line!.replace("report.html", file)));
  expect([err, code]).toEqual(["", 0]);
  // the size depends on digits of errors, which differ between machines
  const size = (text: string) => text.replace(/\d+ kB/, "# kB");
  const printed = out.replace(file, "report.html");
  const summary = summaryOf(readFileSync(file, "utf8"));
  const roundings = (text: string) => text.replace(/\b\de-\d+\b/g, "#");
  const [, shown] = document.match(/```text\n(.*?)\n```/s)!;
  const [, said] = document.match(/^\$ npx theoria .*\n(.*\n)/m)!;
  const text = document
    .replace(said!, size(said!) === size(printed) ? said! : printed)
    .replace(shown!, roundings(shown!) === roundings(summary) ? shown! : summary);
  await expect(text).toMatchFileSnapshot("../../docs/report.md");
}, 60_000);

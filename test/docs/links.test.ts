/** Links between the documents lead to files and headings that are there, as GitHub has them. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { documents, textOf } from "./support.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

const withoutCode = (text: string) => text.replace(/^```.*?^```/gms, "").replace(/`[^`\n]*`/g, "");

const linksOf = (text: string): string[] =>
  [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, href]) => href!).filter((href) => !/^[a-z]+:/.test(href));

/** The anchors of headings by GitHub's rule: lower case, no punctuation, hyphens for spaces, numbers for repetitions. */
function anchorsOf(text: string): ReadonlySet<string> {
  const seen = new Map<string, number>();
  const headings = text.replace(/^```.*?^```/gms, "").matchAll(/^#+ (.*)$/gm);
  return new Set(
    [...headings].map(([, heading]) => {
      const slug = heading!
        .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, "")
        .replace(/\s/g, "-");
      const count = seen.get(slug) ?? 0;
      seen.set(slug, count + 1);
      return count === 0 ? slug : `${slug}-${count}`;
    }),
  );
}

test.each(documents)("the links of %s lead somewhere", (path) => {
  for (const href of linksOf(textOf(path))) {
    const [file, anchor] = href.split("#");
    const target = file === "" ? path : join(dirname(path), file!);
    expect(existsSync(join(root, target)), `${path}: ${href}`).toBe(true);
    if (anchor !== undefined) expect([...anchorsOf(textOf(target))], `${path}: ${href}`).toContain(anchor);
  }
});

test("documents have links, and anchors among them", () => {
  const links = documents.flatMap((path) => linksOf(textOf(path)));
  expect(links.length).toBeGreaterThan(60);
  expect(links.filter((href) => href.includes("#")).length).toBeGreaterThan(5);
});

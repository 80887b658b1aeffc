/** Formulas in the documents are formulas to KaTeX, which draws them on the site. */
import katex from "katex";
import { expect, test } from "vitest";
import { documents, textOf } from "./support.js";

const withoutCode = (text: string) => text.replace(/^```.*?^```/gms, "").replace(/`[^`\n]*`/g, "");

/** What stands between dollar signs, as the site and GitHub read it. */
function formulasOf(document: string): string[] {
  const text = withoutCode(document);
  const displayed = [...text.matchAll(/^\$\$\n(.*?)\n\$\$$/gms)].map(([, tex]) => tex!);
  const inline = [...text.replace(/^\$\$\n.*?\n\$\$$/gms, "").matchAll(/\$(?! )([^$\n]+?)(?<! )\$/g)].map(
    ([, tex]) => tex!,
  );
  return [...displayed, ...inline];
}

test("every formula of the documents is one to KaTeX", () => {
  const all = documents.flatMap((path) => formulasOf(textOf(path)));
  expect(all.length).toBeGreaterThan(30);
  for (const tex of all)
    expect(() => katex.renderToString(tex, { throwOnError: true, strict: "error" }), tex).not.toThrow();
});

/** Pages of theorems: what is on them, and that nothing in a theorem's words is Markdown, HTML or a template. */
import katex from "katex";
import { createMarkdownRenderer } from "vitepress";
import { beforeAll, describe, expect, test } from "vitest";
import { readMarkdown } from "../../../docs/.vitepress/markdown.js";
import { errataMarkdown } from "../../../src/render/markdown/errataMarkdown.js";
import { escapeMarkdown } from "../../../src/render/markdown/escapeMarkdown.js";
import { theoremIndexMarkdown } from "../../../src/render/markdown/theoremIndexMarkdown.js";
import { theoremMarkdown } from "../../../src/render/markdown/theoremMarkdown.js";
import { derivationsOf, usersOf } from "../../../src/render/markdown/theoremPages.js";
import { equation, symbol } from "../../../src/symbolic.js";
import { bibliography, workText } from "../../../src/theorems/bibliography.js";
import { theorems } from "../../../src/theorems/index.js";
import { type Theorem, type TheoremId, theorem } from "../../../src/theorems/theorem.js";
import { errata } from "../../../src/verification/errata.js";

const find = (id: TheoremId) => theorems.find((each) => each.id === id)!;
const link = (id: TheoremId) => `../${id}.md`;
const withoutSteps = (each: Theorem) => theoremMarkdown({ theorem: each, derivations: [], usedBy: [], link });

let render: (markdown: string) => string;
beforeAll(async () => {
  const md = await createMarkdownRenderer("docs", { config: readMarkdown, attrs: { disable: true } }, "/");
  // without its front matter, which the site reads first
  render = (markdown) => md.render(markdown.replace(/^---\n.*?\n---\n/s, ""), { path: "x.md", relativePath: "x.md" });
});

describe("the page of a theorem", () => {
  const theorem8 = find("batchnorm/theorem-8");

  test("has its statement, parameters, checks, neighbours and command", () => {
    const usedBy = usersOf(theorems).get(theorem8.id)!;
    const page = theoremMarkdown({ theorem: theorem8, derivations: [], usedBy, link });
    expect(page).toContain("# The explosion rate of a homogeneous activation in closed form");
    expect(page).toMatch(/^\$\$\n\\lambda_\{G\} = \\frac/m);
    expect(page).toContain("| $\\alpha$ | <code>alpha</code> | a number above 0.5 and to 8 | degree of homogeneity |");
    expect(page).toContain("npx theoria check batchnorm/theorem-8\n");
    expect(page).toContain("(../batchnorm/theorem-7.md)");
    expect(page).toContain("(../batchnorm/theorem-8-limit.md)");
    expect(usedBy).toContain("batchnorm/theorem-8-limit");
  });

  test("has every step of its proof, with formulas that KaTeX draws", () => {
    const theorem = find("batchnorm/theorem-8-limit");
    const derivations = derivationsOf(theorem);
    expect(derivations.map(({ id }) => id)).toEqual(["batchnorm/large-batch-relu"]);
    const page = render(theoremMarkdown({ theorem, derivations, usedBy: [], link }));
    const formulas = [...page.matchAll(/<div class="tex" v-pre>(.*?)<\/div>/g)].map(([, tex]) =>
      tex!.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code))),
    );
    expect(formulas.length).toBe(derivations[0]!.derivation.steps.length);
    for (const tex of formulas) expect(() => katex.renderToString(tex, { throwOnError: true }), tex).not.toThrow();
  });

  test("has what is printed instead, with the point that refutes it", () => {
    const theorem = find("batchnorm/lemma-b-59");
    const [erratum] = errata([theorem]);
    const page = theoremMarkdown({ theorem, derivations: [], usedBy: [], link, erratum: erratum!.result });
    expect(page).toContain("## What is printed");
    expect(page).toContain(
      "At <code>u = 1, v = 1, w = 2</code> its left side is <code>6</code>, its right side <code>2</code>.",
    );
    const list = render(errataMarkdown([erratum!], (id) => `./theorems/${id}.md`));
    expect(list).toContain("1 claims, 1 of them refuted");
    expect(list).toContain('href="./theorems/batchnorm/lemma-b-59.html"');
  });
});

test("every theorem's page is drawn: no formula is refused, no brace is left to Vue", () => {
  for (const each of theorems) {
    const html = render(withoutSteps(each));
    expect(html, each.id).toContain('class="katex"');
    // formulas and code are marked as no templates
    expect(html.replace(/<(span|p|code|div)[^>]* v-pre.*?<\/\1>/gs, ""), each.id).not.toMatch(/(?<!v-pre[^<]*)\{\{/);
  }
});

describe("words that look like something else", () => {
  const hostile = '<script>alert(1)</script> {{ 1 + 1 }} [x](javascript:alert(1)) | `code` *b* _i_ $x$ ::: # &amp; "';
  const forged = theorem({
    id: "batchnorm/forged",
    kind: "remark",
    title: hostile,
    notation: { [hostile]: hostile },
    parameters: { a: { set: "choice", of: [hostile], doc: hostile } },
    assumptions: [],
    claim: equation(symbol(hostile), symbol("a")),
    source: [{ key: hostile, at: hostile }],
    uses: [],
    proof: { kind: "open", reason: hostile },
    checks: [{ kind: "exact", proofs: [{ id: hostile }] as never }],
  }) as unknown as Theorem;

  test("are words on the page and in the list", () => {
    for (const markdown of [withoutSteps(forged), theoremIndexMarkdown("batchnorm", [forged], link)]) {
      const html = render(markdown);
      expect(html).not.toMatch(/<script|href="javascript|<strong>b|<em>[bi]</);
      expect(html.replace(/<[^>]*v-pre[^>]*>.*?<\/(code|span|p)>/gs, "")).not.toContain("{{ 1");
    }
  });

  test("are one line, and letters stay as they are", () => {
    expect(escapeMarkdown("a\n\n# b")).toBe("a &#35; b");
    expect(escapeMarkdown("E phi(z)")).toBe("E phi&#40;z&#41;");
    expect(escapeMarkdown("naïve – 2 ≤ 3")).toBe("naïve – 2 ≤ 3");
  });
});

test("every source is in the bibliography", () => {
  for (const { id, source } of theorems) {
    for (const citation of source)
      expect(Object.hasOwn(bibliography, citation.key), `${id}: ${citation.key}`).toBe(true);
  }
  expect(workText({ key: "cho2009" })).toBe("Cho, Saul: Kernel Methods for Deep Learning, NIPS 2009");
  expect(workText({ key: "constructor" })).toBe("constructor");
});

test("fewer than half of the statements have their steps here, as docs/limits.md says", () => {
  const derived = theorems.filter(({ proof }) => proof.kind === "steps").length;
  expect(derived).toBeLessThan(theorems.length / 2);
  expect(derived).toBeGreaterThan(theorems.length / 3);
});

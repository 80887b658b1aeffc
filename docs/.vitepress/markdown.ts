/** How the documents are read: formulas by KaTeX, ids of theorems as links, files of the repository as files of the site. */
import { existsSync } from "node:fs";
import { katex } from "@mdit/plugin-katex";
import type { MarkdownRenderer } from "vitepress";

const theorems = new URL("../reference/theorems/", import.meta.url);

/** A formula that KaTeX refuses ends the build; Vue leaves the others alone. */
function checked(html: string): string {
  if (html.includes("katex-error")) throw new Error(`KaTeX refuses a formula: ${html}`);
  // a long one is scrolled, by keys too
  return html.replace(/^<span/, "<span v-pre").replace(/^<p/, '<p v-pre tabindex="0"');
}

/** The page of the theorem that a piece of code names. */
function theoremPage(code: string): string | null {
  const id = /^[a-z]+\/[a-z0-9-]+$/.test(code) && existsSync(new URL(`${code}.md`, theorems));
  return id ? `/reference/theorems/${code}.md` : null;
}

/** Links to files outside of `docs` go to their copies, pages or files. */
const outside = (href: string): string =>
  href
    .replace(/^(?:\.\.\/)+(schema|examples)\//, "/files/$1/")
    .replace(/^(?:\.\.\/)+CONTRIBUTING\.md/, "/reference/contributing.md")
    .replace(/^(?:\.\.\/)+CHANGELOG\.md/, "/reference/changelog.md");

export function readMarkdown(md: MarkdownRenderer): void {
  // its types are those of another copy of markdown-it
  katex(md as never, { delimiters: "dollars", logger: () => "error", transformer: checked });

  // two braces are no template of Vue's
  const text = md.renderer.rules.text!;
  md.renderer.rules.text = (...given) =>
    text(...given)
      .replaceAll("{{", "&#123;&#123;")
      .replaceAll("}}", "&#125;&#125;");

  md.core.ruler.push("links", ({ tokens, Token }) => {
    for (const [i, { children, type }] of tokens.entries()) {
      if (type !== "inline" || children === null || tokens[i - 1]?.type === "heading_open") continue;
      let depth = 0;
      tokens[i]!.children = children.flatMap((token) => {
        depth += token.type === "link_open" ? 1 : token.type === "link_close" ? -1 : 0;
        const href = token.type === "link_open" ? token.attrGet("href") : null;
        if (href !== null) token.attrSet("href", outside(href));
        const page = token.type === "code_inline" && depth === 0 ? theoremPage(token.content) : null;
        if (page === null) return [token];
        const open = new Token("link_open", "a", 1);
        open.attrSet("href", page);
        return [open, token, new Token("link_close", "a", -1)];
      });
    }
  });
}

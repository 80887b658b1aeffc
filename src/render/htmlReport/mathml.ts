import katex from "katex";
import { type Html, raw } from "./html.js";

/** Longer formulas are wider than a page; they are written as text, which is broken into lines. */
export const LONGEST_TEX = 420;

/**
 * TeX as MathML: browsers draw it with fonts of their own, so that a page needs no script, no font file and no style sheet for its formulas, and a screen
 * reader reads them. Text in the TeX is escaped; links and raw HTML are not obeyed. What is not TeX is shown as it stands.
 */
export function mathml(tex: string, { display = false }: { readonly display?: boolean } = {}): Html {
  const markup = katex.renderToString(tex, {
    ...{ output: "mathml", displayMode: display, throwOnError: false, trust: false, strict: "ignore", maxExpand: 100 },
  });
  return raw(markup);
}

import katex from "katex";
import { type Html, raw } from "./html.js";

/** Letters that MathML Core has as characters only: browsers pass over mathvariant. */
const letters: Readonly<Record<string, string>> = {
  "double-struck E": "\u{1D53C}",
  "script L": "\u2112",
  "script N": "\u{1D4A9}",
};

const SPACE = '<mspace width="0.17em"></mspace>';

/** Function application, which TeX sets with a thin space at both sides and MathML with none. */
const withSpaces = (markup: string): string =>
  markup
    .replace(/<mo>\u2061<\/mo>(?!<mo[^>]*>\(|<mrow><mo fence)/g, (apply) => apply + SPACE)
    .replace(
      /(<\/(?:mi|mn|msup|msub|mrow|msqrt|mfrac)>|\)<\/mo>)(?=<mi[^>]*>\w{2,}<\/mi><mo>\u2061)/g,
      (end) => end + SPACE,
    );

/**
 * TeX as MathML: browsers draw it with fonts of their own, so that a page needs no script, no font file and no style sheet for its formulas, and a screen
 * reader reads them. Text in the TeX is escaped; links and raw HTML are not obeyed. What is not TeX is shown as it stands.
 */
export function mathml(tex: string, { display = false }: { readonly display?: boolean } = {}): Html {
  // negative spaces become wide ones
  const markup = katex.renderToString(tex.replaceAll("\\!", ""), {
    ...{ displayMode: display, throwOnError: false, trust: false, strict: "ignore", maxExpand: 100 },
    output: "mathml",
  });
  const [shown, ...rest] = markup.split("<annotation");
  const plain = shown!.replace(/<mi mathvariant="([\w-]+)">(\w)<\/mi>/g, (whole, variant: string, letter: string) => {
    const found = letters[`${variant} ${letter}`];
    return found === undefined ? whole : `<mi>${found}</mi>`;
  });
  return raw([withSpaces(plain), ...rest].join("<annotation"));
}

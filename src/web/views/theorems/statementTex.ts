/** A theorem as LaTeX that stands by itself in a document with amsmath. */
import { escapeTex } from "../../../render/latex.js";
import { printable } from "../../../render/printable.js";
import type { Statement } from "./statement.js";

const list = (title: string, items: readonly string[]): readonly string[] =>
  items.length === 0 ? [] : [title, "\\begin{itemize}", ...items.map((item) => `  \\item ${item}`), "\\end{itemize}"];

const display = (tex: string): readonly string[] => ["\\[", `  ${tex}`, "\\]"];

/** The claim, the assumptions, the symbols; what the paper prints instead. */
export function statementTex(statement: Statement): string {
  const { id, title, source, claim, assumptions, parameters, notation, erratum } = statement;
  const symbols = [
    ...parameters.map(({ tex, control }) => `$${tex}$: ${escapeTex(`${control.doc}; ${control.domain}`)}`),
    ...notation.map(([tex, meaning]) => `$${tex}$: ${escapeTex(meaning)}`),
  ];
  const printed = erratum === null ? [] : ["Printed instead:", ...display(erratum.tex), escapeTex(erratum.says)];
  return `${[
    "% needs \\usepackage{amsmath, amssymb}",
    `% ${printable(id)}`,
    `\\textbf{${escapeTex(title)}} (${escapeTex(source)})`,
    ...display(claim.tex),
    ...list(
      "Assuming",
      assumptions.map((tex) => `$${tex}$`),
    ),
    ...list("where", symbols),
    ...printed,
  ].join("\n")}\n`;
}

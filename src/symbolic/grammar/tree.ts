import { create, parseDependencies } from "mathjs/number";
import type { TheoryError } from "../../errors.js";

/** The few fields of the parser's nodes that are read; everything else about them is ignored. */
export interface Node {
  readonly type: string;
  readonly op?: string;
  readonly fn?: string | Node;
  readonly args?: readonly Node[];
  readonly implicit?: boolean;
  readonly content?: Node;
  readonly condition?: Node;
  readonly trueExpr?: Node;
  readonly falseExpr?: Node;
  readonly conditionals?: readonly string[];
  readonly params?: readonly Node[];
}

let mathjsParse: ((text: string) => Node) | null = null;

/** Made on first use: importing this module does no work. */
function mathjs(): (text: string) => Node {
  mathjsParse ??= create({ parseDependencies }, {}).parse as unknown as (text: string) => Node;
  return mathjsParse;
}

/**
 * The parser's tree of a text. Where there is none, it throws what `failed` makes of the position, the end of the text where the
 * parser names none, and of the parser's words.
 */
export function readTree(text: string, failed: (at: number, reason: string) => TheoryError): Node {
  try {
    return mathjs()(text);
  } catch (error) {
    const character = (error as { char?: unknown }).char;
    const at = typeof character === "number" ? character - 1 : text.length;
    const reason = error instanceof Error ? error.message.replace(/ \(char \d+\)$/, "") : "it does not parse";
    throw failed(at, reason.toLowerCase());
  }
}

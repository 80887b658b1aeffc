import { TheoryError } from "../../errors.js";

/** An error at `text[start, end)`; the caret is at least one character wide and stays inside the text. */
export type SyntaxErrorAt = (text: string, start: number, end: number, message: string, remedy: string) => TheoryError;

/** The errors of a parameter that is written as text, code "syntax". */
export function syntaxErrorOf(parameter: string, domain: string): SyntaxErrorAt {
  return (text, start, end, message, remedy) => {
    const from = Math.max(0, Math.min(start, text.length));
    return new TheoryError(message, {
      code: "syntax",
      parameter,
      value: text.length > 500 ? `${text.slice(0, 60)}...` : text,
      domain,
      remedy,
      place: { text, start: from, end: Math.max(from + 1, Math.min(end, text.length)) },
    });
  };
}

import { TheoryError } from "../../errors.js";

export const formulaDomain = "a formula such as J(1, -1/(B-1))^2 + 3*pi/2, or an equation: left == right";

/** An error at `text[start, end)`; the caret is at least one character wide and stays inside the text. */
export function syntaxError(text: string, start: number, end: number, message: string, remedy: string): TheoryError {
  const from = Math.max(0, Math.min(start, text.length));
  return new TheoryError(message, {
    code: "syntax",
    parameter: "formula",
    value: text.length > 500 ? `${text.slice(0, 60)}...` : text,
    domain: formulaDomain,
    remedy,
    place: { text, start: from, end: Math.max(from + 1, Math.min(end, text.length)) },
  });
}

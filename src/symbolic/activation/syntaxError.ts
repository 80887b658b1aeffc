import { TheoryError } from "../../errors.js";

export const activationDomain = "an expression in x, such as tanh(2*x), x > 0 ? x : 0.1*x or relu(x)^1.5";

/** An error at `text[start, end)`; the caret is at least one character wide and stays inside the text. */
export function syntaxError(text: string, start: number, end: number, message: string, remedy: string): TheoryError {
  const from = Math.max(0, Math.min(start, text.length));
  return new TheoryError(message, {
    code: "syntax",
    parameter: "activation",
    value: text.length > 500 ? `${text.slice(0, 60)}...` : text,
    domain: activationDomain,
    remedy,
    place: { text, start: from, end: Math.max(from + 1, Math.min(end, text.length)) },
  });
}

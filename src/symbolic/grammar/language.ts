import type { SyntaxErrorAt } from "./syntaxError.js";

/** Characters that are refused, what to say of them, and what to write instead. */
export type Refusal = readonly [pattern: RegExp, message: string, remedy: string];

/** What the two kinds of text that are read, activations and formulas, differ in. Patterns of tokens are sticky. */
export interface Language {
  /** What a text is called in messages. */
  readonly noun: "expression" | "formula";
  readonly syntaxError: SyntaxErrorAt;
  /** One character that separates tokens. */
  readonly blank: RegExp;
  readonly word: RegExp;
  readonly operator: RegExp;
  /** The first match at a position wins. */
  readonly refused: readonly Refusal[];
}

/** The deepest nesting that is read. */
export const maximumLevels = 64;

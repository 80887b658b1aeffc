import type { Expression } from "../expression.js";

/**
 * How a call is written in a language. `#1`, `#2`, ... stand for the arguments as they are: the pattern's own brackets,
 * commas and braces keep them apart. In TeX also: `$1` an argument in small type (indices, exponents), and a sign after
 * the digit for what brackets it needs: `#1+` as a term of a sum, `#1*` as a factor, `#1.` as one thing; round and
 * square brackets of the pattern grow with what they hold; and a pattern without arguments is an operator name, `\tanh`
 * for \tanh x and \tanh(2 x). A function chooses the pattern by the arguments, with arguments of its own, or gives the
 * expression that is written in its place.
 */
export type Pattern =
  | string
  | ((...args: readonly Expression[]) => string | readonly [pattern: string, ...args: Expression[]] | Expression);

/**
 * How a head is written: between its arguments, before its argument, as `c ? a : b`, as a constant or as a function.
 * `symbol` and `name` are those of text; null where the language has nothing of the kind. In `javascript` a name that
 * begins with $ is a function of `format/javascriptFunctions.ts`.
 */
export type Notation =
  | {
      readonly form: "infix";
      readonly symbol: string;
      readonly precedence: number;
      readonly right?: true;
      readonly tex: string;
    }
  | { readonly form: "prefix"; readonly symbol: string; readonly precedence: number; readonly tex: string }
  | { readonly form: "conditional"; readonly precedence: number }
  | {
      readonly form: "constant";
      readonly name: string;
      readonly tex: string;
      readonly javascript: string;
      readonly sympy: string;
    }
  | {
      readonly form: "function";
      readonly name: string;
      readonly tex: Pattern;
      readonly javascript: Pattern | null;
      readonly sympy: Pattern | null;
    };

/** What a language writes, where it is not the function of that name. */
export type Written = Partial<Omit<Extract<Notation, { form: "function" }>, "form" | "name">>;

/** A function that TeX, JavaScript's Math and SymPy know by the same name, except for what is `written`. */
export const named = (name: string, written: Written = {}): Notation => ({
  form: "function",
  name,
  tex: `\\${name}`,
  javascript: `Math.${name}(#1)`,
  sympy: `${name}(#1)`,
  ...written,
});

export const infix = (symbol: string, precedence: number, tex = symbol): Notation => ({
  form: "infix",
  symbol,
  precedence,
  tex,
});

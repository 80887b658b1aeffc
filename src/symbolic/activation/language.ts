import type { Language } from "../grammar/language.js";
import { syntaxError } from "./syntaxError.js";

/** The text of an activation: one line of arithmetic, comparisons, conditionals and calls. */
export const activationLanguage: Language = {
  noun: "expression",
  syntaxError,
  blank: /[ \t]/,
  word: /[\p{L}_$][\p{L}\p{Nd}_$]*/uy,
  operator: /<=|>=|==|!=|[-+*/^(),<>?:]/y,
  refused: [
    [/\*\*/y, "** is not an operator", "use ^ for powers: x^2"],
    [/\.[*/^]/y, "elementwise operators are for matrices", "use *, / or ^"],
    [/&&|&/y, "& is not an operator here", "write `and` between two comparisons"],
    [/\|\||\|/y, "| is not an operator here", "write abs(x) for |x|, and `or` between two comparisons"],
    [/=>/y, "a function definition is not an expression", "write the formula itself, in x"],
    [/=/y, "assignments and definitions are not allowed", "write the formula itself, in x; compare with =="],
    [/!/y, "factorials are not allowed", "write != for `not equal`"],
    [/["'`]/y, "strings and transposes are not allowed", "write names without quotes"],
    [/[[\]]/y, "matrices and indexes are not allowed", "use parentheses ( )"],
    [/[{}]/y, "objects are not allowed", "use parentheses ( )"],
    [/;/y, "only one expression is allowed", "remove the semicolon"],
    [/[\n\r\u2028\u2029]/y, "only one line is allowed", "write the expression on one line"],
    [/#/y, "comments are not allowed", "remove the comment"],
    [/%/y, "% is not an operator here", "write the number out: 5% is 0.05"],
    [/~/y, "bit operations are not allowed", "use arithmetic and comparisons"],
    [/\./y, "property access is not allowed", "a dot may only stand inside a number, such as 0.5"],
    [/[×·⋅]/y, "this multiplication sign is not read", "use *"],
    [/[−–—]/y, "this dash is not a minus sign", "use the ordinary -"],
    [/≤/y, "≤ is not read", "write <="],
    [/≥/y, "≥ is not read", "write >="],
    [/[²³]/y, "superscripts are not read", "use ^: x^2"],
  ],
};

import type { Language } from "../grammar/language.js";
import { syntaxError } from "./syntaxError.js";

/** The text of a formula; line ends are blanks. */
export const formulaLanguage: Language = {
  noun: "formula",
  syntaxError,
  blank: /[ \t\n\r]/,
  /** A letter, then letters, digits and underscores, with primes before indices or at the end: B, m_11, t'_0, t_0'. */
  word: /[A-Za-z][A-Za-z0-9_]*'*(?:_[A-Za-z0-9_]*'*)*/y,
  operator: /<=|>=|==|!=|[-+*/^(),<>=?:]/y,
  refused: [
    [/\*\*/y, "** is not an operator", "use ^ for powers: B^2"],
    [/&/y, "& is not an operator here", "write `and` between two comparisons"],
    [/\|/y, "| is not an operator here", "write abs(c) for |c|"],
    [/!/y, "! is not an operator here", "write factorial(n) for n!"],
    [/["`]/y, "strings are not read", "write names without quotes"],
    [/'/y, "a prime stands at the end of a name", "write for example t'_0"],
    [/[[\]{}]/y, "only round parentheses are read", "use ( )"],
    [/_/y, "an index stands after a name", "write for example s_0"],
    [/;/y, "only one formula is read", "remove the semicolon"],
    [/\\/y, "TeX is not read", "write for example sqrt(B) and alpha"],
    [/%/y, "% is not an operator here", "write the number out: 5% is 0.05"],
    [/\./y, "a dot may only stand inside a number", "write for example 0.5"],
    [/[×·⋅]/y, "this multiplication sign is not read", "use *"],
    [/[−–—]/y, "this dash is not a minus sign", "use the ordinary -"],
    [/≤/y, "≤ is not read", "write <="],
    [/≥/y, "≥ is not read", "write >="],
    [/≠/y, "≠ is not read", "write !="],
    [/[²³]/y, "superscripts are not read", "use ^: B^2"],
    [/√/y, "√ is not read", "write sqrt(B)"],
    [/∞/y, "∞ is not read", "write infinity"],
    [/\p{Script=Greek}/uy, "Greek letters are not read", "write their names: alpha, beta, pi"],
  ],
};

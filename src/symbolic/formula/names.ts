import { call, type Expression, type HeadName, headNames, integer } from "../expression.js";
import { heads } from "../heads.js";

const aliases: Readonly<Record<string, HeadName>> = {
  arcsin: "Asin",
  arccos: "Acos",
  arctan: "Atan",
  ln: "Log",
};

/** Every function by its name in text, as `format/text.ts` writes it. */
const functions: ReadonlyMap<string, HeadName> = new Map([
  ...headNames.flatMap((head) => {
    const { notation } = heads[head];
    return notation.form === "function" ? [[notation.name, head] as const] : [];
  }),
  ...Object.entries(aliases),
]);

const constants: ReadonlyMap<string, Expression> = new Map<string, Expression>([
  ...headNames.flatMap((head) => {
    const { notation } = heads[head];
    return notation.form === "constant" ? [[notation.name, call(head)] as const] : [];
  }),
  ["inf", call("Infinity")],
  ["Infinity", call("Infinity")],
  ["e", call("Exp", integer(1))],
]);

/** Functions whose names are symbols too when nothing is called. */
const alsoSymbols: ReadonlySet<string> = new Set(["beta", "gamma", "J", "O"]);

export const functionOf = (name: string): HeadName | null => functions.get(name) ?? null;

export const constantOf = (name: string): Expression | null => constants.get(name) ?? null;

/** True for a function's name that must not stand alone: `sin x` would silently be a product. */
export const needsArguments = (name: string): boolean => functions.has(name) && !alsoSymbols.has(name);

/** Words that mean something else wherever formulas are written: as symbols, `a mod b` would silently be a product. */
const reservedWords: ReadonlySet<string> = new Set("in mod xor to true false null undefined NaN".split(" "));

/** Names that every JavaScript object has are no symbols either: a table of symbols must not find them. */
export const isReserved = (name: string): boolean => reservedWords.has(name) || name in Object.prototype;

/** The function that a misspelt name is in other letters (Gamma, elliptic_k), or null. */
export function nearestFunction(name: string): string | null {
  const letters = (word: string) => word.toLowerCase().replaceAll("_", "");
  return [...functions.keys()].find((known) => letters(known) === letters(name)) ?? null;
}

export const functionNames = (): readonly string[] => [...functions.keys()];

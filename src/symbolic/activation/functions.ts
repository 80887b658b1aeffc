import { editDistance } from "../editDistance.js";
import type { HeadName } from "../expression.js";
import { presets } from "./presets.js";

/** Functions of one expression, by their name in text. */
export const unaryFunctions: ReadonlyMap<string, HeadName> = new Map<string, HeadName>([
  ["exp", "Exp"],
  ["expm1", "Expm1"],
  ["log", "Log"],
  ["ln", "Log"],
  ["log1p", "Log1p"],
  ["log2", "Log2"],
  ["log10", "Log10"],
  ["sqrt", "Sqrt"],
  ["cbrt", "Cbrt"],
  ["sin", "Sin"],
  ["cos", "Cos"],
  ["tan", "Tan"],
  ["asin", "Asin"],
  ["acos", "Acos"],
  ["atan", "Atan"],
  ["sinh", "Sinh"],
  ["cosh", "Cosh"],
  ["tanh", "Tanh"],
  ["sech", "Sech"],
  ["asinh", "Asinh"],
  ["acosh", "Acosh"],
  ["atanh", "Atanh"],
  ["erf", "Erf"],
  ["erfc", "Erfc"],
  ["sigmoid", "Sigmoid"],
  ["softplus", "Softplus"],
  ["abs", "Abs"],
  ["sign", "Sign"],
  ["step", "Step"],
]);

/** Functions of two or more expressions (min, max) or of exactly two (pow). */
export const variadicFunctions: ReadonlyMap<string, HeadName> = new Map<string, HeadName>([
  ["min", "Min"],
  ["max", "Max"],
  ["pow", "Power"],
]);

export const constants: ReadonlyMap<string, number> = new Map([
  ["pi", Math.PI],
  ["π", Math.PI],
  ["e", Math.E],
]);

export const isFunctionName = (name: string): boolean =>
  unaryFunctions.has(name) || variadicFunctions.has(name) || presets.has(name);

/** Every name that text may contain, for suggestions. */
export function knownNames(): string[] {
  return ["x", ...constants.keys(), ...unaryFunctions.keys(), ...variadicFunctions.keys(), ...presets.keys()];
}

/** The known name nearest to a misspelt one, or null when none is near. */
export function nearestName(name: string): string | null {
  if (!/^[A-Za-z][A-Za-z0-9_]{1,29}$/.test(name)) return null;
  const letters = (word: string) => word.toLowerCase().replaceAll("_", "");
  const limit = name.length <= 3 ? 1 : name.length <= 6 ? 2 : 3;
  let best: string | null = null;
  let bestScore = limit + 1;
  for (const candidate of knownNames()) {
    if (candidate.length < 2) continue;
    // Between names at the same distance, the one of the same length: tahn is tanh, not tan.
    const score = editDistance(letters(name), letters(candidate)) + (candidate.length === name.length ? 0 : 0.5);
    if (score < bestScore && score < candidate.length - 0.5) [best, bestScore] = [candidate, score];
  }
  return best;
}

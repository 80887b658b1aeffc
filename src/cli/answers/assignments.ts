import { rationalFromDecimal } from "../../symbolic/precise/decimal.js";
import { divideRational, type Rational } from "../../symbolic/rational.js";
import { badValue, UsageError } from "../usageError.js";

const entryPattern = /^\s*([A-Za-z][A-Za-z0-9_']*)\s*=\s*([^/=\s]+)(?:\s*\/\s*([^/=\s]+))?\s*$/;
const numberPattern = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i;

/** The values of "B=8, c=-1/7, x=0.25", exactly, for exactly the symbols that are needed. Throws a UsageError. */
export function assignmentsOf(text: string, symbols: ReadonlySet<string>): ReadonlyMap<string, Rational> {
  const complain = (entry: string) =>
    badValue(
      "--at",
      entry,
      "a value for each symbol: whole numbers, decimals or fractions",
      'Write for example --at "B=8,c=-1/7".',
    );
  const values = new Map<string, Rational>();
  for (const entry of text.trim() === "" ? [] : text.split(",")) {
    const [, name, top, bottom = "1"] = entryPattern.exec(entry) ?? [];
    if (name === undefined || !numberPattern.test(top!) || !numberPattern.test(bottom)) throw complain(entry.trim());
    const divisor = rationalFromDecimal(bottom);
    if (divisor.numerator === 0n) throw complain(entry.trim());
    if (values.has(name)) throw new UsageError(`--at: ${name} has two values. Give one.`);
    if (!symbols.has(name)) throw new UsageError(`--at: ${name} does not occur in the formula. Leave it out.`);
    values.set(name, divideRational(rationalFromDecimal(top!), divisor));
  }
  const missing = [...symbols].filter((name) => !values.has(name));
  if (missing.length > 0)
    throw new UsageError(`--at: ${missing.join(", ")} without a value. Write for example --at "${missing[0]}=2".`);
  return values;
}

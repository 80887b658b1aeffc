import { badValue } from "./usageError.js";

/** The most networks that one call looks at. */
export const MAX_COMBINATIONS = 100_000;

const numberPattern = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const infinityPattern = /^\+?(inf|infinity|∞)$/i;
const rangePattern = /^(.+?)\.\.(.+?)(?::(.+))?$/;

/** A finite number in decimal notation, or null: "0x10", "1_000", "" and "1e999" are none. */
export function readNumber(text: string): number | null {
  if (!numberPattern.test(text)) return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

export interface ListRules {
  readonly option: string;
  /** What one entry may be, in words. */
  readonly domain: string;
  readonly example: string;
  /** inf is allowed. */
  readonly infinity?: boolean;
  /** The step of a range that names none; without it, ranges must name theirs. */
  readonly step?: number;
  readonly integer?: boolean;
}

/** a, a+step, ... up to b; or a, 2a, 4a, ... for a step "x2". */
function range(rules: ListRules, entry: string, match: RegExpMatchArray): number[] {
  const { option, example } = rules;
  const complain = (domain: string) => badValue(option, entry, domain, `Write for example ${option} ${example}.`);
  const [from, to] = [readNumber(match[1]!), readNumber(match[2]!)];
  if (from === null || to === null) throw complain("a range of two numbers");
  if (from > to) throw complain("a range from the smaller to the larger number");
  const stepText = match[3] ?? (rules.step === undefined ? "" : String(rules.step));
  const factor = stepText.startsWith("x") ? readNumber(stepText.slice(1)) : null;
  if (factor !== null) {
    if (!(factor > 1 && from > 0)) throw complain("a factor above 1 after the x, and a range above 0");
    return numbers(option, entry, Math.log(to / from) / Math.log(factor), (i) => from * factor ** i);
  }
  const step = readNumber(stepText);
  if (step === null || step <= 0)
    throw complain("a range with a step above 0 or a factor after its colon, a..b:step or a..b:x2");
  return numbers(option, entry, (to - from) / step, (i) => from + i * step);
}

function numbers(option: string, entry: string, last: number, at: (i: number) => number): number[] {
  const count = Math.floor(last + 1e-9) + 1;
  if (!(count <= MAX_COMBINATIONS)) {
    throw badValue(
      option,
      entry,
      `at most ${MAX_COMBINATIONS} values`,
      "Use a larger step, such as a..b:100 or a..b:x2.",
    );
  }
  return Array.from({ length: count }, (_, i) => Number(at(i).toPrecision(15)));
}

/** The numbers of a text like "8,64,inf", "4..128", "4..128:4", "4..1024:x2". */
export function parseNumberList(text: string, rules: ListRules): number[] {
  const { option, domain, example } = rules;
  const list = text.split(",").flatMap((part) => {
    const entry = part.trim();
    const match = entry.match(rangePattern);
    if (match !== null) return range(rules, entry, match);
    const value = infinityPattern.test(entry) && rules.infinity ? Infinity : readNumber(entry);
    if (value === null) throw badValue(option, entry, domain, `Write for example ${option} ${example}.`);
    return [value];
  });
  const fraction = rules.integer ? list.find((value) => value !== Infinity && !Number.isInteger(value)) : undefined;
  if (fraction !== undefined)
    throw badValue(option, String(fraction), domain, `Write for example ${option} ${example}.`);
  return list;
}

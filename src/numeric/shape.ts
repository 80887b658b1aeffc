/** What callers without types may pass: each shape throws a TheoryError that names the argument, the entry and what belongs there. */
import { domainError } from "./domain.js";

/** Throws TheoryError unless the value has that shape; `parameter` is its name in the message. */
export type Shape = (parameter: string, value: unknown) => void;

/** Products of numbers up to this, and their squares, are doubles. */
const LARGEST_INPUT = 1e100;

function refuse(parameter: string, value: unknown, domain: string): never {
  const shown =
    value === undefined
      ? "missing"
      : Array.isArray(value)
        ? "a list"
        : typeof value === "object" && value
          ? "an object"
          : value;
  const given =
    typeof shown === "function" ? "a function" : typeof shown === "string" && shown === value ? `"${shown}"` : shown;
  throw domainError(parameter, given, domain, `Pass ${domain}.`);
}

/** The shape of everything that passes the test. */
export const having =
  (domain: string, test: (value: unknown) => boolean): Shape =>
  (parameter, value) => {
    if (!test(value)) refuse(parameter, value, domain);
  };

const isModest = (value: unknown): boolean => Number.isFinite(value) && Math.abs(value as number) <= LARGEST_INPUT;

/** A number of magnitude 1e100 at most, so that nothing computed from it overflows into NaN. */
export const modest = having(`a finite number of at most ${LARGEST_INPUT} in magnitude`, isModest);
export const finite = having("a finite number", Number.isFinite);
export const fromZero = having(
  "a finite number from 0 up",
  (value) => Number.isFinite(value) && (value as number) >= 0,
);
export const text = having("a text", (value) => typeof value === "string");
export const flag = having("true or false", (value) => typeof value === "boolean");
export const callable = having("a function", (value) => typeof value === "function");
export const anyList = having("a list", Array.isArray);
const anyObject = having("an object with named entries", (value) => {
  return typeof value === "object" && value !== null && !Array.isArray(value);
});

/** A list or typed array of modest numbers. */
export const vector: Shape = (parameter, value) => {
  if (!Array.isArray(value) && !(value instanceof Float64Array)) refuse(parameter, value, "a list of numbers");
  for (let i = 0; i < value.length; i++) if (!isModest(value[i])) modest(`${parameter}[${i}]`, value[i]);
};

/** A list of that shape, of so many entries at least. */
export const list =
  (of: Shape, least = 0): Shape =>
  (parameter, value) => {
    if (!Array.isArray(value)) refuse(parameter, value, "a list");
    if (value.length < least) refuse(parameter, "[]", `a list of ${least} or more`);
    for (let i = 0; i < value.length; i++) of(`${parameter}[${i}]`, value[i]);
  };

/** Rows of numbers; whether there are any and they are ragged is for `assertMatrix`. */
export const matrix: Shape = list(vector);

/** The same where entries of any finite size, and others, are judged later. */
export const numbers: Shape = list(having("a number", (value) => typeof value === "number"));
export const anyMatrix: Shape = list(numbers);

export const oneOf = (...values: readonly string[]): Shape =>
  having(`one of ${values.join(", ")}`, (value) => values.includes(value as string));

/** Two modest numbers. */
export const pairShape: Shape = (parameter, value) => {
  vector(parameter, value);
  if ((value as readonly number[]).length !== 2) refuse(parameter, value, "two numbers");
};

export const optional =
  (of: Shape): Shape =>
  (parameter, value) => {
    if (value !== undefined) of(parameter, value);
  };

/** An object with these entries; others are not looked at. */
export const record =
  (entries: Readonly<Record<string, Shape>>): Shape =>
  (parameter, value) => {
    anyObject(parameter, value);
    for (const [name, of] of Object.entries(entries))
      of(`${parameter}.${name}`, (value as Record<string, unknown>)[name]);
  };

/** The same with entries that need no prefix in messages: options, some of them required. */
export const settingsOf =
  (entries: Readonly<Record<string, Shape>>): Shape =>
  (parameter, value) => {
    anyObject(parameter, value);
    for (const [name, of] of Object.entries(entries)) of(name, (value as Record<string, unknown>)[name]);
  };

/** Options, every one of which may be left out. */
export const optionsOf = (entries: Readonly<Record<string, Shape>>): Shape =>
  settingsOf(Object.fromEntries(Object.entries(entries).map(([name, of]) => [name, optional(of)])));

/** A frozen object that a builder has made and checked, with those entries; copies are not checked again, and refused. */
export const madeBy = (builder: string, ...entries: readonly string[]): Shape =>
  having(`what ${builder} returns, not a copy`, (value) => {
    return (
      typeof value === "object" && value !== null && Object.isFrozen(value) && entries.every((name) => name in value)
    );
  });

/** A map from names to that shape. */
export const mapOf =
  (of: Shape): Shape =>
  (parameter, value) => {
    if (!(value instanceof Map)) refuse(parameter, value, "a Map by name");
    for (const [name, entry] of value) of(`${parameter}.get(${String(name)})`, entry);
  };

/** Of `solveOde`; it checks their ranges. */
export const odeOptions = { tolerance: finite, maxEvals: finite } as const;

/** Every argument in turn. */
export function assertShapes(shapes: Readonly<Record<string, Shape>>, values: Readonly<Record<string, unknown>>): void {
  for (const [name, shape] of Object.entries(shapes)) shape(name, values[name]);
}

const isBounded = (value: unknown): boolean => {
  if (typeof value === "number") return Number.isFinite(value);
  if (Array.isArray(value) || value instanceof Float64Array) return (value as readonly unknown[]).every(isBounded);
  return true;
};

/** Throws TheoryError where a number in these lists has overflowed: the arguments were too large. */
export function withoutOverflow(parameter: string, ...lists: readonly unknown[]): void {
  if (lists.every(isBounded)) return;
  throw domainError(parameter, "a magnitude that overflows", "numbers whose products are doubles", "Scale them down.");
}

/** Valid arguments in which one argument, or one entry inside one, is replaced by what does not belong there. */
import { isTheoryError } from "../../src/errors.js";

type Function = (...values: never[]) => unknown;

/** Functions by name, each with valid arguments. */
export type Cases = Readonly<Record<string, readonly unknown[]>>;

const wrong: readonly unknown[] = [undefined, null, Number.NaN, "x", {}, [], -1, 1e308, () => Number.NaN];

const DEEPEST = 5;

/** The paths into a value: of a list its first and its last entry, of an object every entry. */
function pathsInto(value: unknown, depth = 0): readonly (readonly PropertyKey[])[] {
  if (typeof value !== "object" || value === null || value instanceof Map || depth === DEEPEST) return [];
  const keys: PropertyKey[] =
    Array.isArray(value) || ArrayBuffer.isView(value)
      ? [...new Set([0, (value as ArrayLike<unknown>).length - 1])].filter((key) => key >= 0)
      : Object.keys(value);
  return keys.flatMap((key) => [
    [key],
    ...pathsInto((value as Record<PropertyKey, unknown>)[key], depth + 1).map((path) => [key, ...path]),
  ]);
}

/** A copy along the path, the rest shared. */
function replaced(value: unknown, [key, ...rest]: readonly PropertyKey[], by: unknown): unknown {
  if (key === undefined) return by;
  const copy = Array.isArray(value)
    ? [...value]
    : ArrayBuffer.isView(value)
      ? Float64Array.from(value as Float64Array)
      : { ...(value as object) };
  const inner = (value as Record<PropertyKey, unknown>)[key];
  (copy as Record<PropertyKey, unknown>)[key] = replaced(inner, rest, by);
  return copy;
}

/** Whether NaN occurs in it. */
export function hasNaN(value: unknown): boolean {
  if (typeof value === "number") return Number.isNaN(value);
  if (typeof value !== "object" || value === null) return false;
  if (value instanceof Map) return [...value.values()].some(hasNaN);
  if (value instanceof Float64Array) return value.some(Number.isNaN);
  return Object.values(value).some(hasNaN);
}

const shown = (value: unknown): string =>
  typeof value === "function"
    ? "a function"
    : typeof value === "string"
      ? `"${value}"`
      : String(JSON.stringify(value) ?? value);

/** Milliseconds of processor time: a busy machine slows no call down. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** What every misuse of the function does that it should not, one line each; taking more than `slowest` ms of processor time is one. */
export function misuses(
  call: Function,
  values: readonly unknown[],
  slowest = Number.POSITIVE_INFINITY,
): readonly string[] {
  const found: string[] = [];
  const attempt = (what: string, given: readonly unknown[]) => {
    const start = processorTime();
    try {
      if (hasNaN(call(...(given as never[])))) found.push(`${what}: NaN`);
    } catch (error) {
      if (!isTheoryError(error)) found.push(`${what}: ${String(error)}`);
    }
    const spent = processorTime() - start;
    if (spent > slowest) found.push(`${what}: ${Math.round(spent)} ms`);
  };
  for (let count = 0; count < values.length; count++) attempt(`${count} arguments`, values.slice(0, count));
  for (const path of pathsInto(values)) {
    for (const by of wrong)
      attempt(
        `${path.map(String).join(".")} = ${Number.isNaN(by) ? "NaN" : shown(by)}`,
        replaced(values, path, by) as unknown[],
      );
  }
  return found;
}

/** The exported functions, but for the error class. */
export const functionsOf = (surface: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.keys(surface).filter((name) => typeof surface[name] === "function" && name !== "TheoryError");

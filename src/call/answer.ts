import * as z from "zod";
import { isTheoryError } from "../errors.js";
import type { CallError } from "./callError.js";
import { inputErrorOf } from "./inputErrorOf.js";
import type { Kind } from "./kind.js";
import { kinds } from "./kinds/index.js";
import { nearNames } from "./nearNames.js";
import { refusal } from "./refusal.js";
import { shownValue } from "./shownValue.js";
import { isExtreme, soundnessOf } from "./soundness.js";
import { theoryErrorOf } from "./theoryErrorOf.js";

export type EntryId = string | number | null;

/** What came of one entry; `id` is the entry's own. */
export type Answer =
  | { readonly id: EntryId; readonly result: unknown }
  | { readonly id: EntryId; readonly error: CallError };

const byName: ReadonlyMap<unknown, Kind> = new Map(kinds.map((kind) => [kind.name, kind]));

/** The kind of that name; null where there is none. */
export const kindNamed = (name: string): Kind | null => byName.get(name) ?? null;

/** The error of a name that is no kind. */
export function unknownKind(name: unknown): CallError {
  const near =
    typeof name === "string"
      ? nearNames(
          name,
          kinds.map((kind) => kind.name),
        )
      : [];
  const remedy = near.length > 0 ? `Did you mean ${near.join(" or ")}?` : "theoria call --kinds lists them.";
  return refusal("kind", name, "the name of a kind", remedy);
}

function defect(kind: Kind, told: string): CallError {
  const remedy = "Please report it with the entry.";
  const message = `internal error: ${told.split("\n")[0]}. This is a defect in theoria. ${remedy}`;
  return {
    code: "internal",
    message,
    parameter: "kind",
    value: kind.name,
    domain: "inputs that the kind describes",
    remedy,
  };
}

const isInfinite = (value: unknown) => typeof value === "number" && !Number.isFinite(value);

function overflow(inputs: unknown): CallError {
  const [domain, remedy] = [
    "numbers whose products are doubles",
    "Scale the inputs: sizes from 1e-50 to 1e50 are safe.",
  ];
  const message = `numbers overflow on the way to the result: expected ${domain}. ${remedy}`;
  return { code: "domain", message, parameter: "inputs", value: shownValue(inputs), domain, remedy };
}

function compute(kind: Kind, inputs: unknown): { readonly result: unknown } | { readonly error: CallError } {
  // no code is made of schemas: pages may forbid that
  const parsed = kind.inputs.safeParse(inputs, { jitless: true });
  const keys = kind.inputs instanceof z.ZodObject ? Object.keys(kind.inputs.shape) : [];
  const help = `theoria call --kind ${kind.name} shows the inputs.`;
  if (!parsed.success) return { error: inputErrorOf(parsed.error.issues[0]!, inputs, keys, help) };
  // numbers that overflow may end as NaN, or in the hands of a routine that does not expect them
  const broken = (told: string) => ({ error: isExtreme(parsed.data) ? overflow(inputs) : defect(kind, told) });
  try {
    const result = kind.compute(parsed.data);
    const sound = soundnessOf(result);
    if (sound.infinite && !kind.infinities && isExtreme(parsed.data)) return { error: overflow(inputs) };
    return sound.broken ? broken("a result is not a number") : { result };
  } catch (error) {
    if (!isTheoryError(error)) return broken(error instanceof Error ? error.message : String(error));
    const told = theoryErrorOf(error, kind.names);
    // inputs are finite: an infinite value is one that overflowed on the way, as is a large one that is none of the inputs
    const onTheWay = isInfinite(error.details.value) || !keys.includes(told.parameter.split(/[[.]/)[0]!);
    return { error: onTheWay && kind.area !== "batchnorm" && isExtreme(parsed.data) ? overflow(inputs) : told };
  }
}

/** The answer to one entry { id, kind, inputs }; keys besides these are ignored. Never throws. */
export function answer(entry: unknown): Answer {
  if (typeof entry !== "object" || entry === null || Array.isArray(entry)) {
    const domain = 'an object with "kind" and "inputs"';
    return {
      id: null,
      error: refusal("entry", entry, domain, 'For example {"kind": "transition", "inputs": {"batch": 8}}.'),
    };
  }
  const own = (key: string): unknown =>
    Object.hasOwn(entry, key) ? (entry as Record<string, unknown>)[key] : undefined;
  const [id = null, name, inputs] = [own("id"), own("kind"), own("inputs")];
  if (id !== null && typeof id !== "string" && typeof id !== "number") {
    return { id: null, error: refusal("id", id, "a text or a number", "It is repeated with the result.") };
  }
  const kind = byName.get(name);
  return { id, ...(kind === undefined ? { error: unknownKind(name) } : compute(kind, inputs)) };
}

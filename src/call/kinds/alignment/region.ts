/** Training regions as inputs have them: a text for boxes, or numbers. */
import * as z from "zod";
import type { Region } from "../../../theory/alignment/regions/polytope.js";
import { decimal, matrix, vector } from "../../schemas.js";

const power = `\\[\\s*(${decimal})\\s*,\\s*(${decimal})\\s*\\](?:\\s*\\^\\s*([1-9]\\d{0,2}))?`;
const factors = new RegExp(power, "g");
const text = new RegExp(`^\\s*[bB][oO][xX]\\s*${power}(?:\\s*[xX]\\s*${power})*\\s*$`);

const example =
  '"box [-1,1]^2", "box [0,1] x [-2,2]^3", {"low": [...], "high": [...]} or {"A": [[...]], "b": [...]} for A x <= b';

export const region = z
  .union(
    [
      z.string().regex(text, { error: example }),
      z.strictObject({ low: vector, high: vector }),
      z.strictObject({ A: matrix, b: vector }),
    ],
    { error: example },
  )
  .describe(`Region of the inputs: ${example}.`);

/** The ends of every coordinate, for a text. */
export function regionOf(given: z.output<typeof region>): Region {
  if (typeof given !== "string") return given;
  const ends = [...given.matchAll(factors)].flatMap(([, low, high, count = "1"]) =>
    Array.from({ length: Number(count) }, () => [Number(low), Number(high)] as const),
  );
  return { low: ends.map(([low]) => low), high: ends.map(([, high]) => high) };
}

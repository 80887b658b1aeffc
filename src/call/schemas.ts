/** What the inputs and results of many kinds are made of. */
import * as z from "zod";

/** A decimal number within a text, for regular expressions. */
export const decimal = "[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?";

/** Finite. */
export const number = z.number();
/** Of a result: JSON has no infinities, they are written as texts. */
export const real = z
  .union([z.number(), z.enum(["Infinity", "-Infinity"])])
  .meta({ id: "real" }) as unknown as z.ZodNumber;
export const vector = z.array(number).min(1);
export const integers = z.array(z.int()).min(1);
const vectors = z.array(vector).min(1);

/** Rows of one length; what is ragged is named by its row. */
export const matrix = vectors.check(({ value, issues }) => {
  const columns = value[0]?.length;
  const bad = value.findIndex((row) => row.length !== columns);
  if (bad < 0) return;
  const message = `rows of one length, here ${columns}`;
  const remedy = "Give every row as many numbers as the first.";
  issues.push({ code: "custom", input: value[bad], path: [bad], message, params: { remedy } });
});

/** Results: no checks. */
export const reals = z.array(real);
export const realRows = z.array(reals);

export const estimate = z
  .object({ value: real, error: real, method: z.string(), evals: z.int(), converged: z.boolean() })
  .meta({ id: "estimate", description: "A number with its error." });

/** A check of an object: the lists under these keys are as long as the first; absent ones are not looked at. */
export function sameLength<K extends string>(first: K, ...others: readonly K[]) {
  return ({ value, issues }: z.core.ParsePayload<{ readonly [key in K]?: readonly unknown[] | undefined }>): void => {
    const length = value[first]!.length;
    const wrong = others.find((key) => value[key] !== undefined && value[key].length !== length);
    if (wrong === undefined) return;
    const params = { remedy: `Give one for each of ${first}.` };
    issues.push({ code: "custom", input: value[wrong], path: [wrong], message: `a list of ${length}`, params });
  };
}

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { callSchema } from "../../src/call/callSchema.js";
import { errorOf, misfits } from "./support.js";

test("schema/call.schema.json is up to date (node scripts/callSchema.mjs writes it)", () => {
  const written = JSON.parse(readFileSync(new URL("../../schema/call.schema.json", import.meta.url), "utf8"));
  expect(written).toEqual(JSON.parse(JSON.stringify(callSchema())));
});

test("the schema refuses what is no request, no answer and no error", () => {
  const entry = { id: 1, kind: "transition", inputs: { batch: 8 } };
  for (const fits of [[entry], entry, { cases: [entry] }, [], [{ ...entry, expected: 1, how: "x" }]]) {
    expect(misfits("request", fits)).toEqual([]);
  }
  for (const wrong of [
    { ...entry, kind: "transitio" },
    { ...entry, inputs: { batch: "8" } },
    { id: 1 },
    { entries: [] },
    3,
  ]) {
    expect(misfits("request", wrong)).not.toEqual([]);
  }
  const error = errorOf({ kind: "nothing", inputs: {} });
  expect(misfits("answers", { results: [{ id: null, error }] })).toEqual([]);
  for (const wrong of [
    { results: [{ id: 1 }] },
    { results: [{ result: 1 }] },
    {},
    { results: [{ id: 1, error: { ...error, code: "odd" } }] },
  ]) {
    expect(misfits("answers", wrong)).not.toEqual([]);
  }
});

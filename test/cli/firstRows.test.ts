import { expect, it } from "vitest";
import { firstRows } from "../../src/cli/experiment/firstRows.js";

const text = '{"data":[[1,2],[],[3,4],[5]]}';

it("keeps the first rows, empty ones too, and all where there are no more", () => {
  expect(JSON.parse(firstRows(text, 1))).toEqual({ data: [[1, 2]] });
  expect(JSON.parse(firstRows(text, 3))).toEqual({ data: [[1, 2], [], [3, 4]] });
  for (const count of [4, 5, 100]) expect(firstRows(text, count)).toBe(text);
});

it("leaves a file of another kind as it is, for who parses it", () => {
  for (const other of ["", "{}", '{"data":[]}', "no JSON"]) expect(firstRows(other, 2)).toBe(other);
});

import { expect, test } from "vitest";
import { checkReport } from "../../src/render/checkReport.js";
import { renderReport } from "../../src/render/report.js";
import { check } from "../../src/verification/check.js";
import { product, simulated, square, toy, toySimulator } from "../verification/toys.js";

const results = await Promise.all(
  [
    toy(square, [product((x) => x * x - 1)]),
    toy(square, [product((x) => x * x - (x > 3 ? 2 : 1))], { id: "batchnorm/wrong" }),
    toy(square, [simulated(3, { resolution: 1e-9 })], { id: "batchnorm/weak" }),
  ].map(async (theorem) => {
    const simulate = toySimulator({ limit: 3, bias: 0, deviation: 1 });
    return { id: theorem.id, seed: 4, verdict: await check(theorem, { effort: "quick", seed: 4, simulate }) };
  }),
);
const report = checkReport(results, "quick");

test("a table of verdicts, with what failed, where, and how to repeat it", () => {
  const table = renderReport(report, "table");
  const words = table.replace(/\s+/g, " ");
  expect(words).toContain("1 hold, 1 refuted, 1 undecided.");
  expect(words).toContain("undecided: underpowered");
  expect(words).toMatch(
    /\(x - 1\)\(x \+ 1\) = another way: at x = [\d.]+ the left side is [\d.]+, the right side [\d.]+\./,
  );
  expect(words).toContain("Replay: theoria check batchnorm/wrong --quick --seed 4");
  expect(words).not.toContain("Replay: theoria check batchnorm/toy");
});

test("JSON and CSV have the verdicts in full", () => {
  const output = JSON.parse(renderReport(report, "json"));
  expect(output.summary).toEqual({ holds: 1, refuted: 1, undecided: 1 });
  expect(output.results.map(({ verdict }: { verdict: { status: string } }) => verdict.status)).toEqual([
    "holds",
    "refuted",
    "undecided",
  ]);
  expect(output.results[1].verdict.counterexample.at.x).toBeGreaterThan(3);
  const rows = renderReport(report, "csv").trim().split("\r\n");
  expect(rows.length).toBe(4);
  expect(rows[3]).toMatch(/^batchnorm\/weak,undecided,underpowered,0,/);
});

import { describe, expect, test } from "vitest";
import { theoria, widest, words } from "./support.js";

const run = (line: string, terminal = {}) => theoria(words(line), terminal);

describe("theoria dynamics", () => {
  test("prints where a network goes, both rates and the path", async () => {
    const { out, err, code } = await run("dynamics x^2 --batch 10");
    expect([err, code]).toEqual(["", 0]);
    expect(out).toMatch(/BSB2\s+3 \+ 7\s+3\.75935/);
    expect(out).toContain("become one");
    expect(out).toContain("Path, layer");
    expect(widest(out)).toBeLessThanOrEqual(100);
  });

  test("gives every number in JSON, with its error", async () => {
    const [result] = JSON.parse((await run("dynamics x^2 --batch 10 --seed 2 --json")).out).results;
    expect(result).toMatchObject({ kind: "bsb2", blocks: [3, 7], merged: [false, true], seed: 2, width: 1000 });
    expect(result.rate.error).toBeGreaterThan(0);
    expect(result.rate.value).toBeGreaterThan(result.bsb1.rate.value);
    expect(result.trainableDepth).toBeCloseTo(16 / Math.log(result.rate.value), 9);
    expect(result.covariance.diagonal).toHaveLength(2);
    expect(result.growth.value).toBeLessThan(1);
    expect(result.path.map(({ layer }: { layer: number }) => layer)).toContain(20);
  });

  test("counts basins", async () => {
    const { out } = await run("dynamics x^2 --batch 10 --basins 2 --json");
    const [{ runs, basins }] = JSON.parse(out).results;
    expect(runs).toBe(2);
    expect(basins[0]).toMatchObject({ kind: "bsb2", blocks: [3, 7] });
    expect((await run("dynamics x^2 --batch 10 --basins 2 --csv")).out).toContain("x^2,10,0,1,0,1,bsb2,3+7,");
  });

  test("stops when asked to, with what it has", async () => {
    let layers = 0;
    const terminal = { now: () => 1000 * layers++, interrupted: () => layers > 4 };
    const { code, err } = await run("dynamics gelu --batch 64", terminal);
    expect(code).toBe(130);
    expect(err).toContain("stopped: 0 of 1");
  });

  test.each([
    ["dynamics gelu --batch 2", "--batch 2"],
    ["dynamics gelu --batch inf", "--batch Infinity"],
    ["dynamics gelu --seed -1", "--seed"],
    ["dynamics gelu --steps 0", "--steps"],
    ["dynamics gelu --width 2", "--width"],
    ["dynamics gelu --basins 0", "--basins"],
    ["dynamics gelu --start somewhere", "--start"],
  ])("refuses %s", async (line, about) => {
    const { out, err, code } = await run(line);
    expect([out, code]).toEqual(["", 2]);
    expect(err).toContain(about);
  });
});

describe("theoria rate where BSB1 is unstable", () => {
  test("prints the rate where the network goes beside that at BSB1", async () => {
    const { out } = await run("rate x^2 --batch 4,10");
    expect(out).toMatch(/3 \+ 7\s+3\.75935/);
    const { results } = JSON.parse((await run("rate x^2 --batch 4,10 --json")).out);
    expect(results[0].reached).toBeUndefined();
    expect(results[1].reached).toMatchObject({ kind: "bsb2", blocks: [3, 7] });
    const [header, stable, unstable] = (await run("rate x^2 --batch 4,10 --csv")).out.split("\r\n");
    expect(header).toContain(",reached,reached_groups,reached_rate,reached_rate_error,notes");
    expect(stable).toMatch(/,,,,"?$/);
    expect(unstable).toContain(",bsb2,3+7,3.7593591");
  });

  test("leaves it out on request, and says undecided for large batches", async () => {
    expect((await run("rate x^2 --batch 10 --no-reached")).out).not.toContain("3 + 7");
    expect((await run("rate gelu --batch 512")).out).toContain("undecided");
  });
});

import { describe, expect, it } from "vitest";
import { parseStatement } from "../../src/symbolic/formula/parse.js";
import { rational } from "../../src/symbolic/rational.js";
import { check } from "../../src/verification/check.js";
import { notApplicable, product, rounding, simulated, square, toy, toySimulator } from "./toys.js";

const seeds = [1, 2, 3, 1234];

describe("routes", () => {
  it("hold for a true identity, at 200 points, at 50 for a quick check", async () => {
    const statement = toy(square, [product((x) => x * x - 1)]);
    for (const seed of seeds) {
      const verdict = await check(statement, { seed });
      expect([verdict.status, verdict.cases, verdict.skips, verdict.seed]).toEqual(["holds", 200, 0, seed]);
      expect(verdict.worst!.ratio).toBeLessThanOrEqual(1);
      expect(verdict.worst!.at).toHaveProperty("x");
    }
    expect((await check(statement, { effort: "quick" })).cases).toBe(50);
  });

  it("are refuted by one bad region, with the smallest point that shrinking finds", async () => {
    const statement = toy(square, [product((x) => x * x - 1 + (x > 10 ? 1 : 0))]);
    for (const seed of seeds) {
      const verdict = await check(statement, { seed, effort: "quick" });
      expect(verdict.status).toBe("refuted");
      const x = verdict.counterexample!.at.x as number;
      expect(x).toBeGreaterThan(10);
      expect(x).toBeLessThanOrEqual(20);
      expect(Number(verdict.counterexample!.right)).toBeCloseTo(x * x, 9);
    }
  });

  it("replay: the same seed gives the same verdict, another one other points", async () => {
    const statement = toy(square, [product((x) => x * x - 1 + (Math.abs(x) < 0.5 ? 1e-9 : 0))]);
    const verdicts = await Promise.all([7, 7, 8].map((seed) => check(statement, { seed })));
    expect(verdicts[0]).toEqual(verdicts[1]);
    expect(verdicts[0]!.status).toBe("refuted");
    const margins = await Promise.all([1, 2].map((seed) => check(toy(square, [product((x) => x * x - 1)]), { seed })));
    expect(margins[0]!.worst!.at).not.toEqual(margins[1]!.worst!.at);
  });

  it("reach the ends and many magnitudes of a domain", async () => {
    const seen: number[] = [];
    const watched = (x: number) => {
      seen.push(x);
      return x * x - 1;
    };
    await check(toy(square, [product(watched)]));
    expect(seen).toEqual(expect.arrayContaining([-100, 100]));
    for (const [low, high] of [
      [0, 1e-3],
      [1e-3, 1],
      [1, 50],
    ] as const) {
      expect(seen.some((x) => Math.abs(x) >= low && Math.abs(x) < high)).toBe(true);
    }
  });

  it("without an admissible point are vacuous", async () => {
    const never = toy(square, [product((x) => x * x - 1)], { assumptions: [parseStatement("x^2 < 0")] });
    const verdict = await check(never);
    expect([verdict.status, verdict.why, verdict.cases]).toEqual(["undecided", "vacuous", 0]);
    expect(verdict.says).toContain("0 of");
  });

  it("look at points that meet the assumptions only", async () => {
    const only = toy(square, [product((x) => (x > 2 ? x * x - 1 : 0))], { assumptions: [parseStatement("x > 2")] });
    expect((await check(only)).status).toBe("holds");
  });

  it("that give NaN, or throw what no input should, are unevaluable and never pass", async () => {
    const nan = await check(toy(square, [product(() => Number.NaN)]));
    expect([nan.status, nan.why, nan.says]).toEqual(["undecided", "unevaluable", "a value is NaN"]);
    const sometimes = await check(toy(square, [product((x) => (x > 50 ? Number.NaN : x * x - 1))]));
    expect([sometimes.status, sometimes.why]).toEqual(["undecided", "unevaluable"]);
    expect(sometimes.counterexample!.at.x).toBeGreaterThan(50);
    const broken = await check(
      toy(square, [
        product(() => {
          throw new TypeError("f is not a function");
        }),
      ]),
    );
    expect([broken.status, broken.why]).toEqual(["undecided", "unevaluable"]);
    expect(broken.says).toContain("f is not a function");
  });

  it("skip where a way does not apply or an estimate has no accuracy, and are undecided where that is everywhere", async () => {
    const half = await check(toy(square, [product((x) => (x < 0 ? notApplicable() : x * x - 1))]));
    expect([half.status, half.cases]).toEqual(["holds", 200]);
    expect(half.skips).toBeGreaterThan(20);
    const all = await check(toy(square, [product(notApplicable)]));
    expect([all.status, all.why, all.cases]).toEqual(["undecided", "unevaluable", 0]);
    const unconverged = product(() => 0, {
      right: {
        name: "a bad rule",
        evaluate: () => ({ value: 3, error: 1, method: "bad", evals: 1, converged: false }),
      },
    });
    expect((await check(toy(square, [unconverged]))).why).toBe("unevaluable");
  });

  it("compare inequalities one way, strict ones by more than the errors", async () => {
    const relation = (kind: "LessEqual" | "Less", right: (x: number) => number) =>
      check(toy(square, [product(right, { relation: kind })])).then(({ status }) => status);
    expect(await relation("LessEqual", (x) => x * x)).toBe("holds");
    expect(await relation("LessEqual", (x) => (x - 1) * (x + 1))).toBe("holds");
    expect(await relation("LessEqual", (x) => x * x - 2)).toBe("refuted");
    expect(await relation("Less", (x) => x * x + 1)).toBe("holds");
    expect(await relation("Less", (x) => (x - 1) * (x + 1))).toBe("refuted");
  });

  it("compare lists entry by entry, relative to the largest", async () => {
    const lists = (small: number, count = 3) =>
      check(
        toy(square, [
          product(() => 0, {
            left: { name: "a list", evaluate: () => [1e6, 1, 0] },
            right: { name: "another", evaluate: () => [1e6, 1 + small, 0].slice(0, count) },
          }),
        ]),
      );
    expect((await lists(1e-8)).status).toBe("holds");
    expect((await lists(1e-5)).status).toBe("refuted");
    expect((await lists(0, 2)).why).toBe("unevaluable");
  });

  it("show the entry of a long list that differs", async () => {
    const long = (last: number) => Array.from({ length: 9 }, (_, i) => (i === 7 ? last : i));
    const verdict = await check(
      toy(square, [
        product(() => 0, {
          left: { name: "a list", evaluate: () => long(3) },
          right: { name: "another", evaluate: () => long(4) },
        }),
      ]),
    );
    expect(verdict.counterexample).toMatchObject({
      left: "[0, 1, 2, ...], entry 8: 3",
      right: "[0, 1, 2, ...], entry 8: 4",
    });
  });

  it("stop early when the time is over, but not before eight points; stop at once on the user's wish", async () => {
    const statement = toy(square, [product((x) => x * x - 1)]);
    expect(await check(statement, { late: () => true })).toMatchObject({ status: "holds", cases: 8 });
    const signal = { aborted: false };
    let steps = 0;
    const onProgress = () => {
      steps += 1;
      signal.aborted = steps > 20;
    };
    await expect(check(statement, { signal, onProgress })).rejects.toMatchObject({ name: "AbortError" });
    expect(steps).toBe(21);
  });
});

describe("references", () => {
  const reference = (value: string, x = 3) =>
    toy(square, [
      {
        kind: "reference",
        at: { x },
        value,
        origin: "by hand",
        way: { name: "x^2", evaluate: (point) => point.x ** 2 / 7 },
        tolerance: rounding,
      },
    ]);

  it("hold to the last digit given", async () => {
    expect((await check(reference("1.2857142857142857142857"))).status).toBe("holds");
    expect((await check(reference("1.28571428571428"))).status).toBe("holds");
    expect((await check(reference("1.2857142857141"))).status).toBe("refuted");
    expect((await check(reference("one"))).why).toBe("unevaluable");
  });

  it("outside the domain are no verdict about the mathematics", async () => {
    const verdict = await check(reference("1", 1000));
    expect([verdict.status, verdict.why]).toEqual(["undecided", "unevaluable"]);
    expect(verdict.says).toContain("a number from -100 to 100");
  });
});

describe("simulations", () => {
  const networks = { limit: 3, bias: 20, deviation: 0.1 };
  const run = (predicted: number, rest = {}, given = networks) =>
    check(toy(square, [simulated(predicted, rest)]), { simulate: toySimulator(given), seed: 5 });

  it("hold where the prediction is the limit of wide networks, though no width comes near it", async () => {
    const verdict = await run(3);
    expect([verdict.status, verdict.cases]).toEqual(["holds", 2]);
  });

  it("refute a wrong prediction, and the right one of a single width", async () => {
    const wrong = await run(3.12);
    expect(wrong.status).toBe("refuted");
    expect(wrong.counterexample).toMatchObject({ at: { x: 1 }, right: expect.stringContaining("3.12") });
    expect((await run(3 + 20 / 200)).status).toBe("refuted");
  });

  it("refute where the deviation shrinks at another rate", async () => {
    expect((await run(3, { order: 2 })).status).toBe("refuted");
  });

  it("are underpowered where the budget cannot reach the resolution", async () => {
    const verdict = await run(3, { resolution: 1e-4 });
    expect([verdict.status, verdict.why]).toEqual(["undecided", "underpowered"]);
    expect(verdict.says).toMatch(/networks of each width/);
  });

  it("refute a true prediction no more often than alpha allows", async () => {
    let refuted = 0;
    for (let seed = 0; seed < 200; seed++) {
      const options = { simulate: toySimulator({ ...networks, bias: 0 }), seed, alpha: 0.2, settings: 1 };
      const verdict = await check(toy(square, [simulated(3, { at: [{ x: 1 }], resolution: 0.05 })]), options);
      if (verdict.status === "refuted") refuted += 1;
    }
    // 200 cases of probability 0.2: 40 +- 5.7; the seeds are fixed
    expect(refuted).toBeGreaterThan(20);
    expect(refuted).toBeLessThan(60);
  });

  it("have no backend unless one is given, and no number where networks have none", async () => {
    expect((await check(toy(square, [simulated(3)]), { backend: null })).why).toBe("no-backend");
    expect((await run(Number.NaN)).why).toBe("unevaluable");
    expect((await run(3, {}, { ...networks, limit: Number.NaN })).why).toBe("unevaluable");
  });
});

describe("derivations", () => {
  const claim = parseStatement("1 = 1");
  const proof = (prove: () => { claim: typeof claim; status: "proved" | "verified" }[]) => ({
    id: "batchnorm/toy",
    title: "A toy",
    source: "page 1",
    claim,
    prove: () => ({ assumptions: [], steps: prove().map((step) => ({ ...step, rule: "by hand", from: [] })) }),
  });
  const verdictOf = (prove: Parameters<typeof proof>[0]) =>
    check(toy(square, [{ kind: "exact", proofs: [proof(prove)] }]));

  it("hold where every step does and the last one is the claim", async () => {
    const verdict = await verdictOf(() => [
      { claim: parseStatement("2 = 2"), status: "verified" },
      { claim, status: "proved" },
    ]);
    expect(verdict.status).toBe("holds");
    expect(verdict.checks[0]!.says).toBe("1 step proved, 1 verified to 50 digits");
  });

  it("are refuted where a step fails or the end is another claim", async () => {
    const failing = await verdictOf(() => {
      throw new Error("x = 2 x does not follow");
    });
    expect([failing.status, failing.says]).toEqual([
      "refuted",
      "the derivation batchnorm/toy fails: x = 2 x does not follow",
    ]);
    expect((await verdictOf(() => [{ claim: parseStatement("2 = 2"), status: "proved" }])).status).toBe("refuted");
    expect((await verdictOf(() => [])).status).toBe("refuted");
  });
});

describe("what is printed", () => {
  const printedAs = (right: (x: number) => number, x = 3) =>
    check(
      toy(square, [product((y) => y * y - 1)], {
        printed: {
          claim: parseStatement("(x - 1)*(x + 1) = x^2 + 1"),
          says: "the sign is wrong",
          damaged: false,
          refutation: {
            kind: "point",
            at: { x },
            left: { name: "left", evaluate: (point) => (point.x - 1) * (point.x + 1) },
            right: { name: "right", evaluate: (point) => right(point.x) },
            tolerance: rounding,
          },
        },
      }),
      { effort: "quick" },
    );

  it("is refuted at its point: then the theorem holds", async () => {
    const verdict = await printedAs((x) => x * x + 1);
    expect([verdict.status, verdict.cases]).toEqual(["holds", 51]);
  });

  it("that is true there after all refutes the erratum", async () => {
    const verdict = await printedAs((x) => x * x - 1);
    expect(verdict.status).toBe("refuted");
    expect(verdict.says).toContain("the erratum is not confirmed");
    expect((await printedAs(() => Number.NaN)).why).toBe("unevaluable");
  });

  it("is refuted by exact enclosures, or not", async () => {
    const corrected = parseStatement("(x - 1)*(x + 1) = x^2 - 1");
    const erratum = (printed: string) => ({
      id: "batchnorm/erratum-toy",
      title: "A toy",
      source: "page 1",
      printed: parseStatement(printed),
      counterexample: { x: rational(3) },
      corrected,
      prove: () => ({
        assumptions: [],
        steps: [{ claim: corrected, rule: "by hand", from: [], status: "proved" as const }],
      }),
    });
    const run = (printed: string) =>
      check(
        toy(square, [product((x) => x * x - 1)], {
          printed: {
            claim: parseStatement(printed),
            says: "the sign is wrong",
            damaged: true,
            refutation: { kind: "exact", erratum: erratum(printed) },
          },
        }),
        { effort: "quick" },
      );
    expect((await run("(x - 1)*(x + 1) = x^2 + 1")).status).toBe("holds");
    expect(await run("(x - 1)*(x + 1) = x^2 - 1")).toMatchObject({ status: "refuted" });
  });
});

import { describe, expect, it } from "vitest";
import { parseStatement } from "../../../src/symbolic/formula/parse.js";
import type { Parameters } from "../../../src/theorems/domain.js";
import { type Theorem, theorem } from "../../../src/theorems/theorem.js";
import { check } from "../../../src/verification/check.js";
import { product, simulated, square, toy, toySimulator } from "../toys.js";

const proofOf = (text: string, id = "batchnorm/toy-proof") => {
  const claim = parseStatement(text);
  const step = { claim, rule: "by hand", from: [], status: "proved" as const };
  return { id, title: "A toy", source: "page 1", claim, prove: () => ({ assumptions: [], steps: [step] }) };
};
const steps = { kind: "steps", file: "proofs/toy.ts" } as const;
const withProof = <P extends Parameters>(statement: Theorem<P>, proof: Theorem["proof"]) =>
  theorem({ ...statement, proof });

describe("derivations", () => {
  it("that end in another statement decide nothing, unless it is said how they establish the claim", async () => {
    const other = proofOf("2 = 2");
    const silent = await check(toy(square, [{ kind: "exact", proofs: [other] }]));
    expect([silent.status, silent.why, silent.cases]).toEqual(["undecided", "unevaluable", 0]);
    expect(silent.says).toContain("no derivation ends in the claim");
    const because = "both sides are halved";
    const said = await check(toy(square, [{ kind: "exact", proofs: [other], because }]));
    expect(said.status).toBe("holds");
    expect(said.checks[0]!.says).toBe(`1 step proved; ${because}`);
    const both = await check(toy(square, [{ kind: "exact", proofs: [other, proofOf("1 = 1")] }]));
    expect(both.status).toBe("holds");
  });

  it("that a theorem names must be run by a check", async () => {
    const named = withProof(toy(square, [product((x) => x * x - 1)]), steps);
    const verdict = await check(named, { effort: "quick" });
    expect([verdict.status, verdict.says]).toEqual(["undecided", "no check runs the steps of proofs/toy.ts"]);
    const run = withProof(toy(square, [{ kind: "exact", proofs: [proofOf("1 = 1")] }]), steps);
    expect((await check(run)).status).toBe("holds");
  });

  it("are run once for all theorems that share what is derived", async () => {
    let runs = 0;
    const counted = proofOf("1 = 1");
    const prove = () => {
      runs += 1;
      return counted.prove();
    };
    const statement = toy(square, [{ kind: "exact", proofs: [{ ...counted, prove }] }]);
    const derived = new Map();
    const verdicts = [await check(statement, { derived }), await check(statement, { derived })];
    expect(verdicts[0]).toEqual(verdicts[1]);
    expect(runs).toBe(1);
    await check(statement);
    expect(runs).toBe(2);
  });
});

describe("simulations", () => {
  it("have further settings and at least 200 networks in a full run", async () => {
    const counts: number[] = [];
    const networks = toySimulator({ limit: 3, bias: 20, deviation: 0.1 });
    const simulate: typeof networks = (experiment, request) => {
      counts.push(request.count);
      return networks(experiment, request);
    };
    const statement = toy(square, [simulated(3, { at: [{ x: 1 }], atFull: [{ x: 2 }, { x: 3 }], resolution: 1 })]);
    expect((await check(statement, { simulate, effort: "quick" })).cases).toBe(1);
    expect(counts).toEqual([32, 32]);
    expect((await check(statement, { simulate })).cases).toBe(3);
    expect(counts.slice(2)).toEqual(new Array(6).fill(200));
  });
});

import { describe, expect, it } from "vitest";
import { theorems } from "../../../../src/theorems/index.js";
import { errata } from "../../../../src/verification/errata.js";
import { errataByWork, errataReport } from "../../../../src/web/views/theorems/errataList.js";
import { errataTask } from "../../../../src/web/views/theorems/errataTask.js";
import type { TriedErratum } from "../../../../src/web/views/theorems/erratum.js";
import { collect } from "../../support/collect.js";

const run = (ids: readonly string[] | null, stopAfter?: number) =>
  collect<readonly string[] | null, number, TriedErratum>(errataTask, ids, stopAfter);

const misprinted = theorems.filter(({ printed }) => printed !== undefined);
const derived: readonly string[] = ["batchnorm/lemma-b-59", "batchnorm/proposition-i-8"];

describe("the errata", () => {
  it("are tried again, and each is refuted where it is said to be", async () => {
    // those that derive what holds take seconds each; they are run by the tests of the proofs
    const quick = misprinted.filter(({ id, printed }) => printed!.refutation.kind === "point" || derived.includes(id));
    const { pieces, answer } = await run(quick.map(({ id }) => id));
    expect(quick.length).toBeGreaterThan(60);
    expect(answer).toBe(quick.length);
    expect(pieces.map(({ id }) => id)).toEqual(quick.map(({ id }) => id));
    for (const { id, refutation, problem } of pieces) {
      expect(problem, id).toBe("");
      expect(refutation, id).not.toBeNull();
    }
    const byWork = errataByWork(pieces);
    expect(byWork.length).toBeGreaterThan(3);
    expect(byWork.flatMap(({ errata: each }) => each)).toHaveLength(pieces.length);
    const report = errataReport(pieces);
    const { header, rows } = report.csv();
    for (const row of rows) expect(row).toHaveLength(header.length);
  });

  it("of one theorem are what the verifier finds", async () => {
    const theorem = theorems.find(({ id }) => id === "batchnorm/theorem-8")!;
    const [{ result }] = errata([theorem]) as [ReturnType<typeof errata>[number]];
    const { pieces } = await run([theorem.id]);
    expect(pieces).toHaveLength(1);
    expect(pieces[0]!.refutation).toMatchObject({ left: result.refutation!.left, right: result.refutation!.right });
    expect((await run(["batchnorm/theorem-1"])).answer).toBe(
      theorems.find(({ id }) => id === "batchnorm/theorem-1")!.printed === undefined ? 0 : 1,
    );
  });

  it("stop between two of them", async () => {
    const { pieces, answer } = await run(null, 2);
    expect(pieces).toHaveLength(2);
    expect(answer).toBeNull();
  });
});

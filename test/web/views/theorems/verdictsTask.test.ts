import { describe, expect, it } from "vitest";
import { theorems } from "../../../../src/theorems/index.js";
import { check, settingsOf } from "../../../../src/verification/check.js";
import { verdictReport } from "../../../../src/web/views/theorems/verdictReport.js";
import type { VerdictPiece, VerdictsQuestion } from "../../../../src/web/views/theorems/verdicts.js";
import { verdictsTask } from "../../../../src/web/views/theorems/verdictsTask.js";
import { collect } from "../../support/collect.js";

const run = (question: VerdictsQuestion) => collect<VerdictsQuestion, number, VerdictPiece>(verdictsTask, question);

const verdictsIn = (pieces: readonly VerdictPiece[]) =>
  pieces.flatMap((piece) => (piece.kind === "verdict" ? [piece.checked] : []));

const named = (id: string) => theorems.find((theorem) => theorem.id === id)!;

const ids = ["batchnorm/theorem-1", "batchnorm/theorem-8-limit", "gating/theorem-1"];

describe("checks in the browser", () => {
  it("come to the verdicts of the verifier, with the same seed", async () => {
    const { pieces, answer } = await run({ ids, effort: "quick", seed: 5 });
    expect(answer).toBe(ids.length);
    const found = verdictsIn(pieces);
    expect(found.map(({ id }) => id)).toEqual(ids);
    const settings = ids.reduce((sum, id) => sum + settingsOf(named(id)), 0);
    for (const { id, verdict, seconds } of found) {
      expect(verdict, id).toEqual(await check(named(id), { effort: "quick", seed: 5, settings }));
      expect(verdict.status).toBe("holds");
      expect(seconds).toBeGreaterThan(0);
    }
    expect(structuredClone(pieces)).toEqual(pieces);
  });

  it("tell how far they are", async () => {
    const { pieces } = await run({ ids: [ids[0]!], effort: "quick", seed: 1 });
    const progress = pieces.flatMap((piece) => (piece.kind === "progress" ? [piece] : []));
    expect(progress.length).toBeGreaterThan(0);
    for (const { id, done, expected } of progress) {
      expect(id).toBe(ids[0]);
      expect(done).toBeLessThanOrEqual(expected);
    }
  });

  it("keep what is finished where they are stopped", async () => {
    const whole = await run({ ids, effort: "quick", seed: 1 });
    const pieces: VerdictPiece[] = [];
    const stopAfterFirst = async () => {
      if (verdictsIn(pieces).length > 0) throw new Error("stopped");
    };
    const show = (piece: VerdictPiece) => {
      pieces.push(piece);
      return stopAfterFirst();
    };
    const stopped = verdictsTask({ ids, effort: "quick", seed: 1 }, { show, pause: stopAfterFirst });
    await expect(stopped).rejects.toThrow("stopped");
    expect(verdictsIn(pieces)).toHaveLength(1);
    // the rest, as if it had not been stopped
    const rest = ids.slice(verdictsIn(pieces).length);
    const later = await run({ ids: rest, effort: "quick", seed: 1, among: ids });
    expect(verdictsIn(later.pieces).map(({ verdict }) => verdict)).toEqual(
      verdictsIn(whole.pieces)
        .slice(ids.length - rest.length)
        .map(({ verdict }) => verdict),
    );
  });

  it("refuse an id that no theorem has", async () => {
    await expect(run({ ids: ["batchnorm/nothing-of-the-kind"], effort: "quick", seed: 1 })).rejects.toThrow(
      "the id of a theorem",
    );
  });

  it("are a report, one check a row", async () => {
    const { pieces } = await run({ ids: ["gating/theorem-1"], effort: "quick", seed: 1 });
    const [checked] = verdictsIn(pieces);
    const report = verdictReport(checked!);
    const { header, rows } = report.csv();
    expect(rows).toHaveLength(checked!.verdict.checks.length);
    for (const row of rows) expect(row).toHaveLength(header.length);
    const sheet = report.sheet();
    for (const row of sheet.groups[0]!.rows) expect(row.cells).toHaveLength(sheet.columns.length);
    expect(report.json()).toMatchObject({ id: "gating/theorem-1", seed: 1, verdict: checked!.verdict });
  });
});

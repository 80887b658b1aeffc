import { describe, expect, it } from "vitest";
import { dynamics } from "../../../../src/theory/batchnorm/dynamics/dynamics.js";
import { type ReachedPiece, type ReachedQuestion, reachedTask } from "../../../../src/web/views/rates/reachedTask.js";
import { collect } from "../../support/collect.js";

const question: ReachedQuestion = {
  ...{ activations: ["x^2"], batch: 8, seed: 1, epsilon: 0, gamma: 1, beta: 0, weightVariance: 1 },
};

describe("where networks go", () => {
  it("is what the library finds from the same seed", async () => {
    const { pieces, answer } = await collect<ReachedQuestion, null, ReachedPiece>(reachedTask, question);
    expect(answer).toBeNull();
    const results = pieces.flatMap((piece) => (piece.kind === "result" ? [piece] : []));
    expect(results.map(({ index }) => index)).toEqual([0]);
    for (const { index, result } of results) {
      const direct = dynamics({ activation: question.activations[index]!, batch: 8 }, { steps: 300 });
      expect(result.kind).toBe(direct.kind);
      expect(result.blocks).toEqual(direct.blocks);
      expect(result.rate?.value).toBe(direct.rate?.value);
    }
  });

  it("stops between layers", async () => {
    const { pieces } = await collect<ReachedQuestion, null, ReachedPiece>(reachedTask, question, 1);
    expect(pieces).toHaveLength(1);
    expect(pieces[0]).toMatchObject({ kind: "layer", index: 0, layer: 5 });
  });
});

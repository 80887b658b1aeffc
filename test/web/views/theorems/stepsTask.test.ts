import katex from "katex";
import { describe, expect, it } from "vitest";
import { derivationSources } from "../../../../src/render/derivationSources.js";
import { theorems } from "../../../../src/theorems/index.js";
import { areas } from "../../../../src/theorems/theorem.js";
import type { ShownSteps } from "../../../../src/web/views/theorems/shownSteps.js";
import { stepsTask } from "../../../../src/web/views/theorems/stepsTask.js";
import { collect } from "../../support/collect.js";

const derived = theorems.filter((theorem) => derivationSources(theorem).length > 0);

/** Some of each area. */
const some = areas.flatMap((area) => derived.filter(({ id }) => id.startsWith(`${area}/`)).slice(0, 8));

describe("the steps of a derivation", () => {
  it.each(some.map(({ id }) => id))("%s: are run anew, and every formula is drawn", async (id) => {
    const { pieces, answer } = await collect<string, number, ShownSteps>(stepsTask, id);
    expect(answer).toBe(pieces.length);
    expect(pieces.length).toBeGreaterThan(0);
    for (const { steps, problem, assumptions } of pieces) {
      expect(problem).toBe("");
      expect(steps.length).toBeGreaterThan(0);
      for (const [k, { from, status, tex }] of steps.entries()) {
        expect(["proved", "verified to 50 digits"]).toContain(status);
        // a step rests on earlier ones
        for (const i of from) expect(i >= 1 && i <= k, `${i} of step ${k + 1}`).toBe(true);
        katex.renderToString(tex, { throwOnError: true, strict: false, output: "mathml", displayMode: true });
      }
      for (const tex of assumptions) katex.renderToString(tex, { throwOnError: true, strict: false });
    }
  });

  it("there are some wherever the proof is said to be steps", () => {
    for (const theorem of theorems.filter(({ proof }) => proof.kind === "steps")) {
      expect(derivationSources(theorem).length, theorem.id).toBeGreaterThan(0);
    }
  });
});

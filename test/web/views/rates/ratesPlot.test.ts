import { describe, expect, it } from "vitest";
import { drawPlot } from "../../../../src/render/plot/drawPlot.js";
import { renderPlot } from "../../../../src/render/plot/renderPlot.js";
import { hintsOf } from "../../../../src/web/show/hints.js";
import { curvesOf } from "../../../../src/web/views/rates/curveOf.js";
import { type CurvesPiece, type CurvesQuestion, curvesTask } from "../../../../src/web/views/rates/curvesTask.js";
import { quantities } from "../../../../src/web/views/rates/quantity.js";
import { ratesPlot } from "../../../../src/web/views/rates/ratesPlot.js";
import { ratesTask } from "../../../../src/web/views/rates/ratesTask.js";
import { collect } from "../../support/collect.js";

const usual = { epsilon: 0, gamma: 1, beta: 0, weightVariance: 1 };

async function pictureOf(activations: readonly string[], batch = 64) {
  const question = { ...usual, activations };
  const { pieces } = await collect<CurvesQuestion, null, CurvesPiece>(curvesTask, question);
  const chosen = ratesTask({ ...question, batches: [batch] }).flatMap(({ results }, index) =>
    results.map((result) => ({ index, result })),
  );
  return { curves: curvesOf(question, pieces), chosen, reached: [], batch };
}

describe("the picture of rates", () => {
  it("is solid where BSB1 is stable, dashed and shaded where it is not", async () => {
    const { panels, caption } = ratesPlot({ ...(await pictureOf(["tanh", "gelu"])), quantity: "rate" });
    const { marks } = panels[0]!;
    const of = (colour: number, kind: string) => marks.filter((mark) => mark.colour === colour && mark.kind === kind);
    expect(of(0, "band")).toHaveLength(0);
    const [band] = of(1, "band");
    // from the last stable batch size on, so that the line has no gap
    expect(band!.points[0]![0]).toBe(38);
    const dashes = of(1, "line").map((mark) => (mark.kind === "line" ? (mark.dash ?? "solid") : ""));
    expect(dashes).toEqual(["solid", "dashed", "dotted"]);
    expect(caption).toContain("BSB1 is unstable");
  });

  it("reads exact values with their errors", async () => {
    const plot = ratesPlot({ ...(await pictureOf(["relu"])), quantity: "rate" });
    const hints = hintsOf(drawPlot(plot, { width: 600 }).frames).map(({ text }) => text);
    expect(hints).toContain("relu, batch 8: rate 1.78818997666 ± 1e-14, stable (closed-form)");
    expect(hints.some((hint) => hint.startsWith("relu, limit of large batches: rate 1.46694"))).toBe(true);
  });

  it.each(quantities)("can be drawn: %s", async (quantity) => {
    const picture = await pictureOf(["tanh", "x^2", "relu", "identity", "exp(x)", "gelu", "silu", "sign(x)"]);
    expect(renderPlot(ratesPlot({ ...picture, quantity }))).toContain("</svg>");
  });

  it("can be drawn before anything is known, and where there is no finite rate", async () => {
    const nothing = { curves: [], chosen: [], reached: [], batch: 8, quantity: "rate" } as const;
    expect(renderPlot(ratesPlot(nothing))).toContain("</svg>");
    expect(renderPlot(ratesPlot({ ...(await pictureOf(["x > 0 ? 1 : 0"])), quantity: "rate" }))).toContain("</svg>");
  });

  it("shows where networks go, with the groups", async () => {
    const picture = await pictureOf(["gelu"]);
    const { result } = picture.chosen[0]!;
    const reached = [
      { index: 0, batch: 64, result: { ...result, rate: { ...result.rate, value: 1.4 } }, groups: "18 + 46" },
    ];
    const { marks } = ratesPlot({ ...picture, reached, quantity: "rate" }).panels[0]!;
    const diamond = marks.find((mark) => mark.kind === "points" && mark.symbol === "diamond");
    expect(diamond?.points).toEqual([[64, 1.4]]);
    expect(diamond?.hints?.[0]).toContain("groups of 18 + 46");
  });

  it("escapes what a reader typed", async () => {
    const picture = await pictureOf(["tanh"]);
    const curves = picture.curves.map((curve) => ({ ...curve, activation: "<script>alert(1)</script>" }));
    expect(renderPlot(ratesPlot({ ...picture, curves, quantity: "rate" }))).not.toContain("<script>");
  });
});

/** What LiveRate shows of one activation and batch size. The engine is loaded when it is first asked. */
import type { BatchNorm } from "theoria";
import type { Plot } from "../../../src/experiments/plot.js";
import { showError, showNumber, showValue } from "../../../src/render/number.js";
import { renderPlot } from "../../../src/render/plot/renderPlot.js";

export interface Shown {
  readonly rows: readonly (readonly [name: string, value: string])[];
  readonly notes: readonly string[];
  /** SVG. */
  readonly picture: string;
}

const stable = {
  stable: "stable",
  unstable: "unstable: networks leave the fixed point",
  marginal: "marginal",
  collapsed: "collapsed",
};

const rowsOf = ({ rate, depthScale, trainableDepth, stability }: BatchNorm) =>
  [
    ["rate", `${showValue(rate)} ± ${showError(rate)}`],
    ["depth scale", `${showValue(depthScale, 6)} layers`],
    ["trainable depth", `about ${showNumber(trainableDepth, 3)} layers`],
    ["fixed point", stable[stability.verdict]],
    ["method", rate.method],
  ] as const;

const batches = [4, 5, 6, 8, 11, 16, 23, 32, 64, 128, 512, 4096, 65536, 1e6];

/** Rates against the batch size, and the chosen one. */
function plotOf(rateOf: (batch: number) => number, batch: number): Plot {
  const curve = batches.map((each) => [each, rateOf(each)] as const).filter(([, rate]) => Number.isFinite(rate));
  const chosen = [[batch, rateOf(batch)] as const].filter(([, rate]) => Number.isFinite(rate));
  return {
    title: "",
    caption: "",
    columns: 1,
    metadata: {},
    panels: [
      {
        title: "",
        x: { label: "batch size", scale: "log", domain: [4, 1e6] },
        y: { label: "rate" },
        marks: [
          { kind: "line", colour: 0, points: curve },
          { kind: "points", colour: 1, size: 9, points: chosen },
        ],
      },
    ],
  };
}

/** @throws TheoryError for text that is no activation, and for batch sizes out of range. */
export async function rateOf(text: string, batch: number, scheme: "light" | "dark"): Promise<Shown> {
  const { activation, batchNorm } = await import("theoria");
  const phi = activation(text);
  const network = batchNorm({ activation: phi, batch });
  const value = (size: number) => batchNorm({ activation: phi, batch: size }, { tolerance: 1e-6 }).rate.value;
  return {
    rows: rowsOf(network),
    notes: network.notes,
    picture: renderPlot(plotOf(value, batch), { width: 320, scheme }),
  };
}

/** Training against epochs, for one network or two. */
import type { Mark, Panel, Plot } from "../../../experiments/plot.js";
import { showNumber } from "../../../render/number.js";
import type { CircleRecord } from "./circleNetwork.js";

/** Networks keep their colours in all pictures. */
export interface NetworkRecords {
  readonly name: string;
  readonly records: readonly CircleRecord[];
}

type Series = "loss" | "top" | "below" | "pathsTop" | "pathsBelow";

const DIGITS = 4;
const dashes = { loss: "solid", top: "dashed", below: "dotted", pathsTop: "dashed", pathsBelow: "dotted" } as const;
const words: Readonly<Record<Series, string>> = {
  ...{ loss: "loss", top: "loss on top", below: "loss below" },
  ...{ pathsTop: "active paths on top", pathsBelow: "active paths below" },
};

/** Logarithmic axes have no 0. */
function lineOf({ name, records }: NetworkRecords, index: number, series: Series): readonly Mark[] {
  const seen = records.filter((record) => record[series] > 0);
  if (seen.length === 0) return [];
  return [
    {
      ...{ kind: "line", colour: index, dash: dashes[series], width: series === "loss" ? 2 : 1.5 },
      label: `${name}: ${words[series]}`,
      points: seen.map((record) => [record.epoch, record[series]]),
      hints: seen.map(
        (record) => `${name}, epoch ${record.epoch}: ${words[series]} ${showNumber(record[series], DIGITS)}`,
      ),
    },
  ];
}

function panelOf(networks: readonly NetworkRecords[], series: readonly Series[], label: string, at: Cursor): Panel {
  const lines = networks.flatMap((network, k) => series.flatMap((each) => lineOf(network, k, each)));
  const heights = lines.flatMap(({ points }) => points.map(([, y]) => y!));
  const domain =
    heights.length === 0 ? ([0.1, 1] as const) : ([Math.min(...heights) / 1.3, Math.max(...heights) * 1.3] as const);
  const cursor: Mark = {
    ...{ kind: "line", colour: "muted", width: 1 },
    points: [
      [at.epoch, domain[0]],
      [at.epoch, domain[1]],
    ],
  };
  return {
    title: "",
    x: { label: "epoch", domain: [0, at.epochs] },
    y: { label, scale: "log", domain },
    marks: heights.length === 0 ? [] : [cursor, ...lines],
  };
}

/** The epoch that is looked at, of so many. */
export interface Cursor {
  readonly epoch: number;
  readonly epochs: number;
}

export const lossPlot = (networks: readonly NetworkRecords[], at: Cursor): Plot => ({
  title: "Loss while they train",
  caption:
    "Mean squared error on the 400 points of the circle: of all, of the top half, of the half below. Vertical line: the epoch that is shown.",
  ...{ columns: 1, metadata: {} },
  panels: [panelOf(networks, ["loss", "top", "below"], "mean squared error", at)],
});

export const pathsPlot = (networks: readonly NetworkRecords[], at: Cursor): Plot => ({
  title: "Active paths while they train",
  caption:
    "Mean number of paths that are active at a point, with step gates. Gates that learn can move them; fixed gates keep them.",
  ...{ columns: 1, metadata: {} },
  panels: [panelOf(networks, ["pathsTop", "pathsBelow"], "active paths", at)],
});

import { assertFalling, type Claim, judged, type Labelled } from "../assertions.js";
import { byVariant } from "../byVariant.js";
import type { Experiment, Findings, Finished } from "../experiment.js";
import { medianOf } from "../medianOf.js";
import type { Mark, Panel, Point } from "../plot.js";
import { meanCells, measure } from "../statistics.js";
import {
  atOutputs,
  type CircleLook,
  type CircleNetwork,
  type CircleResult,
  circleStudy,
  circleTargets,
  networkOf,
  outputAngles,
  variantsOf,
} from "./circleStudy.js";

const SOON = 20;
const EPOCHS = [3, SOON, 200];

interface Group {
  readonly network: CircleNetwork;
  readonly results: readonly CircleResult[];
}

const variants = () => variantsOf("ReLU", "DLGN, beta 4", "fixed gates, beta 4");

const lookAt = ({ looks }: CircleResult, epoch: number): CircleLook => looks.find((look) => look.epoch === epoch)!;

/** Those of the pictures; fixed gates are trained for longer. */
const epochsOf = ({ network, results }: Group): readonly number[] => {
  const last = results[0]!.looks.at(-1)!.epoch;
  return network.fixed && last > EPOCHS.at(-1)! ? [...EPOCHS, last] : EPOCHS;
};

function panelOf(group: Group): Panel {
  const angles = outputAngles();
  const curve = (values: readonly number[]) => values.map((value, k): Point => [angles[k]! / Math.PI, value]);
  const target = atOutputs(circleTargets());
  const learned = epochsOf(group).map((epoch, k): Mark => {
    const { outputs } = lookAt(group.results[0]!, epoch);
    return { kind: "line", colour: k, width: 1.5, label: `epoch ${epoch}`, points: curve(outputs) };
  });
  return {
    title: group.network.name,
    x: { label: "angle", domain: [0, 2], ticks: ["0", "pi", "2 pi"].map((text, at) => ({ at, text })) },
    y: { label: "output", domain: [-1.5, 1.5] },
    marks: [{ kind: "line", colour: "muted", dash: "dashed", label: "target", points: curve(target) }, ...learned],
  };
}

/** log10 of the mean squared error on one half, by seed. */
function halfLoss(group: Group, half: 0 | 1, epoch: number): Labelled {
  const paired = group.results.map((result) => Math.log10(lookAt(result, epoch).loss[half]));
  return { label: half === 0 ? "slow" : "fast", measured: measure(paired)!, paired };
}

function claimsOf(groups: readonly Group[]): readonly Claim[] {
  return groups
    .filter(({ network }) => !network.fixed)
    .map((group) =>
      assertFalling(
        `${group.network.name}: at epoch ${SOON} the slow half is learned better than the fast one (log10)`,
        [halfLoss(group, 1, SOON), halfLoss(group, 0, SOON)],
      ),
    );
}

function summarise(finished: readonly Finished<CircleResult>[]): Findings {
  const groups = byVariant(finished, variants()).map(
    ({ variant, results }): Group => ({ network: networkOf(variant), results }),
  );
  const { assertions, notes } = judged(claimsOf(groups));
  const rows = groups.flatMap((group) =>
    epochsOf(group).map((epoch) => {
      const half = (which: 0 | 1) => medianOf(group.results.map((result) => lookAt(result, epoch).loss[which]));
      return [group.network.name, epoch, ...meanCells(half(0)), ...meanCells(half(1)), group.results.length];
    }),
  );
  return {
    tables: [
      {
        title: "mean squared error on each half: median over the seeds, its bootstrap standard error",
        columns: ["network", "epoch", "slow half", "± s.e.", "fast half", "± s.e.", "seeds"],
        rows,
      },
    ],
    plots:
      groups.length === 0
        ? []
        : [
            {
              title: "What the networks have learned",
              caption: "Outputs over the circle, the first seed.",
              columns: 1,
              panels: groups.map(panelOf),
            },
          ],
    assertions,
    notes,
  };
}

export const figure5: Experiment<CircleResult> = Object.freeze({
  id: "gating/figure-5",
  title: "The slow half is learned in a few epochs, the fast one later, with fixed soft gates hardly",
  paper: "Figure 5: outputs of a ReLU network, a DLGN and one with fixed gates at three epochs.",
  cost: { quick: "4 s", full: "25 s" },
  study: circleStudy,
  seeds: { quick: 6, full: 12 },
  variants,
  summarise,
});

import type { WeightMatrices } from "../../simulation/gating/weightMatrices.js";
import { assertRising, type Claim, judged, type Labelled } from "../assertions.js";
import { byVariant } from "../byVariant.js";
import type { Experiment, Findings, Finished } from "../experiment.js";
import type { Panel } from "../plot.js";
import { meanCells, measure, SEED_ERRORS } from "../statistics.js";
import { hardNetwork } from "./circleMeasures.js";
import { type CircleResult, circleStudy, networkOf, variantsOf } from "./circleStudy.js";
import { halfPlanePanels } from "./regionPictures.js";

export interface HalfPlaneFigure extends Pick<Experiment, "id" | "title" | "paper"> {
  readonly epoch: number;
  /** Of each layer, from 0; rows of the picture are layers. */
  readonly neurons: readonly number[];
  readonly claims: boolean;
}

const EPOCHS = [0, 3, 200];
const FEW = 4;
const variants = () => variantsOf("DLGN, beta 4");

/** All layers in one picture where few neurons are shown, else a picture each. */
function picturesOf({ neurons, epoch }: HalfPlaneFigure, weights: WeightMatrices): Findings["plots"] {
  const network = hardNetwork(networkOf(variants()[0]!), weights);
  const when = epoch === 0 ? "at the start" : `at epoch ${epoch}`;
  const panelsOf = (layer: number, title: (layer: number, i: number) => string): readonly Panel[] =>
    halfPlanePanels(network, layer, { neurons, title, reach: 1.3 });
  const layers = network.W.map((_, l) => l + 1);
  const style = { columns: 4, square: true, sharedAxes: true } as const;
  const slow = "The target is slow on the upper half of the circle.";
  if (neurons.length <= FEW) {
    const title = `Where neurons are active, ${when}`;
    const caption = `Half-planes of the DLGN of the first seed; a row is a layer, from the lowest, titled by layer and neuron. ${slow}`;
    return [
      { title, caption, ...style, panels: layers.flatMap((layer) => panelsOf(layer, (l, i) => `${l}.${i + 1}`)) },
    ];
  }
  return layers.map((layer) => ({
    title: `Where the neurons of layer ${layer} are active, ${when}`,
    caption: `Half-planes of the DLGN of the first seed, a panel each neuron. ${slow}`,
    ...{ ...style, panels: panelsOf(layer, (_, i) => String(i + 1)) },
  }));
}

const shares = (results: readonly CircleResult[], layer: number, epoch: number): readonly number[] =>
  results.map(({ looks }) => looks.find((look) => look.epoch === epoch)!.upward![layer]!);

function claimsOf(results: readonly CircleResult[]): readonly Claim[] {
  const last = results[0]!.looks[0]!.upward!.length - 1;
  const at = (epoch: number): Labelled => {
    const paired = shares(results, last, epoch);
    return { label: epoch === 0 ? "start" : `epoch ${epoch}`, measured: measure(paired)!, paired };
  };
  return [3, 200].map((epoch) =>
    assertRising(`the last layer has more normals within 45 degrees of up at epoch ${epoch} than at the start`, [
      at(0),
      at(epoch),
    ]),
  );
}

function summarise(figure: HalfPlaneFigure, finished: readonly Finished<CircleResult>[]): Findings {
  const [group] = byVariant(finished, variants());
  if (group === undefined) return { tables: [], plots: [], assertions: [], notes: [] };
  const { results } = group;
  const look = results[0]!.looks.find(({ epoch }) => epoch === figure.epoch)!;
  const { assertions, notes } = judged(figure.claims ? claimsOf(results) : []);
  return {
    tables: [
      {
        title: `share of the neurons of each layer whose normal is within 45 degrees of up, a quarter by chance (${SEED_ERRORS})`,
        columns: ["layer", ...EPOCHS.flatMap((epoch) => [epoch === 0 ? "start" : `epoch ${epoch}`, "± s.e."]), "seeds"],
        rows: look.upward!.map((_, layer) => [
          layer + 1,
          ...EPOCHS.flatMap((epoch) => meanCells(measure(shares(results, layer, epoch)))),
          results.length,
        ]),
      },
    ],
    plots: picturesOf(figure, look.weights!),
    assertions,
    notes,
  };
}

/** A figure of the half-planes of the DLGN's neurons at one epoch. */
export const halfPlaneFigure = (figure: HalfPlaneFigure): Experiment<CircleResult> =>
  Object.freeze({
    ...{ id: figure.id, title: figure.title, paper: figure.paper, cost: { quick: "2 s", full: "5 s" } },
    ...{ study: circleStudy, seeds: { quick: 6, full: 12 }, variants },
    summarise: (finished: readonly Finished<CircleResult>[]) => summarise(figure, finished),
  });

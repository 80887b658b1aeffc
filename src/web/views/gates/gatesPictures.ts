/** The pictures of the view: of all networks together, and of each. */
import type { Plot } from "../../../experiments/plot.js";
import { lossPlot, pathsPlot } from "./epochPlots.js";
import type { GatesValues } from "./gatesFields.js";
import type { TrainedNetwork } from "./gatesReport.js";
import { directionsPlot, kernelPlot, type NamedLook, outputPlot, pathPlot, regionsPlot } from "./lookPlots.js";

export function sharedPictures(
  trained: readonly TrainedNetwork[],
  looks: readonly NamedLook[],
  at: number,
  { epochs, target, angle, depth }: GatesValues,
): readonly Plot[] {
  const cursor = { epoch: at, epochs };
  const directions = directionsPlot(looks, depth);
  return [
    lossPlot(trained, cursor),
    pathsPlot(trained, cursor),
    ...(looks.length === 0 ? [] : [outputPlot(looks, target, angle)]),
    ...(directions === null ? [] : [directions]),
  ];
}

export const ownPictures = (look: NamedLook, { kernel, angle }: GatesValues): readonly Plot[] => [
  kernelPlot(look, kernel),
  regionsPlot(look, angle),
  pathPlot(look, look.look.kind === "relu" ? "regions" : "half-planes"),
];

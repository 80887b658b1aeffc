/** The students of Figures 10, 11 and 12: teachers of 20 nodes (quick: 10) of unequal strength. */
import type { Effort } from "../experiment.js";
import { twoLayerStudy } from "./twoLayerStudy.js";

export const polarities: readonly number[] = [0.5, 1, 1.5, 2, 2.5];

export const epochs: Readonly<Record<Effort, readonly number[]>> = {
  full: [0, 1, 2, 3, 4, 5, 7, 10, 15, 20, 25, 30, 40, 50, 60, 70, 80, 90, 100],
  quick: [0, 1, 2, 3, 4, 5, 7, 10, 15, 20],
};

export const teachers: Readonly<Record<Effort, number>> = { full: 20, quick: 10 };

export const polarityStudy = twoLayerStudy("alignment-polarity", (effort) => ({
  teachers: teachers[effort],
  epochs: epochs[effort],
}));

import type { Effort, Study, Variant } from "../experiment.js";
import { type TwoLayerChoice, twoLayerSettings } from "./settings.js";
import { type TwoLayerResult, trainWhole, twoLayerResult } from "./trainTwoLayer.js";

type StudyChoice = Omit<TwoLayerChoice, "polarity" | "multiplier">;

/** Students of p = `polarity` and of so many times the teacher's nodes, `multiplier`, with everything else as chosen. */
export const twoLayerStudy = (id: string, choose: (effort: Effort) => StudyChoice): Study<TwoLayerResult> => ({
  id,
  settings: (effort) => twoLayerSettings(effort, { ...choose(effort), polarity: 1, multiplier: 1 }),
  async run(job, context) {
    const { polarity, multiplier } = job.variant as { polarity: number; multiplier: number };
    const settings = twoLayerSettings(context.effort, { ...choose(context.effort), polarity, multiplier });
    return twoLayerResult(await trainWhole(settings, job, context));
  },
});

export const multipliers: readonly number[] = [1, 2, 5, 10];

/** How curves are drawn, by the multiplier. */
export function curveStyle(multiplier: number) {
  const colour = multipliers.indexOf(multiplier);
  const dash = (["solid", "dashed", "dotted", "solid"] as const)[colour]!;
  return { colour, dash, label: `${multiplier}x` };
}

export const grid = (polarities: readonly number[], sizes: readonly number[] = multipliers): readonly Variant[] =>
  polarities.flatMap((polarity) => sizes.map((multiplier) => ({ polarity, multiplier })));

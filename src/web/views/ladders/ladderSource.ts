/** Where the ladder of the view comes from, in plain data. */
import type { LadderClass } from "../../../theory/ladder/random/randomLadder.js";

export const kinds = ["deterministic", "faithful", "lossless", "stochastic"] as const satisfies readonly LadderClass[];

export const kindWords: Readonly<Record<LadderClass, string>> = {
  deterministic: "labels are functions of those below",
  faithful: "labels list those of their pixels",
  lossless: "labels are the contents themselves",
  stochastic: "labels are random",
};

export interface RandomSource {
  readonly kind: "random";
  readonly class: LadderClass;
  readonly pixels: number;
  readonly values: number;
  readonly levels: number;
  readonly events: number;
  /** The part of the inputs that never occur, on average. */
  readonly zeros: number;
  readonly seed: number;
}

export interface TypedSource {
  readonly kind: "tables";
  readonly text: string;
}

export type LadderSource = RandomSource | TypedSource;

import type { LadderClass } from "../../../theory/ladder/random/randomLadder.js";
import { choiceField, numberField, textField, type ValuesOf } from "../../address/field.js";
import { kinds, type LadderSource } from "./ladderSource.js";
import type { LaddersQuestion } from "./laddersTask.js";
import { exampleTables } from "./parseTables.js";

export const limits = {
  pixels: { min: 1, max: 4, integer: true },
  values: { min: 2, max: 3, integer: true },
  levels: { min: 1, max: 4, integer: true },
  events: { min: 1, max: 4, integer: true },
  zeros: { min: 0, max: 0.9 },
  width: { min: 1, max: 4, integer: true },
} as const;

/** What the address of the view says. */
export const laddersFields = {
  source: choiceField<LadderSource["kind"]>("random", ["random", "tables"]),
  class: choiceField<LadderClass>("deterministic", kinds),
  pixels: numberField(4, limits.pixels),
  values: numberField(2, limits.values),
  levels: numberField(3, limits.levels),
  events: numberField(3, limits.events),
  zeros: numberField(0, limits.zeros),
  tables: textField(exampleTables),
  width: numberField(2, limits.width),
  signs: choiceField<LaddersQuestion["signs"]>("any", ["any", "positive"]),
  seed: numberField(1, { min: 0, max: Number.MAX_SAFE_INTEGER, integer: true }),
  /** That is looked at; "": the top. */
  region: textField(""),
  node: numberField(0, { min: 0, max: limits.width.max, integer: true }),
};

export type LaddersValues = ValuesOf<typeof laddersFields>;

export function questionOf(values: LaddersValues): LaddersQuestion {
  const { source: kind, class: own, pixels, values: grey, levels, events, zeros, tables, seed } = values;
  const source: LadderSource =
    kind === "tables"
      ? { kind, text: tables }
      : { kind, class: own, pixels, values: grey, levels, events, zeros, seed };
  return { source, width: values.width, signs: values.signs, seed, region: values.region, node: values.node };
}

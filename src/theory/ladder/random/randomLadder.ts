/** Random ladders for property tests: several levels, overlapping receptive fields, shared children, contents of probability zero. */
import { assertInteger, domainError } from "../../../numeric/domain.js";
import { assertShapes, finite, settingsOf, text } from "../../../numeric/shape.js";
import type { RegionSpec } from "../build/regionSpec.js";
import type { Ladder } from "../ladder.js";
import { ladderFromAtoms } from "../ladderFromAtoms.js";
import { Chance } from "./chance.js";
import { type Field, skeleton } from "./skeleton.js";

/**
 * "deterministic": each label is a random function of the content (leaves) or of the children's labels.
 * "lossless": z = x in every region, so that P(x_alpha | z_alpha) is a delta function.
 * "faithful": each pixel has a label, pixels are independent given their labels, and the label of a region lists those of its pixels:
 * focus and broadness hold though labels lose information.
 * "stochastic": labels are random given x; each input is split into several atoms.
 */
export const ladderClasses = ["deterministic", "lossless", "faithful", "stochastic"] as const;
export type LadderClass = (typeof ladderClasses)[number];

export interface RandomLadderOptions {
  /** Integer in [0, 2^53). The ladder is a function of these options. */
  readonly seed: number;
  readonly class: LadderClass;
  /** 1 to 8; default 3. */
  readonly pixels?: number;
  /** Values of a pixel, 1 to 6; default 2 (in "faithful" ladders 3). values^pixels <= 10^5. */
  readonly values?: number;
  /** Regions above each other, 1 to 6; default 3. One level is one only where the leaves are one. */
  readonly levels?: number;
  /** Most events of a region, 1 to 6; default 2. No limit holds in "lossless" and "faithful" ladders. */
  readonly events?: number;
  /** Probability that an input has weight zero, in [0, 1); default 0.3. */
  readonly zeros?: number;
}

/** A random ladder. Every size from one up occurs where the options allow it. Throws TheoryError for options out of range. */
export function randomLadder(options: RandomLadderOptions): Ladder {
  assertShapes({ options: settingsOf({ seed: finite, class: text }) }, { options });
  const { seed, pixels = 3, levels = 3, events = 2, zeros = 0.3 } = options;
  const { values = options.class === "faithful" ? 3 : 2 } = options;
  assertOptions(options.class, pixels, values, levels, events, zeros);
  const chance = new Chance(seed);
  const fields = skeleton(chance, pixels, levels);
  const inputs = productOf(pixels, values);
  if (options.class === "faithful") return faithful(chance, fields, inputs, values, events, zeros);
  const weights = chance.probabilities(inputs.length, zeros);
  if (options.class === "stochastic") return stochastic(chance, fields, inputs, weights, events);
  const specs = fields.map((field): RegionSpec => {
    if (options.class === "lossless") return { ...field, labels: "content" };
    const known = new Map<string, number>();
    const draw = (key: string) => known.get(key) ?? known.set(key, chance.integer(0, events - 1)).get(key)!;
    return { ...field, labels: (content, below) => draw((below.length > 0 ? below : content).join(" ")) };
  });
  return ladderFromAtoms(inputs, weights, specs);
}

function faithful(
  chance: Chance,
  fields: readonly Field[],
  inputs: readonly (readonly number[])[],
  values: number,
  events: number,
  zeros: number,
): Ladder {
  const pixels = inputs[0]!.length;
  const labels = Array.from({ length: pixels }, () =>
    Array.from({ length: values }, () => chance.integer(0, Math.min(events, values) - 1)),
  );
  // P(pixel | its label) up to a constant, never zero: which inputs occur is decided by their labels alone
  const within = labels.map((row) => row.map(() => 0.1 + chance.uniform()));
  const named = inputs.map((input) => input.map((value, pixel) => labels[pixel]![value]!));
  const keys = [...new Set(named.map((list) => list.join(" ")))];
  const prior = new Map(chance.probabilities(keys.length, zeros).map((mass, at) => [keys[at]!, mass]));
  const shares = inputs.map((input) => input.reduce((product, value, pixel) => product * within[pixel]![value]!, 1));
  const totals = new Map<string, number>();
  for (const [at, list] of named.entries()) {
    totals.set(list.join(" "), (totals.get(list.join(" ")) ?? 0) + shares[at]!);
  }
  const weights = named.map((list, at) => (prior.get(list.join(" "))! * shares[at]!) / totals.get(list.join(" "))!);
  const specs = fields.map((field): RegionSpec => {
    const code = (input: number) => field.pixels.reduce((sum, pixel) => sum * events + named[input]![pixel]!, 0);
    return { ...field, labels: inputs.map((_, input) => code(input)) };
  });
  return ladderFromAtoms(inputs, weights, specs);
}

function stochastic(
  chance: Chance,
  fields: readonly Field[],
  inputs: readonly (readonly number[])[],
  weights: readonly number[],
  events: number,
): Ladder {
  const parts = weights.map((weight) => chance.probabilities(chance.integer(1, 3)).map((share) => share * weight));
  const atoms = parts.flatMap((split, input) => split.map(() => inputs[input]!));
  const specs = fields.map(
    (field): RegionSpec => ({ ...field, labels: atoms.map(() => chance.integer(0, events - 1)) }),
  );
  return ladderFromAtoms(atoms, parts.flat(), specs, { nesting: "stochastic" });
}

/** All inputs, in lexicographic order. */
function productOf(pixels: number, values: number): readonly (readonly number[])[] {
  let inputs: readonly (readonly number[])[] = [[]];
  for (let pixel = 0; pixel < pixels; pixel++) {
    inputs = inputs.flatMap((input) => Array.from({ length: values }, (_, value) => [...input, value]));
  }
  return inputs;
}

function assertOptions(
  kind: LadderClass,
  pixels: number,
  values: number,
  levels: number,
  events: number,
  zeros: number,
): void {
  if (!ladderClasses.includes(kind)) {
    throw domainError("class", kind, ladderClasses.join(", "), "Name one of these classes.");
  }
  assertInteger("pixels", pixels, 1, 8);
  assertInteger("values", values, 1, 6);
  assertInteger("levels", levels, 1, 6);
  assertInteger("events", events, 1, 6);
  if (values ** pixels > 1e5) {
    throw domainError("values", values, "values^pixels <= 10^5", "Pass fewer pixels or values.");
  }
  if (!(zeros >= 0 && zeros < 1)) throw domainError("zeros", zeros, "[0, 1)", "Pass a probability below 1.");
}

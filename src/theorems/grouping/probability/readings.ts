import { probabilitySpace } from "../../../theory/grouping/probability/probabilitySpace.js";
import { below, randomLaw, randomPartition, range, streamOf } from "../ways/randomSpaces.js";

const values = [0, 1, -2] as const;

/** A space with random readings 0, 1 or -2 at U places; points of one atom have equal ones. */
export function randomReadings(n: number, U: number, seed: number) {
  const stream = streamOf(seed, 1);
  const events = randomPartition(stream, n);
  const space = probabilitySpace(randomLaw(stream, n), { events });
  const byAtom = events.blocks.map(() => range(U).map(() => values[below(stream, values.length)]!));
  return { space, readings: events.blockOf.map((atom) => byAtom[atom]!), values, stream };
}

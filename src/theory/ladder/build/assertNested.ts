/** z_alpha must be a function of x_alpha, and in a nested ladder of the labels of the children (Tian et al. 2019, Sec. 3.1). */
import { domainError } from "../../../numeric/domain.js";
import type { Nesting, Region } from "../ladder.js";

/** Throws TheoryError naming the region, the labels and two atoms (places in the user's list) that contradict each other. */
export function assertNested(
  region: Region,
  children: readonly Region[],
  nesting: Nesting,
  kept: readonly number[],
): void {
  if (nesting === "stochastic") return;
  const contradiction = firstContradiction(region, (atom) => String(region.content[atom]));
  if (contradiction !== null) {
    throw labelError(region, contradiction, kept, "show the same content", "a function of the region's content");
  }
  if (nesting === "content" || children.length === 0) return;
  const below = firstContradiction(region, (atom) => children.map(({ event }) => event[atom]).join(" "));
  if (below === null) return;
  const labels = children.map(({ id, event, events }) => `${id} = ${events[event[below[0]]!]}`).join(", ");
  throw labelError(
    region,
    below,
    kept,
    `have the same labels below (${labels})`,
    "a function of the children's labels",
  );
}

/** Two atoms with one key and different events, the first there are. */
function firstContradiction({ event }: Region, keyOf: (atom: number) => string): readonly [number, number] | null {
  const seen = new Map<string, number>();
  for (let atom = 0; atom < event.length; atom++) {
    const key = keyOf(atom);
    const earlier = seen.get(key);
    if (earlier === undefined) seen.set(key, atom);
    else if (event[earlier] !== event[atom]) return [earlier, atom];
  }
  return null;
}

function labelError(
  { id, event, events }: Region,
  [one, other]: readonly [number, number],
  kept: readonly number[],
  same: string,
  domain: string,
) {
  const [first, second] = [events[event[one]!], events[event[other]!]];
  return domainError(
    `labels of ${id}`,
    `${first} at atom ${kept[one]} and ${second} at atom ${kept[other]}`,
    domain,
    `Atoms ${kept[one]} and ${kept[other]} ${same} but differ in the label of ${id}. ` +
      `Correct the labels, or pass a weaker \`nesting\`.`,
  );
}

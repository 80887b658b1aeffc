import { editDistance } from "../symbolic/editDistance.js";

const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, "");

/** Names longer than this are no slips of the pen. */
const LONGEST = 60;

/** At most three of `names` that `wanted` may have meant, the nearest first. */
export function nearNames(wanted: string, names: readonly string[]): readonly string[] {
  const word = plain(wanted.slice(0, LONGEST));
  if (word === "") return [];
  const scored = names.map((name) => ({ name, score: editDistance(word, plain(name)) }));
  const near = scored.filter(
    ({ name, score }) => score <= Math.max(1, word.length / 3) || (word.length > 2 && plain(name).includes(word)),
  );
  return near
    .sort((a, b) => a.score - b.score)
    .slice(0, 3)
    .map(({ name }) => name);
}

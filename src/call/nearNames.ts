/** Letters to insert, delete or replace. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1]! + Number(letter !== b[j - 1]);
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}

const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, "");

/** Names longer than this are no slips of the pen. */
const LONGEST = 60;

/** At most three of `names` that `wanted` may have meant, the nearest first. */
export function nearNames(wanted: string, names: readonly string[]): readonly string[] {
  const word = plain(wanted.slice(0, LONGEST));
  if (word === "") return [];
  const scored = names.map((name) => ({ name, score: distance(word, plain(name)) }));
  const near = scored.filter(
    ({ name, score }) => score <= Math.max(1, word.length / 3) || (word.length > 2 && plain(name).includes(word)),
  );
  return near
    .sort((a, b) => a.score - b.score)
    .slice(0, 3)
    .map(({ name }) => name);
}

/** Letters to insert, delete or replace (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1]! + Number(a[i - 1] !== b[j - 1]);
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}

const slug = (id: string) => id.slice(id.indexOf("/") + 1);

/** At most three known ids that the unknown one may have meant, the nearest first. */
export function nearIds(unknown: string, ids: readonly string[]): readonly string[] {
  const wanted = slug(unknown).toLowerCase();
  const scored = ids.map((id) => ({ id, score: slug(id).includes(wanted) ? 0 : distance(wanted, slug(id)) }));
  const near = scored.filter(({ score }) => score <= Math.max(2, wanted.length / 3));
  near.sort((a, b) => a.score - b.score);
  return near.slice(0, 3).map(({ id }) => id);
}

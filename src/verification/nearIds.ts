import { editDistance } from "../symbolic/editDistance.js";

const slug = (id: string) => id.slice(id.indexOf("/") + 1);

/** At most three known ids that the unknown one may have meant, the nearest first. */
export function nearIds(unknown: string, ids: readonly string[]): readonly string[] {
  const wanted = slug(unknown).toLowerCase();
  const scored = ids.map((id) => ({ id, score: slug(id).includes(wanted) ? 0 : editDistance(wanted, slug(id)) }));
  const near = scored.filter(({ score }) => score <= Math.max(2, wanted.length / 3));
  near.sort((a, b) => a.score - b.score);
  return near.slice(0, 3).map(({ id }) => id);
}

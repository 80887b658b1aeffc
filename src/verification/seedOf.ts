const PRIME = 0x01000193;
const BASIS = 0x811c9dc5;

/** A 32-bit seed from the run's seed and a name (Fowler-Noll-Vo, variant 1a): each check has points of its own. */
export function seedOf(seed: number, name: string): number {
  let hash = BASIS;
  for (const letter of `${seed}/${name}`) hash = Math.imul(hash ^ letter.codePointAt(0)!, PRIME);
  return hash | 0;
}

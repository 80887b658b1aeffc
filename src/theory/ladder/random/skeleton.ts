/** Random receptive fields: several levels of overlapping windows with shared children, and a top that covers everything. */
import type { RegionSpec } from "../build/regionSpec.js";
import type { Chance } from "./chance.js";

/** A region without labels. */
export type Field = Omit<RegionSpec, "labels"> & { readonly children: readonly string[] };

/**
 * Level 1 has windows of one or two neighbouring pixels, and every level above windows of up to three
 * neighbouring regions, until `levels` regions lie on top of each other. The top also takes every region without a parent.
 */
export function skeleton(chance: Chance, pixels: number, levels: number): readonly Field[] {
  let level: readonly Field[] = leaves(chance, pixels);
  const fields: Field[] = [...level];
  for (let height = 2; height < levels; height++) {
    const count = chance.integer(1, Math.max(1, level.length - 1));
    const next: Field[] = [];
    for (let place = 0; place < count; place++) {
      const from = Math.min(level.length - 1, chance.integer(0, place + 1));
      const below = level.slice(from, from + chance.integer(1, 3));
      next.push(joined(`${height}.${place}`, below));
    }
    fields.push(...next);
    level = next;
  }
  if (fields.length === 1) return fields;
  const covered = new Set(fields.flatMap(({ children }) => children));
  return [
    ...fields,
    joined(
      "top",
      fields.filter(({ id }) => !covered.has(id)),
    ),
  ];
}

function leaves(chance: Chance, pixels: number): readonly Field[] {
  return Array.from({ length: pixels }, (_, place) => {
    const wide = place + 1 < pixels && chance.uniform() < 0.6;
    return { id: `1.${place}`, pixels: wide ? [place, place + 1] : [place], children: [] };
  });
}

function joined(id: string, below: readonly Field[]): Field {
  const pixels = [...new Set(below.flatMap((field) => field.pixels))].sort((a, b) => a - b);
  return { id, pixels, children: below.map((field) => field.id) };
}

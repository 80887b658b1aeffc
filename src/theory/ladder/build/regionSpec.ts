/** What a user says about a region, and the order in which regions are built. */
import { domainError } from "../../../numeric/domain.js";

/** z_alpha of one atom from the values of the region's pixels and the labels of its children, in their listed orders. */
export type LabelFunction = (content: readonly number[], childLabels: readonly number[]) => number;

export interface RegionSpec {
  readonly id: string;
  /** Indices into the pixels of an atom; at least one, without repetition. */
  readonly pixels: readonly number[];
  /** Regions whose pixels are among these; default none. */
  readonly children?: readonly string[];
  /** Integer label of each atom; or a function; or "content": z_alpha = x_alpha, every content is an event of its own. */
  readonly labels: readonly number[] | LabelFunction | "content";
}

/** The regions, children before parents. Throws TheoryError for repeated, unknown or circular names and for fields that do not contain. */
export function inBuildingOrder(specs: readonly RegionSpec[], pixelCount: number): readonly RegionSpec[] {
  if (specs.length === 0) throw domainError("regions", "[]", "at least one region", "Pass the regions of the ladder.");
  const named = new Map<string, RegionSpec>();
  for (const spec of specs) {
    if (named.has(spec.id)) {
      throw domainError("regions", spec.id, "names that differ", `Two regions have the name "${spec.id}": rename one.`);
    }
    assertPixels(spec, pixelCount);
    named.set(spec.id, spec);
  }
  const order = new Set<RegionSpec>();
  for (const spec of specs) visit(spec, named, order, []);
  return [...order];
}

function visit(
  spec: RegionSpec,
  named: ReadonlyMap<string, RegionSpec>,
  order: Set<RegionSpec>,
  trail: readonly string[],
): void {
  if (order.has(spec)) return;
  if (trail.includes(spec.id)) {
    const circle = [...trail.slice(trail.indexOf(spec.id)), spec.id].join(" -> ");
    throw domainError("regions", circle, "children without circles", "No region may be below itself.");
  }
  const children = spec.children ?? [];
  if (new Set(children).size < children.length) {
    throw domainError(`children of ${spec.id}`, children.join(", "), "names that differ", "List each child once.");
  }
  for (const id of children) {
    const child = named.get(id);
    if (child === undefined) {
      throw domainError(`children of ${spec.id}`, id, "names of regions", "List that region, or drop the child.");
    }
    assertCovers(spec, child);
    visit(child, named, order, [...trail, spec.id]);
  }
  order.add(spec);
}

function assertPixels({ id, pixels }: RegionSpec, pixelCount: number): void {
  if (pixels.length === 0) {
    throw domainError(`pixels of ${id}`, "[]", "at least one pixel", "A region covers a part of the input.");
  }
  for (const pixel of pixels) {
    if (Number.isInteger(pixel) && pixel >= 0 && pixel < pixelCount) continue;
    throw domainError(`pixels of ${id}`, pixel, `indices from 0 to ${pixelCount - 1}`, "Atoms have no such pixel.");
  }
  if (new Set(pixels).size < pixels.length) {
    throw domainError(`pixels of ${id}`, pixels.join(", "), "indices that differ", "List each pixel once.");
  }
}

function assertCovers(parent: RegionSpec, child: RegionSpec): void {
  const covered = new Set(parent.pixels);
  const outside = child.pixels.filter((pixel) => !covered.has(pixel));
  if (outside.length === 0) return;
  throw domainError(
    `pixels of ${child.id}`,
    outside.join(", "),
    `pixels of its parent ${parent.id}`,
    "A parent's receptive field covers its children's.",
  );
}

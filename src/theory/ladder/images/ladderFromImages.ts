/**
 * A ladder from labelled images: square patches on several levels, each labelled by the cluster of its content, and the whole image,
 * labelled by its class (Tian et al. 2019, Sec. 3.1, whose latent summaries are unknown for real images; clusters are our choice).
 */
import { assertInteger, domainError } from "../../../numeric/domain.js";
import { assertShapes, finite, list, matrix, optional, record, settingsOf, vector } from "../../../numeric/shape.js";
import type { RegionSpec } from "../build/regionSpec.js";
import type { Ladder } from "../ladder.js";
import { ladderFromAtoms } from "../ladderFromAtoms.js";
import { nestingShape } from "../shapes.js";
import { kMeans } from "./kMeans.js";

/** The patches of one level. */
export interface PatchLevel {
  /** Side of a patch in pixels. */
  readonly side: number;
  /** Pixels from one patch to the next, in both directions. */
  readonly stride: number;
  /** Labels that a patch can have, m_alpha, unless fewer contents occur. */
  readonly clusters: number;
}

export interface ImagesOptions {
  /** From the smallest patches up; at least one level. A patch covers the patches of the level below that lie inside it. */
  readonly levels: readonly PatchLevel[];
  /** Seed of the clustering, an integer in [0, 2^53). */
  readonly seed: number;
  /** Pixels in [0, 1] are rounded to this many equally spaced values, so that contents repeat; default: they are kept. */
  readonly greys?: number;
  /** "stochastic" allows equal images of different classes, which rounding may make; default "content": they are refused. */
  readonly nesting?: "content" | "stochastic";
}

/**
 * The ladder of these images, all of them equally likely. `images`: rows of pixels in [0, 1], of one size; `labels`: the integer
 * class of each. Regions are "level:row,column" and "image". Labels are functions of contents (nesting "content"): that z_alpha is a
 * function of the labels below is not enforced, since no clustering makes the class of a real image one.
 * Throws TheoryError for images of several sizes, pixels outside [0, 1], patches that do not fit or cover nothing of the level below, and
 * equal images (after rounding) of different classes.
 */
export function ladderFromImages(
  images: readonly (readonly (readonly number[])[])[],
  labels: readonly number[],
  options: ImagesOptions,
): Ladder {
  assertShapes(
    {
      images: list(matrix),
      labels: vector,
      options: settingsOf({
        levels: list(record({})),
        seed: finite,
        greys: optional(finite),
        nesting: optional(nestingShape),
      }),
    },
    { images, labels, options },
  );
  const { levels, seed, greys, nesting = "content" } = options;
  const [height, width] = sizeOf(images);
  if (labels.length !== images.length) {
    throw domainError("labels", `${labels.length} labels`, `${images.length} labels`, "Pass one class for each image.");
  }
  if (levels.length === 0) throw domainError("levels", "[]", "at least one level of patches", "Pass one.");
  if (greys !== undefined) assertInteger("greys", greys, 2, 256);
  const steps = greys === undefined ? null : greys - 1;
  const atoms = images.map((image) =>
    image.flat().map((value) => (steps === null ? value : Math.round(value * steps) / steps)),
  );
  const regions: RegionSpec[] = [];
  let below: readonly RegionSpec[] = [];
  for (const [place, level] of levels.entries()) {
    const patches = patchesOf(place, level, height, width);
    below = patches.map(({ id, pixels }, at): RegionSpec => {
      const points = atoms.map((atom) => pixels.map((pixel) => atom[pixel]!));
      const { cluster } = kMeans(points, level.clusters, { seed: seed + at });
      return { id, pixels, children: childrenOf(id, pixels, below, place), labels: cluster };
    });
    regions.push(...below);
  }
  const all = Array.from({ length: height * width }, (_, pixel) => pixel);
  const covered = new Set(regions.flatMap(({ children }) => children ?? []));
  const children = regions.filter(({ id }) => !covered.has(id)).map(({ id }) => id);
  const weights = images.map(() => 1 / images.length);
  return ladderFromAtoms(atoms, weights, [...regions, { id: "image", pixels: all, children, labels }], {
    nesting,
  });
}

function patchesOf(place: number, { side, stride, clusters }: PatchLevel, height: number, width: number) {
  assertInteger(`levels[${place}].side`, side, 1, Math.min(height, width));
  assertInteger(`levels[${place}].stride`, stride, 1, Math.max(height, width));
  assertInteger(`levels[${place}].clusters`, clusters, 1, 10_000);
  const patches: { readonly id: string; readonly pixels: readonly number[] }[] = [];
  for (let top = 0; top + side <= height; top += stride) {
    for (let left = 0; left + side <= width; left += stride) {
      const pixels = Array.from(
        { length: side * side },
        (_, at) => (top + Math.floor(at / side)) * width + left + (at % side),
      );
      patches.push({ id: `${place + 1}:${top},${left}`, pixels });
    }
  }
  return patches;
}

function childrenOf(
  id: string,
  pixels: readonly number[],
  below: readonly RegionSpec[],
  place: number,
): readonly string[] {
  if (place === 0) return [];
  const covered = new Set(pixels);
  const inside = below.filter((patch) => patch.pixels.every((pixel) => covered.has(pixel)));
  if (inside.length > 0) return inside.map((patch) => patch.id);
  const remedy = "Make the patches larger, or those below smaller or denser.";
  throw domainError(`levels[${place}]`, `patch ${id}`, "patches that cover at least one of the level below", remedy);
}

function sizeOf(images: readonly (readonly (readonly number[])[])[]): readonly [number, number] {
  const height = images[0]?.length ?? 0;
  const width = images[0]?.[0]?.length ?? 0;
  if (height === 0 || width === 0) throw domainError("images", "an empty list", "at least one pixel", "Pass images.");
  for (const [at, image] of images.entries()) {
    if (image.length !== height || image.some((row) => row.length !== width)) {
      throw domainError(
        `images[${at}]`,
        "another size",
        `${height} rows of ${width} pixels`,
        "Pass images of one size.",
      );
    }
    for (const value of image.flat()) {
      if (!(value >= 0 && value <= 1)) throw domainError(`images[${at}]`, value, "pixels in [0, 1]", "Divide by 255.");
    }
  }
  return [height, width];
}

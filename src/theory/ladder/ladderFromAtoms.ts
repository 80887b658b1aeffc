/** A ladder from a list of inputs with probabilities, and labels of every region (Tian et al. 2019, Sec. 3.1). */

import { domainError } from "../../numeric/domain.js";
import { assertProbabilities } from "../../numeric/linearAlgebra/matrixChecks.js";
import { anyList, assertShapes, list, optionsOf } from "../../numeric/shape.js";
import { assertNested } from "./build/assertNested.js";
import { indexedLists, indexedNumbers } from "./build/indexed.js";
import { inBuildingOrder, type RegionSpec } from "./build/regionSpec.js";
import type { Ladder, Nesting, Region } from "./ladder.js";
import { nestingShape, regionSpecShape } from "./shapes.js";

/** More atoms than this are refused: every pass over a ladder is linear in atoms times regions. */
const MAXIMUM_ATOMS = 1_000_000;

export interface AtomsOptions {
  /** Default "nested", the paper's ladder. */
  readonly nesting?: Nesting;
}

/**
 * The ladder of these inputs.
 *
 * `atoms`: the pixels of each input, finite numbers, all lists of one length >= 1; the same input may occur twice. `weights`: its
 * probability, >= 0; they must sum to 1 within 1e-9 and are then divided by their sum. Atoms of weight zero are left out (they may
 * contradict the others; `kept` lists the rest). `regions`: in any order, see RegionSpec.
 *
 * Throws TheoryError for weights that are negative or do not sum to 1, ragged or empty lists, pixels that do not exist, a child
 * outside its parent, circles, and labels that do not nest; the message names the region, the labels and two contradicting atoms.
 */
export function ladderFromAtoms(
  atoms: readonly (readonly number[])[],
  weights: readonly number[],
  regions: readonly RegionSpec[],
  options: AtomsOptions = {},
): Ladder {
  assertShapes(
    {
      atoms: list(anyList),
      weights: anyList,
      regions: list(regionSpecShape),
      options: optionsOf({ nesting: nestingShape }),
    },
    { atoms, weights, regions, options },
  );
  const { nesting = "nested" } = options;
  assertAtoms(atoms, weights);
  const total = assertProbabilities("weights", weights);
  const kept = weights.flatMap((weight, at) => (weight > 0 ? [at] : []));
  const inputs = kept.map((at) => atoms[at]!);
  const built = new Map<string, Region>();
  const ordered = inBuildingOrder(regions, atoms[0]!.length);
  for (const spec of ordered) {
    const children = (spec.children ?? []).map((id) => built.get(id)!);
    const parents = ordered.filter((other) => other.children?.includes(spec.id)).map(({ id }) => id);
    const region = regionFrom(spec, inputs, children, parents, kept, atoms.length);
    assertNested(region, children, nesting, kept);
    built.set(spec.id, region);
  }
  return Object.freeze({
    weights: Object.freeze(kept.map((at) => weights[at]! / total)),
    kept: Object.freeze(kept),
    given: atoms.length,
    regions: Object.freeze([...built.values()]),
    nesting,
  });
}

function regionFrom(
  spec: RegionSpec,
  inputs: readonly (readonly number[])[],
  children: readonly Region[],
  parents: readonly string[],
  kept: readonly number[],
  given: number,
): Region {
  const shown = inputs.map((input) => spec.pixels.map((pixel) => input[pixel]!));
  const contents = indexedLists(shown);
  const labels = labelsOf(spec, shown, contents.index, children, kept, given);
  const events = indexedNumbers(labels);
  return Object.freeze({
    id: spec.id,
    pixels: Object.freeze([...spec.pixels]),
    children: Object.freeze(children.map(({ id }) => id)),
    parents: Object.freeze(parents),
    contents: Object.freeze(contents.distinct),
    events: Object.freeze(events.distinct),
    content: Object.freeze(contents.index),
    event: Object.freeze(events.index),
  });
}

function labelsOf(
  { id, labels }: RegionSpec,
  shown: readonly (readonly number[])[],
  content: readonly number[],
  children: readonly Region[],
  kept: readonly number[],
  given: number,
): readonly number[] {
  if (labels === "content") return content;
  const childLabels = (atom: number) => children.map(({ event, events }) => events[event[atom]!]!);
  if (typeof labels !== "function" && labels.length !== given) {
    throw domainError(
      `labels of ${id}`,
      `${labels.length} labels`,
      `one label for each of the ${given} atoms`,
      "Atoms of weight zero have one too.",
    );
  }
  const found =
    typeof labels === "function"
      ? shown.map((values, atom) => labels(values, childLabels(atom)))
      : kept.map((at) => labels[at]!);
  const wrong = found.findIndex((label) => !Number.isSafeInteger(label));
  if (wrong < 0) return found;
  throw domainError(`labels of ${id}`, found[wrong], "integers", `Atom ${kept[wrong]} has no integer label.`);
}

function assertAtoms(atoms: readonly (readonly number[])[], weights: readonly number[]): void {
  if (atoms.length === 0 || atoms.length > MAXIMUM_ATOMS) {
    throw domainError(
      "atoms",
      `${atoms.length} atoms`,
      `1 to ${MAXIMUM_ATOMS} atoms`,
      "Pass fewer, or pool equal ones.",
    );
  }
  const pixels = atoms[0]!.length;
  for (const [at, atom] of atoms.entries()) {
    if (atom.length !== pixels || pixels === 0) {
      throw domainError(
        `atoms[${at}]`,
        `${atom.length} pixels`,
        `${Math.max(1, pixels)} pixels, as the first atom`,
        "Pass atoms of one length.",
      );
    }
    for (const value of atom) {
      if (!Number.isFinite(value)) {
        throw domainError(`atoms[${at}]`, value, "finite numbers", "Replace missing pixels by a number of their own.");
      }
    }
  }
  if (weights.length === atoms.length) return;
  throw domainError(
    "weights",
    `${weights.length} weights`,
    `${atoms.length} weights`,
    "Pass one weight for each atom.",
  );
}

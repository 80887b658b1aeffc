import { domainError } from "../../../numeric/domain.js";
import { assertShapes, having, list, madeBy, type Shape, text } from "../../../numeric/shape.js";
import { cycleIn } from "./cycleIn.js";

const MOST_ELEMENTS = 256;
const MOST_PAIRS = 100_000;

/** A finite partially ordered set; frozen. Elements are known by their names, and by their places in `elements`. */
export interface Poset {
  readonly elements: readonly string[];
  /** less[i][j]: whether element i is less than element j. */
  readonly less: readonly (readonly boolean[])[];
  /** Upper covers: the minimal elements above each element, by places, ascending. */
  readonly covers: readonly (readonly number[])[];
  /** Lower covers: the maximal elements below each element. */
  readonly coveredBy: readonly (readonly number[])[];
}

export const posetShape: Shape = madeBy("poset", "elements", "covers");

const pair = having("a pair of names, the lesser one first", (value) => {
  return Array.isArray(value) && value.length === 2 && value.every((name) => typeof name === "string");
});

/** Elements above each element by chains of generators: those of the generators above it, and theirs. No cycles. */
function closureOf(above: readonly (readonly number[])[]): boolean[][] {
  const less: boolean[][] = new Array(above.length);
  const visit = (x: number): boolean[] => {
    if (less[x] !== undefined) return less[x];
    const row = new Array<boolean>(above.length).fill(false);
    for (const y of above[x]!) {
      const beyond = visit(y);
      row[y] = true;
      for (let z = 0; z < row.length; z++) row[z] ||= beyond[z]!;
    }
    less[x] = row;
    return row;
  };
  for (let x = 0; x < above.length; x++) visit(x);
  return less;
}

/**
 * The partial order that these pairs x < y generate, by transitivity. Pairs may be redundant. At most 256 elements and 100 000 pairs.
 * @throws TheoryError "domain" for no elements, equal names, a pair with an unknown name, and generators with a cycle, which the message shows.
 */
export function poset(elements: readonly string[], lessThan: readonly (readonly [string, string])[]): Poset {
  assertShapes({ elements: list(text, 1), lessThan: list(pair) }, { elements, lessThan });
  if (elements.length > MOST_ELEMENTS || lessThan.length > MOST_PAIRS) {
    const value = `${elements.length} elements and ${lessThan.length} pairs`;
    const domain = `at most ${MOST_ELEMENTS} elements and ${MOST_PAIRS} pairs`;
    throw domainError("elements", value, domain, "Take a smaller order.");
  }
  const places = new Map(elements.map((name, i) => [name, i]));
  const twice = elements.findIndex((name, i) => places.get(name) !== i);
  if (twice >= 0) {
    throw domainError(`elements[${twice}]`, `"${elements[twice]}"`, "names that differ", "Rename it.");
  }
  const above = elements.map(() => new Set<number>());
  for (const [k, names] of lessThan.entries()) {
    const unknown = names.find((name) => !places.has(name));
    if (unknown !== undefined) {
      throw domainError(`lessThan[${k}]`, `"${unknown}"`, "names of elements", "Add it to the elements.");
    }
    above[places.get(names[0])!]!.add(places.get(names[1])!);
  }
  const generators = above.map((set) => [...set].sort((x, y) => x - y));
  const cycle = cycleIn(generators);
  if (cycle !== null) {
    const shown = cycle.map((place) => elements[place]).join(" < ");
    throw domainError("lessThan", `the cycle ${shown}`, "pairs without a cycle", "Drop one of its pairs.");
  }
  return posetOf(elements, closureOf(generators));
}

function posetOf(elements: readonly string[], less: readonly (readonly boolean[])[]): Poset {
  const places = elements.map((_, i) => i);
  const above = places.map((x) => places.filter((y) => less[x]![y]));
  const covers = places.map((x) => above[x]!.filter((y) => !above[x]!.some((z) => less[z]![y])));
  const coveredBy = places.map((y) => places.filter((x) => covers[x]!.includes(y)));
  const frozen = <T>(rows: readonly (readonly T[])[]) => Object.freeze(rows.map((row) => Object.freeze([...row])));
  return Object.freeze({
    elements: Object.freeze([...elements]),
    less: frozen(less),
    covers: frozen(covers),
    coveredBy: frozen(coveredBy),
  });
}

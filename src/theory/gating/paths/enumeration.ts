import { domainError } from "../../../numeric/domain.js";
import { assertShapes } from "../../../numeric/shape.js";
import type { GatedNetwork } from "../network/gatedNetwork.js";
import { gatedShape } from "../shapes.js";

/** Enumerations of more paths are refused; path sums, counts and kernels have no such limit. */
const MOST_PATHS = 2_000_000;

/** m_1, ..., m_(L-1). */
export const hiddenWidths = ({ widths }: GatedNetwork): readonly number[] => widths.slice(1, -1);

/** The number of paths, the product of the hidden widths: m^(L-1), not m^L. At most 8192^63, which is a double. */
export function totalPaths(network: GatedNetwork): number {
  assertShapes({ network: gatedShape }, { network });
  return hiddenWidths(network).reduce((product, width) => product * width, 1);
}

/** Throws TheoryError unless the paths can be listed. */
export function assertEnumerable(network: GatedNetwork, most = MOST_PATHS): void {
  const total = totalPaths(network);
  if (total <= most) return;
  throw domainError(
    "network",
    `${total} paths`,
    `at most ${most} paths to enumerate`,
    "Use what needs no enumeration.",
  );
}

/** Every combination of one index below each width, in lexicographic order. `visit` gets one array again and again. Without widths: once, with nothing. */
export function forEachPath(widths: readonly number[], visit: (path: readonly number[]) => void): void {
  const path = widths.map(() => 0);
  for (;;) {
    visit(path);
    let place = widths.length - 1;
    while (place >= 0 && path[place] === widths[place] - 1) path[place--] = 0;
    if (place < 0) return;
    path[place]++;
  }
}

/** Random elements with kernels to extend them by. */
import { randomElement } from "../../../theory/grouping/probability/randomElement.js";
import { positiveKernel, randomKernel, randomSpace, randomValues, streamOf } from "../ways/randomSpaces.js";

export interface DrawSizes {
  readonly n: number;
  readonly m: number;
  readonly k: number;
  readonly seed: number;
}

/** T with m states on a space of n points, and a kernel from them to k states. */
export function drawnElement({ n, m, k, seed }: DrawSizes) {
  const stream = streamOf(seed, 8);
  const space = randomSpace(stream, n);
  const values = randomValues(stream, space, m);
  return { stream, element: randomElement(space, values, { states: m }), kernel: randomKernel(stream, m, k) };
}

export interface GroupingSizes extends DrawSizes {
  readonly h: number;
}

/** The same with kernels of a conditional grouping extension: k states of H~, h of H. */
export function drawnGrouping({ h, ...sizes }: GroupingSizes) {
  const { stream, element } = drawnElement(sizes);
  const { m, k } = sizes;
  const draw = stream.uniform() < 0.5 ? randomKernel : positiveKernel;
  return { element, kernels: { indicator: draw(stream, m, h), coupled: draw(stream, m * h, k) } };
}

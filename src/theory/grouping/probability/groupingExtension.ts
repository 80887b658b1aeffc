/**
 * Conditional grouping extensions (CGE). From T, a conditioning extension draws H~ by the kernel Q~(T, .), and a splitting extension draws H so that H~ given
 * (H, T) has the law Q((T, H), .):
 *
 *   P(T, H, H~) = mu(T) nu(H | T) Q((T, H), H~),   Q~(t, .) = sum_h nu(h | t) Q((t, h), .),   P(h | t, h~) = nu(h | t) Q((t, h), h~)/Q~(t, h~).
 *
 * Source: Definition 2. Ours: the splitting is that of Definition A.7 at each value of T, since nu and Q depend on T. What was there is independent of H given
 * (T, H~), and not given H~ alone.
 */
import { domainError } from "../../../numeric/domain.js";
import { assertShapes, optionsOf, record } from "../../../numeric/shape.js";
import { assertSameLaw } from "./checkedLaw.js";
import { conditioningExtension } from "./conditioningExtension.js";
import { copyOf, type Extension } from "./extension.js";
import { kernelOf, type MarkovKernel, throughKernel } from "./markovKernel.js";
import { discretePartition } from "./partition.js";
import { posterior } from "./posterior.js";
import { atomsOf, elementOf, type RandomElement } from "./randomElement.js";
import { elementShape, kernelShape } from "./shapes.js";

export interface GroupingKernels {
  /** nu: one row, a law of H, for each state t of T. */
  readonly indicator: MarkovKernel;
  /** Q: one row, a law of H~, for each pair (t, h), in row-major order: row t |H| + h. */
  readonly coupled: MarkovKernel;
}

export interface GroupingExtension extends Extension {
  /** T, the input random element, on the new space. */
  readonly input: RandomElement;
  /** H~, the coupled random element. */
  readonly coupled: RandomElement;
  /** H, the group indicator. */
  readonly indicator: RandomElement;
  /** Q~: the law of H~ given T. */
  readonly mixture: MarkovKernel;
}

/** Throws TheoryError unless the kernels fit a T of that many states; `name` is what errors call them. */
export function assertGroupingKernels(name: string, kernels: GroupingKernels, states: number): void {
  assertShapes({ [name]: record({ indicator: kernelShape, coupled: kernelShape }) }, { [name]: kernels });
  const { indicator, coupled } = kernels;
  if (indicator.from !== states) {
    const remedy = "Give one for each state of the input.";
    throw domainError(`${name}.indicator`, `${indicator.from} rows`, `${states} rows`, remedy);
  }
  const pairs = states * indicator.to;
  if (coupled.from !== pairs) {
    const remedy = "Give one for each pair of a state of the input and one of the indicator.";
    throw domainError(`${name}.coupled`, `${coupled.from} rows`, `${pairs} rows`, remedy);
  }
}

/** nu(. | t) and the kernel from H to H~ at the value t. */
const slice = ({ indicator, coupled }: GroupingKernels, t: number) =>
  [indicator.rows[t]!, kernelOf(coupled.rows.slice(t * indicator.to, (t + 1) * indicator.to))] as const;

/** The kernel from (T, H~) to H, row t |H~| + h~. Where h~ has probability zero given t, the law of H given t: any law is a version there. */
const splitting = (kernels: GroupingKernels): MarkovKernel =>
  kernelOf(kernels.indicator.rows.flatMap((nu, t) => posterior(...slice(kernels, t)).rows.map((row) => row ?? nu)));

/** T and H~ as one random element. */
function pairOf(input: RandomElement, external: RandomElement): RandomElement {
  const width = external.codomain.blocks.length;
  const atoms = atomsOf(external);
  const values = atomsOf(input).map((t, point) => t * width + atoms[point]!);
  return elementOf(input.space, values, discretePartition(input.codomain.blocks.length * width));
}

/**
 * The extension of T's space with H~ and H. Q~ is computed from nu and Q; a `mixture` that is given is only compared with it, to 1e-9: H can be split off
 * nothing else.
 * @throws TheoryError "domain" for kernels whose rows do not fit T, a mixture that is not sum_h nu Q, and more than 2^20 points.
 */
export function groupingExtension(
  element: RandomElement,
  kernels: GroupingKernels,
  options: { readonly mixture?: MarkovKernel } = {},
): GroupingExtension {
  assertShapes({ element: elementShape, options: optionsOf({ mixture: kernelShape }) }, { element, options });
  assertGroupingKernels("kernels", kernels, element.codomain.blocks.length);
  const mixture = kernelOf(kernels.indicator.rows.map((_, t) => throughKernel(...slice(kernels, t))));
  const own = options.mixture ?? mixture;
  if (own.from !== mixture.from) {
    const remedy = "Give one for each state of T.";
    throw domainError("mixture", `${own.from} rows`, `${mixture.from} rows`, remedy);
  }
  for (const [t, row] of own.rows.entries()) {
    const remedy = "H can be split off only where the law of H~ is that mixture.";
    assertSameLaw(`mixture row ${t}`, row, mixture.rows[t]!, { what: "sum_h nu(h | t) Q((t, h), .)", remedy });
  }
  const conditioned = conditioningExtension(element, mixture);
  const split = conditioningExtension(pairOf(conditioned.original, conditioned.external), splitting(kernels));
  return Object.freeze({
    base: element.space,
    space: split.space,
    projection: Object.freeze(split.projection.map((point) => conditioned.projection[point]!)),
    input: copyOf(split, conditioned.original),
    coupled: copyOf(split, conditioned.external),
    indicator: split.external,
    mixture,
  });
}

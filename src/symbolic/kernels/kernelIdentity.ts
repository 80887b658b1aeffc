import type { Proposition } from "../proposition.js";

/**
 * How the statement stands to the paper: as printed; printed wrongly; printed for more than it holds for (as
 * conditions, which the definitions of what occurs in it do not imply); or not in the paper.
 */
export type IdentityStatus = "confirmed" | "misprinted" | "narrowed" | "derived";

/** A statement about kernels that holds wherever its conditions do. */
export interface KernelIdentity {
  readonly id: string;
  /** The conclusion in a few words. */
  readonly title: string;
  readonly claim: Proposition;
  readonly conditions: readonly Proposition[];
  readonly source: string;
  readonly status: IdentityStatus;
  /** What the paper has instead of the claim, false under the conditions; only for "misprinted". */
  readonly printed?: Proposition;
  /** What the paper has instead of the conditions; only for "narrowed". */
  readonly printedConditions?: readonly Proposition[];
}

/** A frozen identity, "confirmed" unless said otherwise. */
export function identity(
  id: string,
  title: string,
  conditions: readonly Proposition[],
  claim: Proposition,
  rest: Partial<Pick<KernelIdentity, "source" | "status" | "printed" | "printedConditions">> = {},
): KernelIdentity {
  const place = id.split("/")[0]!;
  return Object.freeze({
    id,
    title,
    claim,
    conditions: Object.freeze([...conditions]),
    source: `the paper's ${place}`,
    status: "confirmed",
    ...rest,
  });
}

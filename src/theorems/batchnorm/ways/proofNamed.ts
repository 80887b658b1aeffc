import { errata } from "../../../../proofs/batchnorm/errata/index.js";
import { proofs } from "../../../../proofs/batchnorm/index.js";
import type { Erratum, Proof } from "../../../../proofs/proof.js";

/** The proof with the id batchnorm/`slug`. Throws a RangeError when there is none. */
export function proofNamed(slug: string): Proof {
  const found = proofs.find(({ id }) => id === `batchnorm/${slug}`);
  if (found === undefined) throw new RangeError(`no proof is called batchnorm/${slug}`);
  return found;
}

/** The erratum with the id batchnorm/erratum-`slug`. Throws a RangeError when there is none. */
export function erratumNamed(slug: string): Erratum {
  const found = errata.find(({ id }) => id === `batchnorm/erratum-${slug}`);
  if (found === undefined) throw new RangeError(`no erratum is called batchnorm/erratum-${slug}`);
  return found;
}

/** An exact check by the proofs with these slugs. */
export const exactly = (first: string, ...others: readonly string[]) => ({
  kind: "exact" as const,
  proofs: [proofNamed(first), ...others.map(proofNamed)] as const,
});

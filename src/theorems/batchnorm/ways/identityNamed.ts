import { kernelIdentities } from "../../../symbolic/kernels/kernelIdentities.js";
import type { KernelIdentity } from "../../../symbolic/kernels/kernelIdentity.js";

/** The identity of the kernels with this id, such as "H.9". Throws a RangeError when there is none. */
export function identityNamed(id: string): KernelIdentity {
  const found = kernelIdentities.find((identity) => identity.id === id);
  if (found === undefined) throw new RangeError(`no identity is called ${id}`);
  return found;
}

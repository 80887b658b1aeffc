import type { Network } from "../network.js";
import type { PortableNetwork } from "./messages.js";

/**
 * The network as another thread can be given it; null where its activation is a plain function, which cannot travel.
 */
export function portableNetwork({ activation: { text, program }, ...rest }: Network): PortableNetwork | null {
  return program === null ? null : { ...rest, activation: { text, program } };
}

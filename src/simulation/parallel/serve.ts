import { isTheoryError } from "../../errors.js";
import { interpret } from "../elementwise/interpret.js";
import type { Backend } from "../kernels/kernels.js";
import type { Network } from "../network.js";
import { exactSampler } from "../sampler/exact.js";
import type { Sampler } from "../sampler/sampler.js";
import type { Channel } from "./channel.js";
import type { PortableNetwork, Reply, Request } from "./messages.js";

/** The network with its activation made runnable again; an invalid program is refused. */
function revived({ activation: { text, program }, ...rest }: PortableNetwork): Network {
  return { ...rest, activation: { text, program, ...interpret(program) } };
}

function failure(error: unknown): Reply {
  const message = error instanceof Error ? error.message : String(error);
  return { kind: "failed", message, details: isTheoryError(error) ? error.details : null };
}

/** A worker's whole life: it opens one network and draws the samples that it is asked for, in turn. */
export function serve(channel: Channel, backends: readonly Backend[]): void {
  let sampler: Promise<Sampler> | null = null;
  let seed = 0;
  const reply = (message: Reply) => channel.send(message);
  const open = (request: Request & { kind: "open" }): Promise<Sampler> => {
    const backend = backends.find(({ name }) => name === request.backend);
    if (backend === undefined) throw new RangeError(`this worker has no backend ${request.backend}`);
    seed = request.seed;
    return exactSampler(revived(request.network), backend, request.recording);
  };
  const answer = async (request: Request): Promise<void> => {
    if (request.kind === "open") {
      sampler = open(request);
      await sampler;
      return reply({ kind: "idle" });
    }
    const ready = await sampler!;
    for (const index of request.indices) reply({ kind: "sample", sample: await ready.sample(seed, index) });
    reply({ kind: "idle" });
  };
  channel.receive((message) => {
    // async, so that an error thrown at once becomes a rejection too
    (async () => answer(message as Request))().catch((error) => reply(failure(error)));
  });
}

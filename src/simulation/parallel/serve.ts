import { interpret } from "../elementwise/interpret.js";
import type { Backend } from "../kernels/kernels.js";
import type { Network } from "../network.js";
import { exactSampler } from "../sampler/exact.js";
import { naiveSampler } from "../sampler/naive.js";
import type { OpenSampler, Sampler } from "../sampler/sampler.js";
import { train } from "../training/train.js";
import type { Channel } from "./channel.js";
import { failureOf } from "./failure.js";
import type { PortableNetwork, Reply, Request, SamplerName } from "./messages.js";

const samplers: Readonly<Record<SamplerName, OpenSampler>> = Object.freeze({
  exact: exactSampler,
  naive: naiveSampler,
});

/** The network with its activation made runnable again; an invalid program is refused. */
function revived({ activation: { text, program }, ...rest }: PortableNetwork): Network {
  return { ...rest, activation: { text, program, ...interpret(program) } };
}

/** A worker's whole life: it opens a network and draws the samples that it is asked for, or trains students, one after the other. */
export function serve(channel: Channel, backends: readonly Backend[]): void {
  let sampler: Sampler | null = null;
  let seed = 0;
  const reply = (message: Reply) => channel.send(message);
  const open = (request: Request & { kind: "open" }): Promise<Sampler> => {
    const backend = backends.find(({ name }) => name === request.backend);
    if (backend === undefined) throw new RangeError(`this worker has no backend ${request.backend}`);
    seed = request.seed;
    return samplers[request.sampler](revived(request.network), backend, request.recording);
  };
  const answer = async (request: Request): Promise<void> => {
    if (request.kind === "open") {
      sampler?.close();
      sampler = null;
      sampler = await open(request);
    } else if (request.kind === "train") {
      const { settings, seeds, kernels, keepWeights } = request;
      for (const seed of seeds) {
        reply({ kind: "trained", run: await train(settings, { seed, kernels, keepWeights }) });
      }
    } else {
      if (sampler === null) throw new RangeError("no network is open");
      for (const index of request.indices) reply({ kind: "sample", sample: await sampler.sample(seed, index) });
    }
    reply({ kind: "idle" });
  };
  let last = Promise.resolve();
  channel.receive((message) => {
    // a sampler draws one sample at a time
    last = last.then(() => answer(message as Request)).catch((error) => reply(failureOf(error)));
  });
}

import { expect, it } from "vitest";
import { plainBackend } from "../../../src/simulation/kernels/plain/plainBackend.js";
import { validNetwork } from "../../../src/simulation/network.js";
import type { Reply, Request } from "../../../src/simulation/parallel/messages.js";
import { portableNetwork } from "../../../src/simulation/parallel/portableNetwork.js";
import { serve } from "../../../src/simulation/parallel/serve.js";
import { exactSampler } from "../../../src/simulation/sampler/exact.js";
import { tanh } from "../../laws/support/activations.js";

const network = validNetwork({ activation: tanh, batch: 3, width: 7, depth: 2 });

/** A worker in this thread and what it replies. */
function worker() {
  const replies: Reply[] = [];
  let listener: (message: unknown) => void = () => {};
  const channel = {
    send: (message: unknown) => void replies.push(message as Reply),
    receive: (given: (message: unknown) => void) => {
      listener = given;
    },
  };
  serve(channel, [plainBackend]);
  const done = async (count: number) => {
    while (replies.length < count) await new Promise((resolve) => setImmediate(resolve));
    return replies;
  };
  return { send: (request: Request) => listener(request), done };
}

const open: Request = {
  kind: "open",
  network: portableNetwork(network)!,
  seed: 2 ** 53 - 1,
  recording: {},
  sampler: "exact",
  backend: "plain",
};

it("draws one sample at a time, however fast requests come", async () => {
  const { send, done } = worker();
  send(open);
  send({ kind: "draw", indices: [0, 1] });
  send({ kind: "draw", indices: [2 ** 32 - 1] });
  const replies = await done(6);
  const sampler = await exactSampler(network, plainBackend);
  const sample = async (index: number) => ({ kind: "sample", sample: await sampler.sample(2 ** 53 - 1, index) });
  expect(replies).toEqual([
    { kind: "idle" },
    await sample(0),
    await sample(1),
    { kind: "idle" },
    await sample(2 ** 32 - 1),
    { kind: "idle" },
  ]);
});

it("refuses to draw before a network is open, and after one that was refused", async () => {
  const { send, done } = worker();
  send({ kind: "draw", indices: [0] });
  send({ ...open, backend: "gpu" });
  send({ kind: "draw", indices: [0] });
  const none = { kind: "failed", message: "no network is open", details: null };
  expect(await done(3)).toEqual([none, { ...none, message: "this worker has no backend gpu" }, none]);
});

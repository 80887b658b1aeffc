import { MessageChannel, type MessagePort } from "node:worker_threads";
import type { EngineWorker } from "../../../../src/web/engine/engine.js";
import type { Request } from "../../../../src/web/engine/protocol.js";
import { serveTasks } from "../../../../src/web/engine/serveTasks.js";

type Tasks = Parameters<typeof serveTasks>[1];

export interface ChannelWorker extends EngineWorker {
  /** What a worker does that throws where nobody catches. */
  die(message: string): void;
  readonly terminated: boolean;
  /** What it was told, in order. */
  readonly heard: readonly Request[];
}

const port = (from: MessagePort) => ({
  postMessage: (message: unknown) => from.postMessage(message),
  addEventListener: (_: "message", listener: (event: { readonly data: never }) => void) => {
    from.on("message", (data) => listener({ data: data as never }));
  },
});

/** A worker in this thread: plain data goes through a channel, as between a page and its worker. */
export function channelWorker(tasks: Tasks, extras: Parameters<typeof serveTasks>[2] = []): ChannelWorker {
  const { port1, port2 } = new MessageChannel();
  const listeners: Record<string, (event: never) => void> = {};
  const heard: Request[] = [];
  let terminated = false;
  port2.on("message", (data) => void heard.push(data));
  serveTasks(port(port2), tasks, extras);
  port1.on("message", (data) => listeners.message?.({ data } as never));
  port1.unref();
  port2.unref();
  return {
    postMessage: (message) => port1.postMessage(message),
    addEventListener: (type: string, listener: (event: never) => void) => {
      listeners[type] = listener;
    },
    terminate: () => {
      terminated = true;
      port1.close();
    },
    die: (message) => listeners.error?.({ message } as never),
    heard,
    get terminated() {
      return terminated;
    },
  };
}

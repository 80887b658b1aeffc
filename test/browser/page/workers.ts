/** In the page: samples from module workers that run the built simulationWorker.js. */
import { validNetwork } from "../../../src/simulation/network.js";
import type { StartWorker } from "../../../src/simulation/parallel/channel.js";
import { drawInParallel } from "../../../src/simulation/parallel/drawInParallel.js";
import { portableNetwork } from "../../../src/simulation/parallel/portableNetwork.js";
import { type WebWorker, webWorkers } from "../../../src/simulation/parallel/webWorkers.js";
import { toRecord } from "../../../src/simulation/sampleRecord.js";
import { network, record, samples, seed } from "../support/run.js";

/** What of the page is used here; the library of the language version does not declare it. */
const { Worker, Blob, URL, location } = globalThis as unknown as {
  readonly Worker: new (url: string, options: { readonly type: "module" }) => WebWorker;
  readonly Blob: new (parts: readonly string[], options: { readonly type: string }) => object;
  readonly URL: { createObjectURL(blob: object): string };
  readonly location: { readonly href: string };
};

const script = () => new Worker("simulationWorker.js", { type: "module" });

/** A worker that runs the same script and, the third time that it is spoken to, throws where nobody catches. */
function fragile(): WebWorker {
  const text = `
    import "${location.href}simulationWorker.js";
    const serve = self.onmessage;
    let messages = 0;
    self.onmessage = (event) => {
      if (++messages === 3) throw new Error("out of luck");
      serve(event);
    };`;
  return new Worker(URL.createObjectURL(new Blob([text], { type: "text/javascript" })), { type: "module" });
}

async function draw(make: () => WebWorker, workers: number, backend = "wasm"): Promise<readonly string[]> {
  const records: string[] = [];
  const indices = Array.from({ length: samples }, (_, index) => index);
  const start: StartWorker = webWorkers(make);
  await drawInParallel(portableNetwork(validNetwork(network))!, indices, {
    ...{ seed, recording: record, start, workers, backend },
    onSample: (sample) => void records.push(toRecord(sample)),
  });
  return records;
}

const inPage = {
  draw: (workers: number, backend?: string) => draw(script, workers, backend),
  /** The first two workers throw. */
  async drawWithCrashes(): Promise<{ readonly records: readonly string[]; readonly started: number }> {
    let started = 0;
    const records = await draw(() => (++started <= 2 ? fragile() : script()), 2);
    return { records, started };
  },
  /** The message of the rejection. */
  async drawWithoutScript(): Promise<string> {
    const missing = () => new Worker("missing.js", { type: "module" });
    return draw(missing, 2).then(
      () => "",
      (error: Error) => error.message,
    );
  },
};

export type InPage = typeof inPage;

Object.assign(globalThis, { inPage });

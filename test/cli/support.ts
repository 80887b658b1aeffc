import { run } from "../../src/cli/run.js";
import type { Terminal } from "../../src/cli/terminal.js";

export interface Ran {
  readonly out: string;
  readonly err: string;
  readonly code: number;
}

/** One command line in this process, with what it wrote. */
export async function theoria(argv: readonly string[], terminal: Partial<Terminal> = {}): Promise<Ran> {
  let [out, err] = ["", ""];
  const code = await run(argv, {
    write: (text) => {
      out += text;
    },
    warn: (text) => {
      err += text;
    },
    input: async function* () {},
    watched: false,
    now: () => 0,
    breathe: async () => {},
    interrupted: () => false,
    stopSignal: new AbortController().signal,
    stopAtOnce: () => {},
    startWorker: null,
    cores: 1,
    debug: false,
    ...terminal,
  });
  return { out, err, code };
}

/** Splits a command line as a shell would: spaces, and double or single quotes. */
export function words(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, double, single, bare]) => double ?? single ?? bare!);
}

export const widest = (text: string) => Math.max(...text.split("\n").map((line) => [...line].length));

/** A request from a file or the standard input: bounded, UTF-8, JSON. */
import { createReadStream } from "node:fs";
import { shownText } from "../../call/shownValue.js";
import { fileFailure } from "../fileFailure.js";
import type { Terminal } from "../terminal.js";
import { UsageError } from "../usageError.js";

const MEGABYTE = 2 ** 20;
export const MAX_MEGABYTES = 64;
export const MAX_DEPTH = 64;

const split = "Split the list: each entry is answered by itself.";

const unreadable = (name: string, error: unknown): UsageError =>
  new UsageError(`${name}: ${fileFailure(error)}. Name a file that can be read, or - for the standard input.`);

type Source = ReturnType<Terminal["input"]>;

/** All bytes; null where the user stops first. */
async function bytesOf(name: string, source: Source, terminal: Terminal): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = source[Symbol.asyncIterator]();
  let stop = () => {};
  const stopped = new Promise<null>((resolve) => {
    stop = () => resolve(null);
  });
  terminal.stopSignal.addEventListener?.("abort", stop, { once: true });
  try {
    for (;;) {
      const step = await Promise.race([reader.next(), stopped]);
      if (step === null || terminal.interrupted()) return null;
      if (step.done) return Buffer.concat(chunks);
      chunks.push(step.value);
      size += step.value.length;
      if (size > MAX_MEGABYTES * MEGABYTE) {
        throw new UsageError(`${name}: more than ${MAX_MEGABYTES} megabytes. ${split}`);
      }
    }
  } catch (error) {
    throw error instanceof UsageError ? error : unreadable(name, error);
  } finally {
    terminal.stopSignal.removeEventListener?.("abort", stop);
    // a stream that still waits for input would keep the process alive, and an iterator cannot be closed while it waits
    if (source.destroy) source.destroy();
    else void reader.return?.();
  }
}

/** The deepest nesting of brackets outside texts. */
function depthOf(text: string): number {
  let [depth, deepest] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (character === '"') {
      for (i++; i < text.length && text[i] !== '"'; i++) if (text[i] === "\\") i++;
    } else if (character === "[" || character === "{") {
      deepest = Math.max(deepest, ++depth);
    } else if (character === "]" || character === "}") depth--;
  }
  return deepest;
}

function parsed(name: string, bytes: Uint8Array, expected: string): unknown {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(`${name}: not UTF-8. Write the JSON as UTF-8.`);
  }
  const depth = depthOf(text);
  if (depth > MAX_DEPTH) {
    throw new UsageError(`${name}: brackets ${depth} deep: expected at most ${MAX_DEPTH}. No kind needs more than 8.`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    const told = (error as Error).message.split("\n")[0]!.slice(0, 200);
    const hint = /\b(NaN|-?Infinity)\b/.test(text)
      ? ' JSON has no NaN and no infinities: write "Infinity" as a text.'
      : "";
    throw new UsageError(`${name}: not JSON: ${told}.${hint} Expected ${expected}.`);
  }
}

/** What the file says ("-": what the standard input says); null where the user stopped the reading. Throws a UsageError. */
export async function readRequest(
  path: string,
  terminal: Terminal,
  expected = 'a list of entries {"id", "kind", "inputs"}',
): Promise<{ readonly request: unknown } | null> {
  const name = path === "-" ? "standard input" : shownText(path).slice(1, -1);
  const bytes = await bytesOf(name, path === "-" ? terminal.input() : createReadStream(path), terminal);
  return bytes === null ? null : { request: parsed(name, bytes, expected) };
}

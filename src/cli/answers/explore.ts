import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { exitCodes } from "../exitCodes.js";
import { readSite } from "../explore/readSite.js";
import { type ServedSite, serveSite } from "../explore/serveSite.js";
import { wholeOf } from "../formulaOptions.js";
import type { Terminal } from "../terminal.js";
import { UsageError } from "../usageError.js";

export interface ExploreOptions {
  readonly port?: string;
  /** Where the built explorer is; the option is for tests. */
  readonly folder?: string;
}

/** The usual port stays the same from day to day, so that links in a reader's notes stay good. */
const USUAL_PORT = 8377;

/** Beside cli.js in the package. */
const built = (): string => fileURLToPath(new URL("./explorer/", import.meta.url));

const isTaken = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === "EADDRINUSE";
const isForbidden = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === "EACCES";

async function served(folder: string, asked: number | null): Promise<ServedSite> {
  const site = readSite(folder);
  try {
    return await serveSite(site, asked ?? USUAL_PORT);
  } catch (error) {
    if (asked === null && isTaken(error)) return serveSite(site, 0);
    if (isTaken(error))
      throw new UsageError(`--port ${asked}: another program uses it. Choose another, or leave it out.`);
    if (isForbidden(error))
      throw new UsageError(`--port ${asked}: the system does not allow it. Choose one from 1024 on.`);
    throw error;
  }
}

/** Serves the explorer until the user stops it. */
export async function answerExplore(options: ExploreOptions, terminal: Terminal): Promise<number> {
  const { port, folder = built() } = options;
  const asked = port === undefined ? null : wholeOf("--port", port, [0, 65_535], "0 lets the system choose.");
  if (!existsSync(`${folder}/index.html`)) {
    throw new UsageError(`the explorer is not built: ${folder} is empty. In a checkout, run npm run build.`);
  }
  const site = await served(folder, asked);
  terminal.write(`Theoria explorer: ${site.url}\nOnly this computer can reach it. Ctrl-C ends it.\n`);
  await new Promise<void>((resolve) => {
    if (terminal.stopSignal.aborted) resolve();
    else terminal.stopSignal.addEventListener?.("abort", () => resolve());
  });
  await site.close();
  return exitCodes.fine;
}

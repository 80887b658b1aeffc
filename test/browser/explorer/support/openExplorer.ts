import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { readSite } from "../../../../src/cli/explore/readSite.js";
import { type ServedSite, serveSite } from "../../../../src/cli/explore/serveSite.js";
import { executable, absence as noBrowser } from "../../support/chromium.js";

/** THEORIA_EXPLORER names the folder of another build; it ends with a slash. */
const folder = process.env.THEORIA_EXPLORER ?? fileURLToPath(new URL("../../../../dist/explorer/", import.meta.url));

/** Why the explorer's tests do not run here, or null. */
export const absence = noBrowser ?? (existsSync(`${folder}index.html`) ? null : "skipped: not built");

export interface OpenOptions {
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: "light" | "dark";
}

export interface OpenedExplorer {
  readonly page: Page;
  readonly context: BrowserContext;
  /** The address that the explorer is served at; ends with a slash. */
  readonly url: string;
  /** What the page complains about: exceptions, console errors, refused by its policy. */
  readonly errors: readonly string[];
  /** Every address that was asked for, in order. */
  readonly requests: string[];
  close(): Promise<void>;
}

/** The built explorer at a place such as "#/rates?batch=8", in a headless Chromium of its own. */
export async function openExplorer(place = "", options: OpenOptions = {}): Promise<OpenedExplorer> {
  if (executable === null) throw new Error("THEORIA_BROWSER_TESTS=1, but there is no Chromium: install it");
  const { width = 1280, height = 900, scheme = "light" } = options;
  const served: ServedSite = await serveSite(readSite(folder), 0);
  const browser: Browser = await chromium.launch({
    executablePath: executable,
    args: [
      "--no-sandbox",
      "--enable-unsafe-webgpu",
      "--use-webgpu-adapter=swiftshader",
      "--disable-background-networking",
    ],
  });
  const context = await browser.newContext({
    ...{ viewport: { width, height }, colorScheme: scheme, acceptDownloads: true },
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const page = await context.newPage();
  const errors: string[] = [];
  const requests: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  context.on("request", (request) => requests.push(request.url()));
  await page.goto(served.url + place);
  return {
    ...{ page, context, url: served.url, errors, requests },
    close: async () => {
      await browser.close();
      await served.close();
    },
  };
}

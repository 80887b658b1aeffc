import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";

const places = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Where the browser is, or null. */
export const executable = places.find((path): path is string => path !== undefined && existsSync(path)) ?? null;

/**
 * Why browser tests do not run here, or null. With THEORIA_BROWSER_TESTS=1 they must run, and fail without a browser.
 */
export const absence =
  executable === null && process.env.THEORIA_BROWSER_TESTS !== "1"
    ? "skipped: no Chromium here; install it, or set CHROMIUM to its path"
    : null;

export interface OpenedPage {
  readonly page: Page;
  /** What went wrong in the page outside of any call. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

/** A page in a headless Chromium whose WebGPU runs on the processor. */
export async function openPage(url: string): Promise<OpenedPage> {
  if (executable === null) throw new Error("THEORIA_BROWSER_TESTS=1, but there is no Chromium: install it");
  const browser: Browser = await chromium.launch({
    executablePath: executable,
    args: ["--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader", "--no-sandbox"],
  });
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(url);
  return { page, errors, close: () => browser.close() };
}

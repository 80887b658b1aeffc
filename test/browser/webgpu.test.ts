import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plainBackend } from "../../src/simulation/kernels/plain/plainBackend.js";
import { lawsOfKernels } from "../laws/support/lawsOfKernels.js";
import type { InPage } from "./page/webgpu.js";
import { bundlePage, html } from "./support/bundlePage.js";
import { absence, type OpenedPage, openPage } from "./support/chromium.js";
import { type Served, serveFiles } from "./support/serveFiles.js";

declare const inPage: InPage;

// the same list in the page, where each law runs on the WebGPU backend
const laws = lawsOfKernels(plainBackend);

describe.skipIf(absence !== null)(
  `the tfjs-webgpu backend in Chromium${absence === null ? "" : ` (${absence})`}`,
  () => {
    let served: Served;
    let opened: OpenedPage;

    beforeAll(async () => {
      served = await serveFiles({ "index.html": html, "page.js": await bundlePage("webgpu.ts") });
      opened = await openPage(served.url);
    });

    afterAll(async () => {
      await opened?.close();
      await served?.close();
    });

    it("opens: the browser has a WebGPU adapter", async () => {
      const seed = fc.readConfigureGlobal()?.seed;
      expect(opened.errors).toEqual([]);
      expect(await opened.page.evaluate((given) => inPage.open(given), seed)).toBe("webgpu");
    });

    it.each(laws.map(({ name, title }) => [title, name]))("%s", async (_, name) => {
      expect(await opened.page.evaluate((law) => inPage.check(law), name)).toBeNull();
    });

    it("draws the networks of the plain backend to 2e-5, and frees its tensors", async () => {
      const { difference, tensors } = await opened.page.evaluate(() => inPage.compare());
      expect(tensors).toBe(0);
      expect(difference).toBeLessThan(2e-5);
      // single precision shows: it is not the plain backend that ran
      expect(difference).toBeGreaterThan(1e-9);
    });
  },
);

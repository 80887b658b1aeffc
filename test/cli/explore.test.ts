import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerExplore } from "../../src/cli/answers/explore.js";
import { readSite } from "../../src/cli/explore/readSite.js";
import { type ServedSite, serveSite } from "../../src/cli/explore/serveSite.js";
import type { Terminal } from "../../src/cli/terminal.js";
import { theoria } from "./support.js";

const folder = mkdtempSync(join(tmpdir(), "explorer-"));
mkdirSync(join(folder, "assets"));
writeFileSync(join(folder, "index.html"), "<!doctype html><title>page</title>");
writeFileSync(join(folder, "assets", "index-1.js"), "export {};");
writeFileSync(join(folder, "assets", "index-1.js.map"), "{}");
afterAll(() => rmSync(folder, { recursive: true }));

/** Without what `fetch` does to an address. */
const raw = (url: string, path: string, method = "GET") =>
  new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }>((resolve, reject) => {
    const { hostname, port } = new URL(url);
    request({ hostname, port, path, method, agent: false }, (response) => {
      let text = "";
      response.on("data", (piece) => {
        text += piece;
      });
      response.on("end", () => resolve({ status: response.statusCode!, headers: response.headers, text }));
    })
      .on("error", reject)
      .end();
  });

describe("the server of the explorer", () => {
  let site: ServedSite;
  beforeAll(async () => {
    site = await serveSite(readSite(folder), 0);
  });
  afterAll(() => site.close());

  it("hands out the page and its files, on the loopback address", async () => {
    expect(site.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const page = await raw(site.url, "/?a=b");
    expect([page.status, page.text]).toEqual([200, "<!doctype html><title>page</title>"]);
    expect(page.headers["content-type"]).toContain("text/html");
    expect(page.headers["content-security-policy"]).toContain("default-src 'none'");
    const script = await raw(site.url, "/assets/index-1.js");
    expect([script.text, script.headers["cache-control"]]).toEqual([
      "export {};",
      "public, max-age=31536000, immutable",
    ]);
    expect((await raw(site.url, "/assets/index-1.js", "HEAD")).text).toBe("");
  });

  it.each([
    "/nothing.js",
    "/assets/index-1.js.map",
    "/../package.json",
    "/..%2f..%2fetc/passwd",
    "//etc/passwd",
    "/assets",
  ])("has nothing at %s", async (path) => {
    expect((await raw(site.url, path)).status).toBe(404);
  });

  it("answers questions only", async () => {
    expect((await raw(site.url, "/", "POST")).status).toBe(405);
  });
});

describe("theoria explore", () => {
  /** A terminal that records, with its own Ctrl-C. */
  function recording() {
    const control = new AbortController();
    let said: (text: string) => void = () => {};
    const first = new Promise<string>((resolve) => {
      said = resolve;
    });
    const terminal = { write: said, stopSignal: control.signal } as unknown as Terminal;
    return { terminal, first, stop: () => control.abort() };
  }

  it("prints the address, serves there, and ends on Ctrl-C", async () => {
    const { terminal, first, stop } = recording();
    const answer = answerExplore({ port: "0", folder }, terminal);
    const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(await first)![0];
    expect((await raw(url, "/")).status).toBe(200);
    stop();
    expect(await answer).toBe(0);
    await expect(raw(url, "/")).rejects.toThrow(/ECONNREFUSED/);
  });

  it("says that a port is taken, and takes another where none was asked for", async () => {
    const site = await serveSite(readSite(folder), 0);
    const taken = new URL(site.url).port;
    const { terminal } = recording();
    await expect(answerExplore({ port: taken, folder }, terminal)).rejects.toThrow(
      `--port ${taken}: another program uses it`,
    );
    await site.close();
    const [one, two] = [recording(), recording()];
    const answers = [answerExplore({ folder }, one.terminal)];
    await one.first;
    answers.push(answerExplore({ folder }, two.terminal));
    const urls = [await one.first, await two.first].map((text) => /http:\S+/.exec(text)![0]);
    expect(new Set(urls).size).toBe(2);
    one.stop();
    two.stop();
    expect(await Promise.all(answers)).toEqual([0, 0]);
  });

  it.each(["70000", "-1", "8e3.5", "http"])("refuses the port %s", async (port) => {
    const { code, err } = await theoria(["explore", `--port=${port}`]);
    expect([code, err]).toEqual([2, expect.stringContaining("--port")]);
  });

  it("says what to do where the explorer is not built", async () => {
    const { terminal } = recording();
    await expect(answerExplore({ folder: join(folder, "assets") }, terminal)).rejects.toThrow(/npm run build/);
  });
});

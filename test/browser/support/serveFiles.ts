import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface Served {
  /** Ends with a slash. */
  readonly url: string;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = { html: "text/html; charset=utf-8", js: "text/javascript" };

/**
 * Serves files on a loopback port that the system chooses; `/` is `index.html`. Scripts need an origin to start
 * workers, and WebGPU a secure one.
 */
export async function serveFiles(files: Readonly<Record<string, string>>): Promise<Served> {
  const server = createServer((request, response) => {
    const name = request.url === "/" ? "index.html" : (request.url ?? "").slice(1);
    const text = files[name];
    response.statusCode = text === undefined ? 404 : 200;
    response.setHeader("content-type", types[name.split(".").at(-1)!] ?? "text/plain");
    response.end(text ?? "not found");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Site } from "./readSite.js";

export interface ServedSite {
  /** Ends with a slash. */
  readonly url: string;
  close(): Promise<void>;
}

const LOOPBACK = "127.0.0.1";

/** The same policy as the page's own, and nobody may frame it. */
const headers = {
  "content-security-policy":
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob: data:; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
} as const;

function answer(site: Site, request: IncomingMessage, response: ServerResponse): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  const path = (request.url ?? "/").split(/[?#]/, 1)[0]!;
  const file = site.get(path);
  const reads = request.method === "GET" || request.method === "HEAD";
  if (!reads || file === undefined) {
    response.writeHead(reads ? 404 : 405, { "content-type": "text/plain" });
    response.end(reads ? "not found\n" : "only GET\n");
    return;
  }
  response.writeHead(200, {
    "content-type": file.type,
    "content-length": file.content.byteLength,
    "cache-control": file.immutable ? "public, max-age=31536000, immutable" : "no-cache",
  });
  response.end(request.method === "HEAD" ? undefined : file.content);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, LOOPBACK, () => resolve((server.address() as AddressInfo).port));
  });
}

/** Serves the site on the loopback address only; port 0 lets the system choose. Rejects where the port is taken. */
export async function serveSite(site: Site, port: number): Promise<ServedSite> {
  const server = createServer((request, response) => answer(site, request, response));
  const chosen = await listen(server, port);
  return {
    url: `http://${LOOPBACK}:${chosen}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Calls when the browser has nothing to do, or soon in those that do not tell. Returns what takes it back. */
export function whenIdle(call: () => void): () => void {
  if (typeof window.requestIdleCallback === "function") {
    const handle = window.requestIdleCallback(call, { timeout: 4000 });
    return () => window.cancelIdleCallback(handle);
  }
  const handle = setTimeout(call, 1500);
  return () => clearTimeout(handle);
}

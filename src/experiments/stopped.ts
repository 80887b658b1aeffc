/** What a job rejects with when its user stops it. */
export const stopped = (): Error => Object.assign(new Error("stopped by the user"), { name: "AbortError" });

export const isStopped = (error: unknown): boolean => error instanceof Error && error.name === "AbortError";

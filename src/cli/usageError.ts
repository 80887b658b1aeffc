/** Bad input that the command line itself finds; the message is complete. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** The one way a bad option value is reported: what it was, what is allowed, what to do. */
export function badValue(option: string, value: string, domain: string, remedy: string): UsageError {
  return new UsageError(`${option} ${value === "" ? '""' : value}: expected ${domain}. ${remedy}`);
}

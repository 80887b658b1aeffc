/**
 * A symbol's name as an identifier of a programming language: primes become `_prime`, other characters than letters,
 * digits and underscores become underscores, and a reserved name gets an underscore at its end.
 */
export function identifier(name: string, reserved: ReadonlySet<string>): string {
  const plain = name.replaceAll("'", "_prime").replace(/[^A-Za-z0-9_]/g, "_");
  const started = /^[A-Za-z_]/.test(plain) ? plain : `_${plain}`;
  return reserved.has(started) ? `${started}_` : started;
}

/** Refuses two symbols that would become one: throws a RangeError. */
export class Identifiers {
  private readonly names = new Map<string, string>();
  private readonly of: (name: string) => string;

  constructor(of: (name: string) => string) {
    this.of = of;
  }

  take(name: string): string {
    const own = this.of(name);
    const other = this.names.get(own);
    if (other !== undefined && other !== name) throw new RangeError(`${name} and ${other} would both be named ${own}`);
    this.names.set(own, name);
    return own;
  }

  get taken(): readonly string[] {
    return [...this.names.keys()];
  }
}

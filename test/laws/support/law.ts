/** A law that a backend must keep: plain code, so that one list runs in Node's test runner and in a web page. */
export interface Law {
  readonly name: string;
  readonly title: string;
  /** Rejects where the law is broken. */
  check(): Promise<void>;
}

/** Throws unless the condition holds: what `expect` would do, in a page as well. */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

/** Throws unless two lists hold the same numbers, to the last bit. */
export function assertSame(got: ArrayLike<number>, expected: ArrayLike<number>, what: string): void {
  assert(got.length === expected.length, `${what}: ${got.length} numbers for ${expected.length}`);
  for (let i = 0; i < got.length; i++) {
    assert(Object.is(got[i], expected[i]), `${what}, entry ${i}: ${got[i]} for ${expected[i]}`);
  }
}

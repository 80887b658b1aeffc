import { Arbitrary, type Random, type Stream, stream, Value } from "fast-check";

class Simplified<T> extends Arbitrary<T> {
  constructor(
    private readonly source: Arbitrary<T>,
    private readonly simpler: (value: T) => readonly T[],
  ) {
    super();
  }

  override generate(random: Random, biasFactor: number | undefined): Value<T> {
    return new Value(this.source.generate(random, biasFactor).value, undefined);
  }

  override canShrinkWithoutContext(_value: unknown): _value is T {
    return true;
  }

  override shrink(value: T): Stream<Value<T>> {
    const candidates = this.simpler(value).map((candidate) => new Value(candidate, undefined));
    return stream(candidates[Symbol.iterator]());
  }
}

/**
 * Draws from one arbitrary and shrinks by a rule of its own: `simpler` lists values that are simpler than the given one, the
 * simplest first. Chains of simpler values must end.
 */
export const simplifiedBy = <T>(source: Arbitrary<T>, simpler: (value: T) => readonly T[]): Arbitrary<T> =>
  new Simplified(source, simpler);

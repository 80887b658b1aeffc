import { describe, expect, it } from "vitest";
import type { Engine } from "../../../src/web/engine/engine.js";
import { nothingShown, type Shown, Streaming } from "../../../src/web/engine/streaming.js";
import { abortError } from "../../../src/web/engine/task.js";

interface Asked {
  readonly question: number;
  readonly signal: AbortSignal;
  piece(value: number): void;
  answer(): void;
  fail(error: Error): void;
}

/** An engine that does what the test says, and a clock that stands. */
function scene(enough = 2) {
  const asked: Asked[] = [];
  const shown: Shown<never>[] = [];
  const frames: (() => void)[] = [];
  const engine = {
    run: (_: string, question: number, { signal, onPiece }: { signal: AbortSignal; onPiece(piece: number): void }) =>
      new Promise((resolve, reject) => {
        signal.addEventListener("abort", () => reject(abortError()));
        asked.push({ question, signal, piece: onPiece, answer: () => resolve(null), fail: reject });
      }),
  } as unknown as Engine;
  const clock = {
    now: () => 0,
    nextFrame: (call: () => void) => {
      frames.push(call);
      return () => frames.splice(frames.indexOf(call), 1);
    },
  };
  const options = { engine, enough: (pieces: number) => pieces >= enough };
  const streaming = new Streaming("curves", options, clock, nothingShown, (state) => shown.push(state as never));
  const frame = () => {
    for (const call of frames.splice(0)) call();
  };
  const ask = (question: number | null) => streaming.ask(question as never);
  /** What is done after a promise is settled has been done. */
  const settle = () => new Promise<void>((resolve) => setTimeout(resolve));
  return { asked, shown, frames, frame, ask, settle, last: () => shown.at(-1)!, close: () => streaming.close() };
}

describe("an answer in pieces", () => {
  it("is shown once a frame, when enough of it is there", async () => {
    const { asked, ask, frame, frames, last, settle } = scene();
    ask(1);
    asked[0]!.piece(10);
    frame();
    expect(last().pieces).toEqual([]);
    asked[0]!.piece(11);
    asked[0]!.piece(12);
    expect(frames).toHaveLength(1);
    frame();
    expect(last()).toMatchObject({ question: 1, pieces: [10, 11, 12], running: true });
    asked[0]!.answer();
    await settle();
    expect(last()).toMatchObject({ question: 1, pieces: [10, 11, 12], running: false, error: null });
  });

  it("gives way to the newest question once it has been shown, not before", async () => {
    const { asked, ask, frame, last, settle } = scene();
    ask(1);
    ask(2);
    ask(3);
    await settle();
    expect(asked.map(({ question }) => question)).toEqual([1]);
    asked[0]!.piece(10);
    asked[0]!.piece(11);
    frame();
    expect(asked[0]!.signal.aborted).toBe(true);
    await settle();
    expect(asked.map(({ question }) => question)).toEqual([1, 3]);
    // what was shown stays until there is enough of the next
    expect(last()).toMatchObject({ question: 1, pieces: [10, 11], running: true });
    asked[1]!.piece(30);
    frame();
    expect(last()).toMatchObject({ question: 1, pieces: [10, 11] });
    asked[1]!.answer();
    await settle();
    expect(last()).toMatchObject({ question: 3, pieces: [30], running: false });
  });

  it("stops, and keeps what was shown", async () => {
    const { asked, ask, frame, last, settle } = scene(1);
    ask(1);
    asked[0]!.piece(10);
    frame();
    asked[0]!.piece(11);
    ask(null);
    await settle();
    expect(last()).toMatchObject({ question: 1, pieces: [10, 11], running: false, error: null });
    frame();
    expect(last().running).toBe(false);
  });

  it("says why it failed, and takes the next question", async () => {
    const { asked, ask, last, settle } = scene();
    ask(1);
    asked[0]!.fail(new Error("the worker died"));
    await settle();
    expect(last()).toMatchObject({ running: false, error: { message: "the worker died" } });
    ask(1);
    asked[1]!.answer();
    await settle();
    expect(last()).toMatchObject({ question: 1, error: null, running: false });
  });

  it("ends when the view closes", async () => {
    const { asked, ask, shown, settle, close } = scene();
    ask(1);
    ask(2);
    close();
    expect(asked[0]!.signal.aborted).toBe(true);
    const before = shown.length;
    await settle();
    expect(asked).toHaveLength(1);
    expect(shown).toHaveLength(before);
  });
});

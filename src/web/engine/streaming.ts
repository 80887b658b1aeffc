/** One question at a time whose answer comes in pieces, and the newest one next. */
import type { Engine } from "./engine.js";
import { isAbort } from "./task.js";
import type { Piece, Question, TaskName } from "./tasks.js";

/** What is shown. */
export interface Shown<Name extends TaskName> {
  /** The question that the pieces belong to: the last one of which enough is known to be shown. */
  readonly question: Question<Name> | null;
  readonly pieces: readonly Piece<Name>[];
  /** More pieces come, or a newer question is under way. */
  readonly running: boolean;
  readonly error: Error | null;
}

export const nothingShown = { question: null, pieces: [], running: false, error: null } as const;

/** What of a browser is used here. */
export interface StreamClock {
  /** Calls once before the next picture; returns what takes it back. */
  nextFrame(call: () => void): () => void;
  /** Milliseconds. */
  now(): number;
}

export interface StreamOptions {
  readonly engine: Engine;
  /** Whether so many pieces, after so many milliseconds, are worth to be shown instead of those of the question before. */
  enough(pieces: number, elapsed: number): boolean;
}

interface Under<Name extends TaskName> {
  readonly question: Question<Name>;
  readonly control: AbortController;
  readonly pieces: Piece<Name>[];
  readonly since: number;
  shown: boolean;
}

/** One question at a time; the newest one replaces it as soon as enough of it has been shown, so that a slider that moves always sees answers. */
export class Streaming<Name extends TaskName> {
  private under: Under<Name> | null = null;
  private next: Question<Name> | null = null;
  private takeBack: (() => void) | null = null;

  constructor(
    private readonly task: Name,
    private readonly options: StreamOptions,
    private readonly clock: StreamClock,
    private state: Shown<Name>,
    private readonly show: (state: Shown<Name>) => void,
  ) {}

  /** `null` stops what runs. */
  ask(question: Question<Name> | null): void {
    this.next = question;
    if (this.under === null) this.begin();
    else if (question === null || this.under.shown) this.under.control.abort();
  }

  close(): void {
    this.next = null;
    this.under?.control.abort();
    this.under = null;
    this.takeBack?.();
    this.takeBack = null;
  }

  private tell(changed: Partial<Shown<Name>>): void {
    this.state = { ...this.state, ...changed };
    this.show(this.state);
  }

  private begin(): void {
    const question = this.next;
    if (question === null) return;
    this.next = null;
    const mine: Under<Name> = {
      ...{ question, control: new AbortController(), pieces: [], since: this.clock.now(), shown: false },
    };
    this.under = mine;
    if (!this.state.running) this.tell({ running: true });
    this.options.engine
      .run(this.task, question, {
        signal: mine.control.signal,
        onPiece: (piece) => {
          mine.pieces.push(piece);
          // pieces may come by the hundred in a frame
          if (this.under === mine) this.takeBack ??= this.clock.nextFrame(() => this.draw());
        },
      })
      .then(
        () => this.end(mine, null),
        (error: Error) => this.end(mine, error),
      );
  }

  private draw(): void {
    this.takeBack = null;
    const { under } = this;
    if (under === null) return;
    under.shown ||= this.options.enough(under.pieces.length, this.clock.now() - under.since);
    if (!under.shown) return;
    this.tell({ question: under.question, pieces: under.pieces.slice(), running: true, error: null });
    if (this.next !== null) under.control.abort();
  }

  private end(mine: Under<Name>, error: Error | null): void {
    if (this.under !== mine) return;
    this.under = null;
    const { question, pieces } = mine;
    const seen = { question, pieces, running: this.next !== null };
    if (error === null || (isAbort(error) && mine.shown)) this.tell({ ...seen, error: null });
    else if (!isAbort(error)) this.tell({ running: this.next !== null, error });
    if (this.next !== null) this.begin();
    else if (this.state.running) this.tell({ running: false });
  }
}

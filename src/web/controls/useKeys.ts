import { useState } from "preact/hooks";

export interface Keys {
  /** One a row. */
  readonly all: readonly number[];
  /** Makes a row at that place, and says its key. */
  insert(at: number): number;
  remove(at: number): void;
}

/** Names for the rows of a list that grows and shrinks: each stays with its row. */
export class RowKeys implements Keys {
  private keys: number[] = [];
  private last = 0;

  get all(): readonly number[] {
    return this.keys;
  }

  /** Rows that come or go without a word, with the address, do so at the end. */
  fit(count: number): this {
    while (this.keys.length < count) this.keys.push(++this.last);
    this.keys.length = count;
    return this;
  }

  insert(at: number): number {
    this.keys.splice(at, 0, ++this.last);
    return this.last;
  }

  remove(at: number): void {
    this.keys.splice(at, 1);
  }
}

export const useKeys = (count: number): Keys => useState(() => new RowKeys())[0].fit(count);

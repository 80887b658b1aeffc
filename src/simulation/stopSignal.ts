/**
 * What of an AbortSignal is used here; the core knows neither Node's types nor the browser's. Any object with
 * `aborted` will do: it is looked at after each sample, and what can be listened to stops workers at once.
 */
export interface StopSignal {
  readonly aborted: boolean;
  addEventListener?(type: "abort", listener: () => void, options?: { readonly once?: boolean }): void;
  removeEventListener?(type: "abort", listener: () => void): void;
}

/** What of WebAssembly is used here. */

// no lib of TypeScript but the DOM's has these; every engine since 2021 does, SIMD included
declare const WebAssembly: {
  compile(bytes: Uint8Array): Promise<WasmModule>;
  instantiate(module: WasmModule, imports: object): Promise<{ readonly exports: unknown }>;
};
declare const atob: (text: string) => string;

/** An opaque compiled module. */
export type WasmModule = object;

/** What every module of ours exports. */
export interface WasmInstance {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  /** The first byte that the host may use. */
  heapBase(): number;
}

/** Compiles a module in base64. */
export function compile(base64: string): Promise<WasmModule> {
  return WebAssembly.compile(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
}

/** A new instance with a memory of its own. */
export async function instantiate<Exports extends WasmInstance>(module: WasmModule): Promise<Exports> {
  const { exports } = await WebAssembly.instantiate(module, {});
  return exports as Exports;
}

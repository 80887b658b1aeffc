/** What may draw the networks. */
export const backends = ["wasm", "webgpu"] as const;
export type BackendName = (typeof backends)[number];

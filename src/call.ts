// The subpath theoria/call, as a table of contents: the library by names and JSON, for programs in other languages and web services.

export { type Answer, answer, type EntryId } from "./call/answer.js";
export { type CallAnswers, call } from "./call/call.js";
export type { CallError } from "./call/callError.js";
export { callSchema, type JsonSchema } from "./call/callSchema.js";
export { entriesOf } from "./call/entriesOf.js";

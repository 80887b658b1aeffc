/** What a thread is told so that it ends; requests are objects. */
export const END = "end";

/** SHA-256 of `style`, in base64: a test computes it anew. Another hash function than a browser's would be code for nothing else. */
export const styleHash = "P+LyF27JDcOEgykYhMVGdPzoXuLQOE663d3KNxbBSL4=";

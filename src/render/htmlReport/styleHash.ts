/** SHA-256 of `style`, in base64: a test computes it anew. Another hash function than a browser's would be code for nothing else. */
export const styleHash = "2H7HBHJuoFvn4z4Kpo0Zq9GfFWJY/Y1JvBsMOOA0dB8=";

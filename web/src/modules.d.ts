/** A file as gzip in base64: see build/packed.ts. */
declare module 'packed:*' {
  const base64: string;
  export default base64;
}

/** The text of a classic script: see build/bundled.ts. */
declare module 'bundled:*' {
  const code: string;
  export default code;
}

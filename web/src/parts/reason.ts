/** What is wrong with a file, where the browser gives it a name: its own text is long, and in a stream no more than "network error". */
const ofFiles: Record<string, string> = {
  NotFoundError: 'it is not there any more',
  NotReadableError: 'it was changed since it was chosen, or there is no right to read it',
};

/** What a failure says of itself, to be put into a sentence. */
export function reasonOf(error: unknown): string {
  if (error instanceof DOMException && ofFiles[error.name]) return ofFiles[error.name]!;
  const text = error instanceof Error ? error.message || error.name : String(error);
  return text.replace(/\.$/, '');
}

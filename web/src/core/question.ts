/** One question that a view keeps asking with every render: it is sent when its key is new, and its answer kept. */
export class Question<T> {
  value: T | undefined;
  error: string | undefined;
  #key: string | undefined;

  constructor(private readonly changed: () => void) {}

  ask(key: string, answer: () => Promise<T>): T | undefined {
    if (key === this.#key) return this.value;
    this.#key = key;
    this.value = undefined;
    this.error = undefined;
    void this.#settle(key, answer());
    return undefined;
  }

  async #settle(key: string, answer: Promise<T>): Promise<void> {
    try {
      const value = await answer;
      if (key === this.#key) this.value = value;
    } catch (error) {
      if (key === this.#key) this.error = (error as Error).message;
    }
    if (key === this.#key) this.changed();
  }
}

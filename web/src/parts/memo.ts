/** What was made last, kept as long as it would be made of the same things: a long list scrolls without being sorted anew. */
export class Memo<T> {
  #of: readonly unknown[] = [];
  #made: T | undefined;

  get(of: readonly unknown[], make: () => T): T {
    const same = this.#made !== undefined && of.length === this.#of.length && of.every((one, index) => one === this.#of[index]);
    if (!same) this.#made = make();
    this.#of = of;
    return this.#made as T;
  }
}

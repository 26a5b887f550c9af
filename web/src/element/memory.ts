/** Small choices that outlast the page. Where the browser keeps no storage, they last as long as the page. */
export function remembered<T extends string>(name: string, allowed: readonly T[]): T | null {
  try {
    const value = localStorage.getItem(`rollscope-${name}`);
    return allowed.find((one) => one === value) ?? null;
  } catch {
    return null;
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`rollscope-${name}`, value);
  } catch {
    // The choice holds for this page alone.
  }
}

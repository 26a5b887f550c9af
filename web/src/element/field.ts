/** Whether the event happened where text is typed. */
export function inField(event: Event): boolean {
  const [target] = event.composedPath();
  return target instanceof Element && target.closest('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]') !== null;
}

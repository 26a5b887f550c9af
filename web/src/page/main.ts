import '../element/register.ts';
import type { SelectEvent } from '../element/select-event.ts';
import { fragmentOf, placeOf, titleOf, type Place } from '../place.ts';

const viewer = document.querySelector('rollscope-viewer')!;

// The policy of the page refuses style elements, so the one rule for the page itself is adopted like those of the element.
const sheet = new CSSStyleSheet();
sheet.replaceSync('html { background: light-dark(#ffffff, #121416); } body { margin: 0; } rollscope-viewer { min-block-size: 100vh; } @media print { html { color-scheme: light; } }');
document.adoptedStyleSheets = [sheet];

show(placeOf(location.hash));

// The address mirrors the place, so that back, forward, reload and a kept link all lead to it.
viewer.addEventListener('rollscope-select', (event) => {
  const place = (event as SelectEvent).detail;
  history.pushState(null, '', fragmentOf(place));
  document.title = titleOf(place);
});
addEventListener('popstate', () => show(placeOf(location.hash)));

function show(place: Place): void {
  viewer.place = place;
  document.title = titleOf(place);
}

// The element acts on what happens inside of it; on this page, it stands for the whole page.
document.addEventListener('keydown', (event) => {
  if (event.target === document.body) viewer.handleKey(event);
});
document.addEventListener('paste', (event) => {
  if (event.target === document.body) viewer.onPaste(event);
});

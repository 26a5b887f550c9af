import type { Place } from '../place.ts';

/** Another place is shown: `detail` is where. The page mirrors it to the address. */
export class SelectEvent extends CustomEvent<Place> {
  constructor(place: Place) {
    super('rollscope-select', { detail: place, bubbles: true, composed: true });
  }
}

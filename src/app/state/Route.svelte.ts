import { hashOf, placeOf, type Place } from './Place';

/** The address of the window, as a place. */
export class Route {
  place = $state.raw<Place>(placeOf(location.hash));

  constructor() {
    addEventListener('hashchange', () => {
      this.place = placeOf(location.hash);
    });
  }

  go(place: Place): void {
    const hash = hashOf(place);
    if (location.hash === hash) return;
    location.hash = hash;
    this.place = place;
  }
}

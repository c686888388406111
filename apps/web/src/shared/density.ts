export type Density = 'roomy' | 'compact';

const KEY = 'aprite.density';

export const density = (): Density => (localStorage.getItem(KEY) === 'compact' ? 'compact' : 'roomy');

export function setDensity(value: Density) {
  localStorage.setItem(KEY, value);
  keepDensity();
}

/** Puts the kept density on the page, where the look reads it. */
export function keepDensity() {
  document.documentElement.dataset['density'] = density();
}

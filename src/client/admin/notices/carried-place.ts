import { element } from '../../element.ts';
import type { carriedParts } from './carried-parts.ts';

/** Where a form asks for what its text carries along. */
export function carriedPlace(...needs: Parameters<typeof carriedParts>): HTMLElement {
  const place = element('div');
  void import('./carried-parts.ts').then((one) => place.append(...one.carriedParts(...needs)));
  return place;
}

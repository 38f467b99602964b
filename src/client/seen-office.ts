/** On an office's page: keeps it as the reader's own, and confirms the village that led here. */
import { ledBy, officeAt } from '../domain/my-office.ts';
import { element } from './element.ts';
import { keepOffice } from './kept-office.ts';

const id = officeAt(location.pathname.slice(import.meta.env.BASE_URL.length - 1));
if (id) keepOffice(id);

const via = ledBy(location.search);
// Anybody may write an address: only a place that the page itself names is confirmed.
if (via && document.querySelector('[aria-labelledby="served"]')?.textContent.includes(via))
  document.querySelector('h1')?.after(element('p', { class: 'led' }, [`${via}归本所`]));

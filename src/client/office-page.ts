/** All scripts of an office's page as one file: each of its own would be one more request on a weak signal. */
import './elder-mode.ts';
import './page-age.ts';
import './fades-by-day.ts';
import './seen-office.ts';
import './whereabouts-today.ts';
import { keepPages } from './keep-pages.ts';

if (document.documentElement.dataset['keep'] !== undefined) addEventListener('load', keepPages);

/** What keeps pages, as a file of its own: `keep-later.ts` fetches it when everything else has come. */
import { keepPages } from './keep-pages.ts';

keepPages();

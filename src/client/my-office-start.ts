/** Fetches what shows the reader's office, behind the page. */
// Bundled apart and named by its address: shared parts would come as files of their own on every office's page.
import restUrl from './my-office.ts?worker&url';

const script = document.createElement('script');
script.type = 'module';
script.src = restUrl;
document.head.append(script);

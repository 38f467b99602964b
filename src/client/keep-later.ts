/**
 * Fetches what keeps pages for times without a signal (`keep-offline.ts`) once the page itself has come: nobody who
 * reads waits for it. The page names it where the site wants it (`data-keep`) and this browser can do it.
 */
const { keep } = document.documentElement.dataset;

if (keep && 'serviceWorker' in navigator)
  addEventListener('load', () => {
    const script = document.createElement('script');
    script.type = 'module';
    script.src = keep;
    document.head.append(script);
  });

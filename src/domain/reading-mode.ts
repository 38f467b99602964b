/** 长者模式: large print and fewer choices. The name under which a browser remembers it, and the value when it is on. */
export const MODE_KEY = 'mode';
export const ELDER = 'elder';

/**
 * Runs in the head of every page, before anything is drawn, so that no page flashes small first. It stands in the page
 * (allowed by its hash): a file of its own would hold up the first picture on a weak signal.
 */
export const MODE_SCRIPT = `try{document.documentElement.dataset.${MODE_KEY}=localStorage.getItem('${MODE_KEY}')||''}catch(e){}`;

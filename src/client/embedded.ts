/** Within another site: takes the colours that the host asks for, and tells it how high the card is. */

const COLOUR = /^[0-9a-f]{6}$/i;

/** `?theme=dark` or `light`, and `&accent=0a4689`; anything else is not heard. */
function dress(search: string): void {
  const wanted = new URLSearchParams(search);
  const root = document.documentElement;
  const theme = wanted.get('theme');
  if (theme === 'dark' || theme === 'light') root.dataset['theme'] = theme;
  const accent = wanted.get('accent') ?? '';
  if (COLOUR.test(accent)) root.style.setProperty('--accent', `#${accent}`);
}

/** Whoever shows the card learns its height and nothing else. */
function tellHeight(card: Element): void {
  const tell = () => {
    const height = Math.ceil(card.getBoundingClientRect().height);
    parent.postMessage({ openOffice: location.pathname, height }, '*');
  };
  new ResizeObserver(tell).observe(card);
  tell();
}

dress(location.search);
const card = document.querySelector('.embed');
if (card && parent !== window) tellHeight(card);

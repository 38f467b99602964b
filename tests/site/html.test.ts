import { parse } from 'parse5';
import { expect, it } from 'vitest';
import { configuredSite } from '../helpers/configured-site.ts';
import { attribute, below, DIST, type Element, readSite } from '../helpers/dist.ts';
import { faultsIn } from '../helpers/html-faults.ts';

/** Properties of no item: only within an item may a `<meta>` name one (HTML, 4.2.5 and 5.2.2). */
const homeless = (elements: readonly Element[]) =>
  elements.filter((one) => attribute(one, 'itemprop') !== undefined && !isInItem(one)).length;

function isInItem(element: Element): boolean {
  const { parentNode } = element;
  if (!parentNode || !('attrs' in parentNode)) return false;
  return attribute(parentNode, 'itemscope') !== undefined || isInItem(parentNode);
}

const full = await configuredSite();

it('every page is valid HTML, of the city as it is and with everything published', async () => {
  expect(full.pages.length).toBeGreaterThan(500);
  expect(await faultsIn([...readSite(DIST).pages, ...full.pages])).toEqual([]);
});

it('what a page says as a property belongs to an item, also where the site’s address is set', () => {
  const named = full.pages.filter((page) =>
    page.elements.some((one) => attribute(one, 'itemprop') !== undefined),
  );
  expect(named.length).toBeGreaterThan(300);
  expect(full.pages.filter((page) => homeless(page.elements) > 0).map(({ path }) => path)).toEqual([]);
  const spoiled = parse((named[0]?.html ?? '').replace(' itemscope', ''));
  expect(homeless([...below(spoiled)])).toBeGreaterThan(0);
});

it.each([
  ['a list of something else', '<ul><p>一</p></ul>'],
  ['a name twice', '<p id="a">一</p><p id="a">二</p>'],
  ['a picture without words', '<img src="/a.jpg">'],
  ['an element that is not closed', '<section><b>一</section>'],
  ['a heading within a button', '<button type="button"><h2>一</h2></button>'],
  ['an attribute that there is not', '<p align="center">一</p>'],
])('%s is refused', async (_, body) => {
  const page = readSite(DIST).pages.find(({ path }) => path === '/about/');
  const html = page?.html.replace('</main>', `${body}</main>`) ?? '';
  expect(await faultsIn([{ path: '/about/', html }])).not.toEqual([]);
});

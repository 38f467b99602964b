/** The files for others against the pages, field by field: what stands in one stands in the other. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DOCUMENTED } from '../../src/exports/documented.ts';
import type { officeItem } from '../../src/exports/offices.ts';
import type { lawItems, serviceItems, villageItems } from '../../src/exports/lists.ts';
import { hoursInWords } from '../../src/domain/hours.ts';
import { inWords } from '../../src/domain/dates.ts';
import { telLink } from '../../src/domain/phones.ts';
import { formInWords } from '../../src/views/guides.ts';
import { configuredSite } from '../helpers/configured-site.ts';
import { all, attribute, below, type Built, DIST, type Page, readSite, textOf } from '../helpers/dist.ts';

type OfficeItem = ReturnType<typeof officeItem>;
type ServiceItem = ReturnType<typeof serviceItems>[number];
type LawItem = ReturnType<typeof lawItems>[number];
type VillageItem = ReturnType<typeof villageItems>[number];

const full = await configuredSite();

/** What a page must say of a field, white space aside. */
type Claims = Readonly<Record<string, readonly (string | undefined)[]>>;

const bare = (text: string) => text.replace(/\s+/g, '');

/** How many fields were compared, and each that the page does not say. */
class Comparison {
  fields = 0;
  readonly different: string[] = [];
  page(page: Page | undefined, claims: Claims): void {
    const said = page ? bare(all(page, 'main').map(textOf).join('')) : '';
    for (const [field, texts] of Object.entries(claims))
      for (const text of texts) {
        if (text === undefined) continue;
        this.fields += 1;
        if (!said.includes(bare(text))) this.different.push(`${page?.path}: ${field}: ${text}`);
      }
  }
}

const hoursClaims = ({ hours }: OfficeItem) =>
  hours
    ? hoursInWords(hours).flatMap(({ lines }) => lines.flatMap(({ days, sessions }) => [days, sessions]))
    : [];

const officeClaims = (office: OfficeItem): Claims => ({
  name: [office.name],
  status: [office.status.state === 'normal' ? undefined : office.status.text],
  townships: office.townships.map(({ name }) => name),
  former: office.townships.flatMap(({ former }) => former ?? []),
  formerVillages: office.townships.flatMap(({ formerVillages }) => formerVillages ?? []),
  address: [office.address],
  landmark: [office.landmark],
  phones: office.phones?.flatMap(({ number, note }) => [number, note]) ?? [],
  email: [office.email],
  hours: hoursClaims(office),
  pending: office.pending.length > 0 ? ['待公开'] : [],
});

const guideClaims = (guide: ServiceItem): Claims => ({
  title: [guide.title],
  summary: [guide.summary],
  audience: guide.audience,
  conditions: guide.conditions,
  notAccepted: guide.notAccepted,
  materials: guide.materials.flatMap((one) => [one.name, formInWords(one), one.note]),
  channels: guide.channels.map(({ text }) => text),
  place: [guide.place],
  time: [guide.time],
  steps: guide.steps.flatMap(({ title, actor, text }) => [title, actor, text]),
  limits: guide.limits.map(({ label }) => label),
  fee: [guide.fee.text],
  result: guide.result,
  consult: [guide.consult],
  supervision: [guide.supervision],
  remedies: guide.remedies.map(({ text }) => text),
  faqs: guide.faqs.flatMap(({ q, a }) => [q, a]),
  elsewhere: [guide.elsewhere],
  updated: [inWords(guide.updated)],
});

const lawClaims = (law: LawItem): Claims => ({
  name: [law.name],
  number: [law.number],
  issuer: [law.issuer],
  statusNote: [law.statusNote],
  editions: law.editions.flatMap(({ name, effective }) => [name, effective && inWords(effective)]),
  articles: law.articles.flatMap(({ article, gist }) => [article, gist]),
});

describe.each<[string, Built]>([
  ['the city as it is', readSite(DIST)],
  ['the city with everything published', full],
])('%s', (_, site) => {
  const items = <T>(name: string) =>
    (JSON.parse(readFileSync(join(site.folder, 'data', name), 'utf8')) as { items: T[] }).items;
  const pages = new Map(site.pages.map((page) => [page.path, page]));
  const offices = items<OfficeItem>('offices.json');
  const pageOf = ({ id }: Pick<OfficeItem, 'id'>) => pages.get(`/offices/${id}/`);

  it('every office, guide and law is on its page as it is in the data, 0 fields different', () => {
    const comparison = new Comparison();
    for (const office of offices) comparison.page(pageOf(office), officeClaims(office));
    for (const guide of items<ServiceItem>('services.json'))
      comparison.page(pages.get(`/services/${guide.slug}/`), guideClaims(guide));
    for (const law of items<LawItem>('laws.json'))
      comparison.page(pages.get(`/laws/${law.slug}/`), lawClaims(law));
    expect(comparison.different).toEqual([]);
    expect(comparison.fields).toBeGreaterThan(3000);
  });

  it('every village stands on the pages of the offices that serve it, and on no other’s', () => {
    const villages = items<VillageItem>('villages.json');
    expect(villages).toHaveLength(1371);
    const comparison = new Comparison();
    for (const { name, offices: serving } of villages) {
      expect(serving.length).toBeGreaterThan(0);
      for (const id of serving) comparison.page(pageOf({ id }), { village: [name] });
    }
    expect(comparison.different).toEqual([]);
  });

  it('a page offers to call every telephone in the data', () => {
    const wrong = offices.flatMap((office) => {
      const links = pageOf(office)?.elements.map((one) => attribute(one, 'href')) ?? [];
      const calls = office.phones?.filter(({ use }) => use !== 'fax') ?? [];
      return calls
        .filter(({ number }) => !links.includes(telLink(number)))
        .map(({ number }) => `${office.id} ${number}`);
    });
    expect(wrong).toEqual([]);
  });

  it('the page of a county offers to call each of its offices', () => {
    const wrong = offices.flatMap((office) => {
      const county = pages.get(`/offices/${office.id.replace(/\/.*/, '')}/`);
      const number = office.phones?.find(({ use }) => use === 'consult')?.number;
      const links = county?.elements.map((one) => attribute(one, 'href')) ?? [];
      return number === undefined || links.includes(telLink(number)) ? [] : [`${office.id} ${number}`];
    });
    expect(wrong).toEqual([]);
  });

  it('an office whose telephone is told sends nobody elsewhere for it', () => {
    const told = offices.filter(({ phones }) => phones).map(pageOf);
    const ask = (page: Page) =>
      all(page, 'p')
        .map(textOf)
        .find((text) => text.startsWith('问法律的事打'));
    expect(
      told.filter((page) => page && /要本所\S*电话/.test(ask(page) ?? '')).map((page) => page?.path),
    ).toEqual([]);
  });

  it('a feed tells of each notice what its page tells', () => {
    const feed = readFileSync(join(site.folder, 'affairs/feed.xml'), 'utf8');
    const entries = [...feed.matchAll(/<entry>[^]*?<\/entry>/g)].map(([text]) => text);
    expect(entries.length).toBeGreaterThan(0);
    const wrong = entries.filter((entry) => {
      const path = new URL(/href="([^"]+)"/.exec(entry)?.[1] ?? '', 'http://site').pathname;
      const page = pages.get(path.replace(site.base, '/'));
      const tag = (name: string) => page && all(page, 'meta').find((one) => attribute(one, 'name') === name);
      const [title, published] = ['ArticleTitle', 'PubDate'].map((name) => {
        const found = tag(name);
        return found && attribute(found, 'content');
      });
      return (
        !title ||
        !entry.includes(`${title}</title>`) ||
        !entry.includes(`<published>${published?.slice(0, 10)}`)
      );
    });
    expect(wrong).toEqual([]);
  });

  it('the page of the data names every kind of file, in Chinese and in English', () => {
    const text = all(pages.get('/data/')!, 'main').map(textOf).join('');
    const unnamed = Object.values(DOCUMENTED).filter(
      ({ pattern, about, english }) =>
        ![pattern, about, english.replaceAll('`', '')].every((one) => text.includes(one)),
    );
    expect(unnamed).toEqual([]);
  });

  it('who reads no Chinese gets every single file by a link there, too', () => {
    const english = all(pages.get('/data/')!, 'section').find((one) => attribute(one, 'lang') === 'en')!;
    const plain = [...below(english)].filter(
      ({ tagName, parentNode }) =>
        tagName === 'code' && parentNode && !('tagName' in parentNode && parentNode.tagName === 'a'),
    );
    const single = Object.values(DOCUMENTED).filter(({ pattern }) => site.files.has(pattern));
    expect(single.length).toBeGreaterThan(5);
    expect(plain.map(textOf).filter((name) => site.files.has(name))).toEqual([]);
  });

  it('the content’s revision stands in release.json alone', () => {
    const texts = [...site.files].filter((name) => /\.(?:json|csv|geojson|html)$/.test(name));
    const naming = texts.filter((name) =>
      readFileSync(join(site.folder, name), 'utf8').includes('generatedFrom'),
    );
    expect(naming).toEqual(['/release.json']);
  });
});

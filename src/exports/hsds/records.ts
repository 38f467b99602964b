import type { Catalogue, Office } from '../../catalogue/types.ts';
import { internationalPhone } from '../../domain/phones.ts';
import { provinceOf } from '../../domain/provinces.ts';
import { paths } from '../../domain/urls.ts';
import { PHONE_USES } from '../../schemas/office.ts';
import { formInWords } from '../../views/guides.ts';
import type { ExportContext } from '../context.ts';
import { schedulesOf } from './schedules.ts';

type Context = Pick<ExportContext, 'address' | 'uuid'>;

const idIn =
  (id: string, { uuid }: Context) =>
  (name: string) =>
    uuid(`/hsds/${id}/${name}`);

/** An address in full; where the site's own is not known there is none that others could open. */
const webAddress = (url: string) => (/^https?:/.test(url) ? url : undefined);

/** What a telephone is for, with what its note says. */
const phonesOf = ({ id, record }: Office, context: Context) =>
  record.phones?.map(({ number, use, note }) => ({
    id: idIn(id, context)(`phone/${use}/${number}`),
    number: internationalPhone(number),
    type: use === 'fax' ? 'fax' : 'voice',
    description: note ? `${PHONE_USES[use]}：${note}` : PHONE_USES[use],
  }));

/** Where an office is; undefined where nobody has published it. An address without a postcode cannot be one here. */
function locationOf(office: Office, { site, calendars }: Catalogue, context: Context) {
  const { id, record, county } = office;
  const { place, hours } = record;
  const point = place?.point?.precision === 'office' ? place.point : undefined;
  if (!place?.address && !point) return undefined;
  const named = idIn(id, context);
  const address = {
    id: named('address'),
    address_1: place?.address,
    city: site.city.name,
    region: county.record.name,
    state_province: provinceOf(site.city.code) ?? site.city.name,
    postal_code: place?.postcode,
    country: 'CN',
    address_type: 'physical',
  };
  return {
    id: named('location'),
    location_type: 'physical',
    name: record.name,
    description: [place?.address, place?.landmark].filter(Boolean).join('；') || undefined,
    transportation: [place?.transport, place?.parking].filter(Boolean).join('；') || undefined,
    latitude: point?.lat,
    longitude: point?.lon,
    ...(place?.address && place.postcode && { addresses: [address] }),
    ...(hours && {
      schedules: schedulesOf(
        hours,
        calendars.map(({ year }) => year),
        named,
      ),
    }),
  };
}

/** The bureaus, and the offices below them, as organizations. */
export const organizations = (catalogue: Catalogue, context: Context) =>
  catalogue.counties.flatMap((county) => {
    const { bureau, name } = county.record;
    const parent = context.uuid(`/hsds/bureau/${county.slug}`);
    const own = county.offices.map((office) => {
      const location = locationOf(office, catalogue, context);
      return {
        id: idIn(office.id, context)('organization'),
        name: office.record.name,
        alternate_name: office.record.shortName,
        description: `${office.townships.map((one) => one.record.name).join('、')}的司法所`,
        email: office.record.email,
        website: webAddress(context.address(paths.office(office.id))),
        parent_organization_id: parent,
        phones: phonesOf(office, context),
        locations: location && [location],
      };
    });
    const bureauItem = {
      id: parent,
      name: bureau.name,
      description: `${name}的司法行政机关`,
      website: webAddress(context.address(paths.county(county.slug))),
    };
    return [bureauItem, ...own];
  });

/** Every guide as a service of the city. */
export const hsdsServices = ({ site, services }: Catalogue, context: Context) =>
  services.map(({ slug, data }) => ({
    id: context.uuid(`/hsds/service/${slug}`),
    name: data.title,
    alternate_name: data.aliases[0],
    description: data.summary,
    url: webAddress(context.address(paths.service(slug))),
    status: 'active',
    application_process: data.steps
      .map(({ title, actor, text }) => `${title}（${actor}）：${text}`)
      .join('\n'),
    fees_description: data.fee.text,
    eligibility_description: [...data.audience, ...data.conditions].join('\n'),
    assured_date: data.looked ?? data.updated,
    organization: {
      id: context.uuid('/hsds/city'),
      name: site.publisher.confirmed ? site.publisher.name : site.title,
      description: site.description,
    },
    required_documents: data.materials.map((one) => ({
      id: context.uuid(`/hsds/service/${slug}/document/${one.name}`),
      document: [one.name, formInWords(one), one.note].filter(Boolean).join('；'),
    })),
  }));

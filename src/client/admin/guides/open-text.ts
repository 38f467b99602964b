/** Fetches a guide with what stands above, and the place's own text as it stands now. */
import type { TextPlace } from '../../../domain/adaptations.ts';
import { DOWN, ForgeError, type Forge } from '../../../forges/types.ts';
import type { AdminData } from '../../../views/admin.ts';
import type { AdminGuide } from '../../../views/admin-guides.ts';
import type { OfficeEdits } from '../office-edits.ts';
import { LocalText } from './local-text.ts';

/** For whom a text is written, in the words of the form. */
export const AUDIENCES = {
  office: '只写本所',
  county: '写给全县（县司法局的账号）',
  city: '写给全市（市司法局的账号）',
};
export type Audience = keyof typeof AUDIENCES;

function placeOf(audience: Audience, office: string): TextPlace {
  const [county = ''] = office.split('/');
  if (audience === 'office') return { level: 'office', county, office };
  return audience === 'county' ? { level: 'county', county } : { level: 'city' };
}

function fileOf(guide: string, { level, county, office }: TextPlace): string {
  if (level === 'office') return `offices/${office}/services/${guide}.md`;
  return level === 'county' ? `counties/${county}/services/${guide}.md` : `services/${guide}.md`;
}

/** Opens a text, or goes on with the one that is being written. Throws a `ForgeError`. */
export async function openText(
  data: AdminData,
  forge: Forge,
  edits: OfficeEdits,
  guide: string,
  audience: Audience,
): Promise<LocalText> {
  const place = placeOf(audience, edits.office);
  const file = fileOf(guide, place);
  const open = edits.extras.get(file);
  if (open instanceof LocalText) return open;
  const path = [data.editor.folder ?? 'content', file].filter(Boolean).join('/');
  const [answer, stored] = await Promise.all([
    fetch(new URL(`guides/${guide}.json`, location.href)).catch(() => undefined),
    forge.read(path, data.editor.branch),
  ]);
  if (!answer?.ok) throw new ForgeError('down', DOWN);
  const { today, publicRepository } = edits;
  const title = data.services.find(([id]) => id === guide)?.[1] ?? guide;
  const at = { guide, title, place, path, file, today, publicRepository };
  const text = new LocalText(at, (await answer.json()) as AdminGuide, stored);
  edits.extras.set(file, text);
  return text;
}

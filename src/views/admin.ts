import type { Catalogue } from '../catalogue/types.ts';
import type { EditorSettings } from '../schemas/editor.ts';

type Named = readonly (readonly [id: string, name: string])[];

/** What the form page is told when it is built: where the content is kept, and what can be chosen. No content. */
export interface AdminData {
  readonly editor: EditorSettings;
  readonly publicRepository?: boolean | undefined;
  /** Of the city's telephones. */
  readonly areaCode?: string | undefined;
  readonly counties: readonly {
    readonly slug: string;
    readonly name: string;
    readonly offices: readonly { readonly id: string; readonly name: string }[];
  }[];
  readonly services: Named;
  readonly functions: Named;
  /** Codes of townships, for the area that an office serves. */
  readonly townships: Named;
}

/** Undefined where no editor is configured: then there is no form page. */
export function adminData({ site, counties, services, functions }: Catalogue): AdminData | undefined {
  if (!site.editor) return undefined;
  return {
    editor: site.editor,
    publicRepository: site.publicRepository,
    areaCode: site.city.areaCode,
    counties: counties.map(({ slug, record, offices }) => ({
      slug,
      name: record.name,
      offices: offices.map((office) => ({ id: office.id, name: office.record.name })),
    })),
    services: services.map(({ slug, data }) => [slug, data.title]),
    functions: functions.map(({ slug, data }) => [slug, data.title]),
    townships: counties.flatMap(({ townships }) =>
      townships.map(({ record }) => [record.code, `${record.name}（${record.code}）`] as const),
    ),
  };
}

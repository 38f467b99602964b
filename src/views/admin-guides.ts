import type { Catalogue } from '../catalogue/types.ts';
import { adaptedText, type Adapting } from '../domain/adaptations.ts';
import type { ServiceRecord } from '../schemas/service.ts';

/** A guide with what wider places say otherwise, for the form page: what stands above a county's or an office's own text. */
export interface AdminGuide {
  readonly original: ServiceRecord;
  readonly texts: readonly Pick<Adapting, 'file' | 'place' | 'data'>[];
}

/** Each guide by its slug; texts of offices stand above nobody. None where no editor is configured. */
export const adminGuides = ({ site, services, adaptations }: Catalogue): (readonly [string, AdminGuide])[] =>
  site.editor === undefined
    ? []
    : services.map(({ slug, original }) => [
        slug,
        {
          original,
          texts: adaptations
            .filter(({ place, data }) => place.level !== 'office' && adaptedText(data).guide === slug)
            .map(({ file, place, data }) => ({ file, place, data })),
        },
      ]);

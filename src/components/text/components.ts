/** What the names in guides and pages stand for: those of `src/domain/text-components.ts`, and Markdown's links and tables. */
import type { TEXT_COMPONENTS } from '../../domain/text-components.ts';
import Deadline from './Deadline.astro';
import Fee from './Fee.astro';
import Flow from './Flow.astro';
import Hotline from './Hotline.astro';
import Limit from './Limit.astro';
import Materials from './Materials.astro';
import Note from './Note.astro';
import Office from './Office.astro';
import Finder from './TextFinder.astro';
import TextLink from './TextLink.astro';
import TextTable from './TextTable.astro';

const PLACED: Readonly<Record<keyof typeof TEXT_COMPONENTS, unknown>> = {
  Materials,
  Flow,
  Limit,
  Deadline,
  Fee,
  Hotline,
  Finder,
  Office,
  Note,
};

export const TEXT = { ...PLACED, a: TextLink, table: TextTable };

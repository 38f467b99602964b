import { valueAt, type Path } from '../../../schemas/walk.ts';
import type { Choices } from '../shape.ts';

/** Who may stand in for the person that an entry is about: everybody else. Whoever is written there stays to be seen. */
export function colleagues(value: unknown, path: Path, people: Choices): Choices {
  const entry = valueAt(value, path.slice(0, -1)) as { person?: unknown; id?: unknown } | undefined;
  const own = entry?.person ?? entry?.id;
  return people.filter(([id]) => id !== own || id === valueAt(value, path));
}

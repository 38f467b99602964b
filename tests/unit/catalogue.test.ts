import { describe, expect, it } from 'vitest';
import { aContent, row } from '../helpers/content.ts';

describe('a valid content folder', () => {
  const { catalogue, problems, files } = aContent();

  it('has no problems', () => {
    expect(problems.map(row)).toEqual([]);
    expect(files).toBe(25);
  });

  it('becomes a catalogue', () => {
    expect(catalogue?.counties.map(({ slug }) => slug)).toEqual(['dong', 'xi']);
    expect(catalogue?.offices.map(({ id }) => id)).toEqual(['dong/jia', 'dong/yi', 'xi/bing']);
  });
});

import { describe, expect, it } from 'vitest';
import { aContent, problemsOf } from '../helpers/content.ts';

const words = (...list: readonly object[]) => ({ 'words.json': () => ({ words: list }) });

describe('a place’s own words', () => {
  const base = words(
    { say: ['扯皮', '闹架'], services: ['mediation'] },
    { say: ['法援'], official: ['法律援助'] },
  );
  const own = (value: object) => ({ ...base, 'own-words.json': () => value });
  const said = (value: object) =>
    aContent(own(value)).catalogue?.words.map(({ say, ...to }) => [
      say.join(),
      Object.values(to).flat().join(),
    ]);

  it('are added to the dictionary, or take ways of saying out of it', () => {
    expect(said({ words: [{ say: ['裹筋'], services: ['mediation'] }], without: ['闹架', '法援'] })).toEqual([
      ['扯皮', 'mediation'],
      ['裹筋', 'mediation'],
    ]);
  });

  it('may lead a known way of saying elsewhere, once it is taken out', () => {
    const value = { words: [{ say: ['法援'], official: ['法律帮助'] }] };
    expect(problemsOf(own(value)).join()).toMatch(
      /own-words\.json:\d+:\d+ duplicate .*“法援”在 words\.json 里已经有了/,
    );
    expect(said({ ...value, without: ['法援'] })).toContainEqual(['法援', '法律帮助']);
  });

  it('take out only what is there, and lead to guides that exist', () => {
    const found = problemsOf(own({ words: [{ say: ['裹筋'], services: ['nothing'] }], without: ['没有的'] }));
    expect(found.join('\n')).toMatch(/没有“nothing”这个办事指南/);
    expect(found.join('\n')).toMatch(/words\.json 里没有“没有的”这个说法/);
  });
});

describe('the dictionary of everyday words', () => {
  it('may lead to guides, to lines of work, or to official words', () => {
    expect(
      problemsOf(
        words({ say: ['扯皮'], services: ['mediation'] }, { say: ['法援'], official: ['法律援助'] }),
      ),
    ).toEqual([]);
  });

  it('leads to guides and lines of work that exist', () => {
    const found = problemsOf(words({ say: ['扯皮'], services: ['mediatoin'], functions: ['nothing'] }));
    expect(found).toHaveLength(2);
    expect(found[0]).toMatch(
      /words\.json:\d+:\d+ reference .*没有“mediatoin”这个办事指南 \| 是不是 "mediation"/,
    );
    expect(found[1]).toMatch(/没有“nothing”这个工作职能/);
  });

  it('may lead to a page of the site, by a name that there is', () => {
    expect(problemsOf(words({ say: ['几点上班'], pages: ['offices'] }))).toEqual([]);
    expect(problemsOf(words({ say: ['几点上班'], pages: ['nowhere'] })).join()).toContain('本站的页');
  });

  it('explains each word once', () => {
    const found = problemsOf(
      words({ say: ['扯皮'], services: ['mediation'] }, { say: ['吵架', '扯皮'], official: ['纠纷'] }),
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/duplicate .*“扯皮”重复，第 1 条已经写过/);
  });

  it('says where each word leads', () => {
    expect(problemsOf(words({ say: ['扯皮'] })).join()).toMatch(/没有写指向哪里/);
  });
});

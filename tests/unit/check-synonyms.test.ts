import { describe, expect, it } from 'vitest';
import { problemsOf } from '../helpers/content.ts';

const words = (...list: readonly object[]) => ({ 'words.json': () => ({ words: list }) });

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

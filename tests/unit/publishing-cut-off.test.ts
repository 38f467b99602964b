/** Publishing that is cut off (power, kill) or met by another: whatever it left, the next run puts right by itself. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesBelow } from '../../src/build/stamp.ts';
import type { Assembled } from '../../src/release/assemble.ts';
import type { Sealing } from '../../src/release/log/append.ts';
import { newKey } from '../../src/release/log/note.ts';
import { folderPlace } from '../../src/release/place-folder.ts';
import type { Amendments, ReleasePlace } from '../../src/release/place.ts';
import { goBack, publishRelease } from '../../src/release/publish.ts';
import type { Withdrawn } from '../../src/schemas/withdrawn.ts';
import { folderSource } from '../../src/verify/source.ts';
import { verifyFiles } from '../../src/verify/verify.ts';
import { LONG } from '../helpers/long.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'open-office-cut-off-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const site = () => join(folder, 'site');
const idOf = (day: number) => `2026120${day}-00000000000a`;
const KEY = newKey('www.example.gov.cn/sfs', Buffer.alloc(32, 1)).signer;
let drawn = 0;
/** Salts that differ, without chance. */
const random = (count: number) => {
  const bytes = Buffer.alloc(count);
  bytes.writeUInt32BE((drawn += 1));
  return bytes;
};
const sealing = (day: number): Sealing => ({
  signers: [KEY],
  earlier: [],
  now: new Date(`2026-12-0${day}T02:00:00Z`),
  random,
});

const LEAK = 'affairs/2026-11-02-x/index.html';
const PAGE = 'offices/a/b/index.html';
const DATA = 'data/whereabouts/a/b.json';
const TAKEN: Withdrawn = [{ url: '/affairs/2026-11-02-x/', on: '2026-12-03', reason: 'privacy', number: 1 }];

/** A site of some day, with the days of an office. */
function release(day: number, { leaks = false, withdrawn = [] as Withdrawn } = {}): Assembled {
  const builtFor = `2026-12-0${day}T00:00:00.000Z`;
  const about = { generatedFrom: '', builtFor, base: '/', pages: 2, quarantined: [], dated: ['a/b'] };
  const texts: Record<string, string> = {
    'index.html': `首页 ${day}`,
    [PAGE]: `<whereabouts-today><section>外出${day}</section><p>请致电12348</p></whereabouts-today>`,
    [DATA]: `外出${day}`,
    'release.json': JSON.stringify({ ...about, redirects: [], withdrawn }),
    'data/withdrawn.json': JSON.stringify({ withdrawn }),
    ...(leaks && { [LEAK]: '泄露' }),
  };
  const files = new Map(Object.entries(texts).map(([name, text]) => [name, Buffer.from(text)]));
  const hosting = { base: '/', root: '/srv', redirects: [], gone: [], unpaged: [] };
  return { manifest: { id: idOf(day), ...about, bytes: 0, files: [] }, hosting, withdrawn, files };
}

const publish = (made: Assembled, day: number, place = folderPlace(site())) =>
  publishRelease(made, place, { keep: 3, mayDrop: true, sealing: sealing(day) });

class CutOff extends Error {}

/** The place of somebody who is cut off before the step of that number; what each call does in steps is done in those. */
function cutOffAt(last: number): ReleasePlace {
  const place = folderPlace(site());
  const memory = join(site(), '.open-office.json');
  let steps = 0;
  const step = (work: () => void) => {
    if ((steps += 1) > last) throw new CutOff();
    work();
  };
  const each = (files: Amendments, amend: (one: Amendments) => void) => {
    for (const one of files) step(() => amend(new Map([one])));
  };
  return {
    ...place,
    put: (...what) => step(() => place.put(...what)),
    amend: (id, files) => each(files, (one) => place.amend(id, one)),
    show: (state) => {
      step(() => {
        const before = readFileSync(memory);
        place.show(state);
        writeFileSync(memory, before);
      });
      step(() => place.show(state));
    },
    dropArchives: (ids) => step(() => place.dropArchives(ids)),
    keepOnly: (ids) => {
      const releases = join(site(), 'releases');
      for (const name of readdirSync(releases).filter((one) => !ids.includes(one)))
        step(() => rmSync(join(releases, name, 'index.html')));
      step(() => place.keepOnly(ids));
    },
  };
}

/** Runs it anew and anew upon what was there before, cut off at each of its steps (or some); how many there are. */
async function atEachStep(
  prepare: () => void,
  run: (place: ReleasePlace) => void,
  then: (step: number) => Promise<void>,
): Promise<number> {
  prepare();
  const before = join(folder, 'before');
  renameSync(site(), before);
  for (let step = 0; ; step += LONG ? 1 : 3) {
    rmSync(site(), { recursive: true, force: true });
    cpSync(before, site(), { recursive: true, verbatimSymlinks: true });
    let done = true;
    try {
      run(cutOffAt(step));
    } catch (error) {
      if (!(error instanceof CutOff)) throw error;
      done = false;
    }
    await then(step);
    if (done) return step;
  }
}

const bytes = () =>
  filesBelow(site())
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
const shown = (name = 'index.html') => readFileSync(join(site(), 'current', name), 'utf8');
const kept = () => readdirSync(join(site(), 'releases')).sort();
const verified = () => verifyFiles(folderSource(site()), { keys: [KEY], pages: [], all: true, base: '/' });
const verdicts = async () => {
  const { trouble, judged } = await verified();
  return [trouble?.message, ...new Set(judged.map(({ verdict }) => verdict))];
};
const UNCHANGED = [undefined, 'unchanged'];

describe('a run that was cut off, at whatever step', () => {
  const archive = () => writeFileSync(join(site(), `open-office-${idOf(2)}.tar.gz`), '泄露');
  const withLeak = () => {
    publish(release(1), 1);
    publish(release(2, { leaks: true }), 2);
    archive();
  };
  const clean = release(3, { withdrawn: TAKEN });

  it('is made good by the next: the new release is shown, signed, and nothing is left of what was taken down or is over', async () => {
    const steps = await atEachStep(
      withLeak,
      (place) => publish(clean, 3, place),
      async (step) => {
        publish(clean, 4);
        expect([step, shown(), kept()]).toEqual([step, '首页 3', [idOf(1), idOf(3)]]);
        expect([step, /泄露|2026-11-02-x\/index|外出[12]/.exec(bytes())]).toEqual([step, null]);
        expect([step, await verdicts()]).toEqual([step, UNCHANGED]);
      },
    );
    expect(steps).toBeGreaterThan(4);
  });

  it('is made good by the next that publishes something else, and the log goes on', async () => {
    await atEachStep(
      withLeak,
      (place) => publish(clean, 3, place),
      async (step) => {
        const { log } = await verified();
        publish(release(4, { withdrawn: TAKEN }), 4);
        expect([step, shown(), /泄露|外出[123]/.exec(bytes())]).toEqual([step, '首页 4', null]);
        expect([step, await verdicts()]).toEqual([step, UNCHANGED]);
        const after = await verified();
        expect([step, after.log?.size]).toEqual([step, (log?.size ?? 0) + 1]);
      },
    );
  });

  it('goes back from what readers see to the one before, never two at once', async () => {
    await atEachStep(
      () => [1, 2].forEach((day) => publish(release(day), day)),
      (place) => publish(release(3), 3, place),
      async (step) => {
        const seen = Number(/\d/.exec(shown())?.[0]);
        goBack(folderPlace(site()), [], undefined, sealing(4));
        expect([step, shown(), /外出/.exec(bytes())]).toEqual([step, `首页 ${seen - 1}`, null]);
        expect([step, await verdicts()]).toEqual([step, UNCHANGED]);
      },
    );
  });

  it('while going back, is made good by going back again: what was taken down since is told, and all is signed', async () => {
    await atEachStep(
      () => {
        publish(release(1), 1);
        publish(clean, 3);
      },
      (place) => goBack(place, TAKEN, idOf(1), sealing(4)),
      async (step) => {
        if (shown() === '首页 1') publish(release(1), 5);
        else goBack(folderPlace(site()), TAKEN, idOf(1), sealing(5));
        expect([step, shown(), shown('data/withdrawn.json')]).toEqual([
          step,
          '首页 1',
          expect.stringContaining('2026-11-02-x'),
        ]);
        expect([step, /外出[13]/.exec(bytes()), await verdicts()]).toEqual([step, null, UNCHANGED]);
      },
    );
  });

  it('while it signed what was shown unsigned, is made good by signing it again', async () => {
    const unsigned = () => publishRelease(release(2), folderPlace(site()), { keep: 3, mayDrop: true });
    await atEachStep(
      () => {
        publish(release(1), 1);
        unsigned();
      },
      (place) => publish(release(2), 2, place),
      async (step) => {
        publish(release(2), 3);
        expect([step, await verdicts()]).toEqual([step, UNCHANGED]);
      },
    );
  });

  it('before anything was ever shown, says that there is nothing to go back to', () => {
    expect(() => publish(release(1), 1, cutOffAt(1))).toThrow(CutOff);
    expect(() => goBack(folderPlace(site()), [])).toThrow('这里还没有发布过');
    publish(release(1), 1);
    expect(shown()).toBe('首页 1');
  });
});

describe('the mark of who publishes', () => {
  const lock = () => join(site(), '.open-office.lock');
  const lay = (mark: string) => {
    mkdirSync(site(), { recursive: true });
    writeFileSync(lock(), mark);
  };
  const markOf = (host: string, pid: number, since = '2026-01-01T00:00:00.000Z') =>
    JSON.stringify({ host, pid, since });

  it.each([
    ['that the power cut short', () => ''],
    ['that says nothing', () => '{}'],
    ['of a process that is no more', () => markOf(hostname(), spawnSync(process.execPath, ['-v']).pid)],
    ['of a container before this one, with the same number', () => markOf(hostname(), process.pid)],
    ['of another machine, long ago', () => markOf('另一台', 1)],
  ])('stops nobody: one %s', (_, mark) => {
    lay(mark());
    expect(publish(release(1), 1).id).toBe(idOf(1));
    expect(readdirSync(site()).sort()).toEqual(['.open-office.json', 'current', 'releases']);
  });

  it('is taken over by one of two who find the same old one', () => {
    const [old, first, second] = [markOf('另一台', 1), markOf('甲', 1), markOf('乙', 1)];
    lay(old);
    const [one, other] = [folderPlace(site()), folderPlace(site())];
    expect([one.hold(first), other.hold(second)]).toEqual([old, old]);
    one.letGo(old);
    expect(one.hold(first)).toBeUndefined();
    other.letGo(old);
    expect([other.hold(second), one.holder()]).toEqual([first, first]);
    other.letGo(second);
    expect(one.holder()).toBe(first);
    one.letGo(first);
    expect([one.holder(), readdirSync(site())]).toEqual([undefined, []]);
  });

  it('that another took over in the meantime stays, and who lost it changes nothing more', () => {
    publish(release(1), 1);
    const place = folderPlace(site());
    const other = markOf('另一台', 1, new Date().toISOString());
    const put: ReleasePlace['put'] = (...what) => {
      place.put(...what);
      lay(other);
    };
    expect(() => publish(release(2), 2, { ...place, put })).toThrow(/别人已经开始往这里发布（机器 另一台/);
    expect([shown(), readFileSync(lock(), 'utf8')]).toEqual(['首页 1', other]);
  });
});

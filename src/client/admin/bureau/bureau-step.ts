/** What bureaus do on the form page, beside the forms of offices. Each work is fetched when it is opened. */
import '../no-eval.ts';
import { may } from '../../../domain/ownership.ts';
import type { Owner } from '../../../schemas/owners.ts';
import { element } from '../../element.ts';
import { button, stepHeading } from '../ui.ts';
import { countiesOf, type Room } from './room.ts';

interface Work {
  readonly title: string;
  readonly about: string;
  /** Whether an account may do it for anything. */
  readonly isFor: (room: Pick<Room, 'data' | 'owner'>) => boolean;
  readonly open: (room: Room) => Promise<HTMLElement>;
}

const forCounties: Work['isFor'] = (room) => countiesOf(room).length > 0;

const WORKS: readonly Work[] = [
  {
    title: '名册、电话表',
    about: '把全县的名册放进来，一次填好各所的电话、地址、办公时间、人员',
    isFor: forCounties,
    open: async (room) => (await import('./list-work.ts')).listWork(room),
  },
];

/** Whether there is anything here for an account. */
export const isBureau = (owner: Owner | undefined): boolean =>
  owner !== undefined && (may(owner, { level: 'city' }) || (owner.counties?.length ?? 0) > 0);

/** What an account of a bureau can do. */
export function bureauStep(needs: Omit<Room, 'home'>, back: () => void): HTMLElement {
  const room: Room = { ...needs, home: () => needs.show(bureauStep(needs, back)) };
  const open = async (work: Work) => {
    try {
      const step = await work.open(room);
      room.show(
        element('section', { class: 'step', 'aria-label': work.title }, [
          stepHeading(work.title),
          step,
          button('返回', room.home, 'quiet'),
        ]),
      );
    } catch (error) {
      room.failed(error);
    }
  };
  const items = WORKS.filter(({ isFor }) => isFor(room)).map((work) => {
    const made = button('', () => void open(work), 'form-button');
    made.append(element('strong', {}, [work.title]), element('span', { class: 'soft' }, [work.about]));
    return element('li', {}, [made]);
  });
  return element('section', { class: 'step', 'aria-label': '司法局的事' }, [
    stepHeading('司法局的事'),
    element('ul', { class: 'bare menu-of-forms' }, items),
    button('返回填报', back, 'quiet'),
  ]);
}

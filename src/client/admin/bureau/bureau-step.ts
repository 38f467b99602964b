/** What bureaus do on the form page, beside the forms of offices. Each work is fetched when it is opened. */
import '../no-eval.ts';
import { may } from '../../../domain/ownership.ts';
import { element } from '../../element.ts';
import { tellKeeping, type FormStage } from '../onward.ts';
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
  {
    title: '新设司法所',
    about: '名称、服务的乡镇、街道，设置的依据',
    isFor: forCounties,
    open: async (room) => (await import('./new-office-work.ts')).newOfficeWork(room),
  },
  {
    title: '撤并、改名',
    about: '关闭、合并司法所，乡镇改名，各处一次改全',
    isFor: forCounties,
    open: async (room) => (await import('./reorganise-work.ts')).reorganiseWork(room),
  },
  {
    title: '县（市、区）资料',
    about: '司法局的电话、地址、办公时间，地方假日，语言和翻译',
    isFor: forCounties,
    open: async (room) => (await import('./county-work.ts')).countyWork(room),
  },
  {
    title: '发全市公告',
    about: '市司法局发的公告，带附件',
    isFor: ({ owner }) => may(owner, { level: 'city' }),
    open: async (room) => (await import('./city-notice-work.ts')).cityNoticeWork(room),
  },
  {
    title: '改全市公告',
    about: '已经发的：改、延期、失效、撤回',
    isFor: ({ owner }) => may(owner, { level: 'city' }),
    open: async (room) => (await import('./city-notices-work.ts')).cityNoticesWork(room),
  },
  {
    title: '一年的节假日',
    about: '国务院办公厅的放假通知，每年一次',
    isFor: ({ owner }) => may(owner, { level: 'city' }),
    open: async (room) => (await import('./calendar-work.ts')).calendarWork(room),
  },
  {
    title: '账号',
    about: '哪个账号负责哪个所、哪个县',
    isFor: ({ owner }) => owner.maintainer === true,
    open: async (room) => (await import('./accounts-work.ts')).accountsWork(room),
  },
];

/** What an account of a bureau can do. */
export function bureauStep(
  needs: Omit<Room, 'home' | 'failed'>,
  session: FormStage,
  back: () => void,
): HTMLElement {
  const room: Room = {
    ...needs,
    home: () => needs.show(bureauStep(needs, session, back)),
    failed: (error, onward) => tellKeeping(session, error, onward),
  };
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

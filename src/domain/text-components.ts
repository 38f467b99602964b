/**
 * The components that maintainers place in guides and pages (MDX): a fixed set with plain names, so that a text can be
 * read, checked and shown without running anything of it.
 */

export interface TextComponent {
  /** What it shows, as authors are told. */
  readonly shows: string;
  /** Attributes that it must be given, each with an example. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** Whether it stands around text. */
  readonly around?: true;
  /** Whether it may stand among the words of a sentence; the others are paragraphs of their own. */
  readonly among?: true;
  /** Whether it shows a part of a guide, so that it has nothing to show on other pages. */
  readonly ofGuides?: true;
}

export const TEXT_COMPONENTS = {
  Materials: { shows: '要带的材料', ofGuides: true },
  Flow: { shows: '怎么办：流程图、步骤、渠道', ofGuides: true },
  Limit: { shows: '一个时限', attributes: { id: 'review' }, among: true, ofGuides: true },
  Deadline: { shows: '算期限的工具和时限表', ofGuides: true },
  Fee: { shows: '收不收费', ofGuides: true },
  Hotline: { shows: '一个能直接拨打的热线', attributes: { number: '12348' }, among: true },
  Finder: { shows: '查找司法所的框' },
  Office: { shows: '司法所名录的链接', among: true },
  Note: { shows: '一段醒目的提醒', around: true },
} as const satisfies Readonly<Record<string, TextComponent>>;

/** The component of a name, or undefined where there is none. */
export const textComponent = (name: string): TextComponent | undefined =>
  Object.hasOwn(TEXT_COMPONENTS, name) ? TEXT_COMPONENTS[name as keyof typeof TEXT_COMPONENTS] : undefined;

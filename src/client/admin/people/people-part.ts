/** Above the form of staff: everybody's photo, and the way out for who has left. */
import '../no-eval.ts';
import { element } from '../../element.ts';
import type { AdminData } from '../../../views/admin.ts';
import type { PanelNeeds } from '../form-panel.ts';
import { placeOf, type OfficeEdits } from '../office-edits.ts';
import { button, workButton } from '../ui.ts';
import { FIRST_CROP, type Crop } from './crop.ts';
import { draw, encode, openPicture } from './encode.ts';
import { PhotoFile, photoName } from './photo-file.ts';
import { peopleIn, withoutPerson, withoutWhereabouts, withPhoto } from './staff-value.ts';

interface Needs extends PanelNeeds {
  readonly data: AdminData;
  readonly edits: OfficeEdits;
  /** Draws the whole form anew. */
  readonly renew: () => void;
  /** Goes on to the look-over. */
  readonly review: () => void;
}

type Person = ReturnType<typeof peopleIn>[number];

const UNREADABLE =
  '这张照片打不开。用 jpg、png；苹果手机拍的，先在“设置 → 相机 → 格式”里选“兼容性最佳”，或者另存为 jpg。';

/** Puts a photo made of what is drawn into the office's folder and into the person's entry. */
function take({ data, edits, file, changed }: Needs, id: string, canvas: HTMLCanvasElement) {
  const bytes = encode(canvas);
  if (!bytes) return false;
  const name = photoName(id, bytes);
  const folder = placeOf(data, edits.office, 'notice').path;
  const photo = new PhotoFile(edits.office, folder, name, { staff: file, bytes });
  edits.extras.set(photo.file, photo);
  const alt = peopleIn(file.value).find((one) => one.id === id)?.photoAlt;
  file.value = withPhoto(file.value, id, { photo: name, ...(alt !== undefined && { photoAlt: alt }) });
  changed();
  return true;
}

const SLIDERS = [
  ['zoom', '放大', 1, 3],
  ['x', '左右', 0, 1],
  ['y', '上下', 0, 1],
] as const;

/** The photo as it will be, with what part of the picture it takes. */
function cropper(needs: Needs, { id, name = '' }: Person, picture: ImageBitmap): HTMLElement {
  const canvas = element('canvas', { class: 'photo', role: 'img', 'aria-label': `${name}的照片` });
  let crop: Crop = FIRST_CROP;
  const show = () => draw(canvas, picture, crop);
  const sliders = SLIDERS.map(([key, words, min, max]) => {
    const input = element('input', {
      id: `photo-${id}-${key}`,
      type: 'range',
      min: String(min),
      max: String(max),
      step: '0.05',
      value: String(FIRST_CROP[key]),
    });
    input.addEventListener('input', () => {
      crop = { ...crop, [key]: Number(input.value) };
      show();
    });
    input.addEventListener('change', () => take(needs, id, canvas));
    return element('div', {}, [element('label', { for: input.id }, [words]), input]);
  });
  const alt = element('input', { id: `photo-${id}-alt`, type: 'text', autocomplete: 'off', maxlength: '60' });
  alt.value = peopleIn(needs.file.value).find((one) => one.id === id)?.photoAlt ?? '';
  alt.addEventListener('input', () => {
    const now = peopleIn(needs.file.value).find((one) => one.id === id)?.photo;
    if (now === undefined) return;
    const said = alt.value.trim();
    needs.file.value = withPhoto(needs.file.value, id, { photo: now, ...(said && { photoAlt: said }) });
    needs.changed();
  });
  show();
  return element('div', { class: 'side-by-side' }, [
    canvas,
    element('div', {}, [
      ...sliders,
      element('label', { for: alt.id }, ['照片说明（给看不见的人，可以不写）']),
      alt,
    ]),
  ]);
}

function photoField(needs: Needs, person: Person): HTMLElement {
  const { id, name = '' } = person;
  const [told, place] = [element('p', { class: 'wrong', role: 'alert', hidden: '' }), element('div')];
  const input = element('input', {
    id: `photo-${id}`,
    type: 'file',
    accept: 'image/jpeg,image/png,image/webp',
  });
  input.addEventListener('change', async () => {
    const [chosen] = input.files ?? [];
    if (!chosen) return;
    const picture = await openPicture(chosen);
    told.textContent = UNREADABLE;
    told.hidden = picture !== undefined;
    if (!picture) return;
    const box = cropper(needs, person, picture);
    place.replaceChildren(box);
    const canvas = box.querySelector('canvas');
    if (canvas && take(needs, id, canvas)) needs.say(`${name}的照片已放好，可以核对并提交`);
    else told.hidden = false;
  });
  return element('div', { class: 'field' }, [
    element('label', { for: input.id }, [`${name}的照片（本人已同意公开）`]),
    input,
    told,
    place,
  ]);
}

function row(needs: Needs, person: Person): HTMLElement {
  const { id, name = '', post = '', photo } = person;
  const { file, edits, changed, renew } = needs;
  const leave = () => {
    file.value = withoutPerson(file.value, id);
    const daily = edits.files.get('whereabouts');
    if (daily) daily.value = withoutWhereabouts(daily.value, id);
    changed();
    renew();
    needs.review();
  };
  const drop = () => {
    file.value = withPhoto(file.value, id, undefined);
    changed();
    renew();
    needs.say(`已去掉${name}的照片`);
  };
  const gone = button('已离岗，整条删除', leave, 'quiet');
  gone.setAttribute('aria-label', `${name}已离岗，整条删除`);
  return element('li', { class: 'entry' }, [
    element('p', {}, [`${name}　${post}`, ...(photo ? ['　（有照片）'] : [])]),
    photoField(needs, person),
    element('div', { class: 'moves' }, [
      gone,
      ...(photo ? [workButton(`去掉${name}的照片`, () => Promise.resolve(drop()), 'quiet')] : []),
    ]),
  ]);
}

/** Everybody with a photo to choose and a way out; nothing where nobody is named yet. */
export function peoplePart(needs: Needs): HTMLElement[] {
  const people = peopleIn(needs.file.value).filter(({ id, name }) => id && name);
  if (people.length === 0) return [];
  return [
    element('details', { class: 'part', open: '' }, [
      element('summary', {}, ['照片、离岗']),
      element('p', { class: 'soft' }, [
        '照片自愿，本人同意才放。选好就裁成证件照的样子，拍摄地点、时间、手机型号都不带；照片不存草稿。',
      ]),
      element(
        'ul',
        { class: 'bare entries' },
        people.map((person) => row(needs, person)),
      ),
    ]),
  ];
}

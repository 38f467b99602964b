import { describe, expect, it } from 'vitest';
import { appointmentInWords } from '../../src/domain/appointment-words.ts';
import { officeItem } from '../../src/exports/offices.ts';
import { localLines } from '../../src/views/services.ts';
import { aContent, fields, problemsOf } from '../helpers/content.ts';

const must = { need: 'must' as const, how: '打所里的电话', ahead: '提前3天' };
const OFFICE = 'offices/dong/jia/office.json';
const noting = (appointment: object) => ({
  [OFFICE]: fields({ serviceNotes: [{ service: 'tiaojie', appointment }] }),
});

describe('an appointment', () => {
  it('is told as needed or not, how it is made and how long before', () => {
    expect(appointmentInWords(must)).toBe('要先预约：打所里的电话，提前3天');
    expect(appointmentInWords({ need: 'none' })).toBe('不用预约');
    expect(localLines({ service: 'tiaojie', appointment: must })).toEqual([
      '要先预约：打所里的电话，提前3天',
    ]);
  });

  it('that is not needed is not made', () => {
    expect(problemsOf(noting({ need: 'none', how: '打电话' })).join()).toContain('不用预约的，不写怎么约');
  });

  it('stands in the open data of the office', () => {
    const { catalogue } = aContent();
    const office = catalogue!.offices[0]!;
    const record = { ...office.record, serviceNotes: [{ service: 'tiaojie', appointment: must }] };
    expect(officeItem({ ...office, record }, (path) => path).appointments).toEqual([
      { service: 'tiaojie', ...must },
    ]);
  });
});

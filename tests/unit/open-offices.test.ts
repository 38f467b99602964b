import { describe, expect, it } from 'vitest';
import { planFrom } from '../../src/domain/plan-table.ts';
import { openOffices } from '../../src/views/open-now.ts';
import { aContent, fields } from '../helpers/content.ts';

const OFFICE = 'offices/dong/jia/office.json';

describe('the list of offices with their hours', () => {
  it('carries each table once, and nothing for offices that have told no hours', () => {
    const { catalogue } = aContent();
    if (!catalogue) throw new Error('the base content is right');
    const { tables, byOffice } = openOffices(catalogue.offices, catalogue);
    const told = catalogue.offices.filter(({ record }) => record.hours && record.status.state !== 'closed');
    expect([...byOffice.keys()].sort()).toEqual(told.map(({ id }) => id).sort());
    expect(new Set(tables.map((one) => JSON.stringify(one))).size).toBe(tables.length);
    const twice = openOffices([...told, ...told], catalogue);
    expect(twice.tables).toEqual(tables);
  });

  it('reaches beyond the years that are known where the office itself knows more', () => {
    const away = [{ from: '2028-02-01', to: '2028-02-03', sessions: [], reason: '搬迁' }];
    const { catalogue } = aContent({ [OFFICE]: fields({ 'hours.exceptions': away }) });
    const office = catalogue?.offices.find(({ id }) => id === 'dong/jia');
    const table = catalogue && office && openOffices([office], catalogue).tables[0];
    expect(table && planFrom(table, '2028-02-02')).toEqual({ kind: 'closed', why: '搬迁' });
    expect(table && planFrom(table, '2028-01-31').kind).toBe('unknown');
  });
});

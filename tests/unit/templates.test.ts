import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../../src/command/command.ts';

interface Form {
  readonly name: string;
  readonly body: readonly {
    readonly type: string;
    readonly id?: string;
    readonly attributes: { readonly label?: string };
  }[];
}

const textOf = (...path: readonly string[]) => readFileSync(join(ROOT, ...path), 'utf8');
const FORMS = '.github/ISSUE_TEMPLATE';
const forms = readdirSync(join(ROOT, FORMS)).map((file) => ({
  file,
  form: parse(textOf(FORMS, file)) as Form,
}));

describe('templates of the platforms', () => {
  it('a report of what is wrong has the fields that pages fill in', () => {
    const report = forms.find(({ file }) => file === 'xinxi-youwu.yml');
    expect(report?.form.name).toBe('信息有误');
    expect(report?.form.body.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['page', 'field', 'wrong', 'right']),
    );
  });

  it('forms are in Chinese, ask to leave personal data out, and name every field once', () => {
    for (const { file, form } of forms) {
      const ids = form.body.flatMap(({ id }) => id ?? []);
      expect(new Set(ids).size, file).toBe(ids.length);
      expect(textOf(FORMS, file), file).toContain('没有写个人信息和案情');
      for (const { attributes } of form.body)
        if (attributes.label !== undefined) expect(attributes.label, file).toMatch(/\p{Script=Han}/u);
    }
  });

  it('Gitea and Forgejo have the same as GitHub, GitLab the same questions', () => {
    for (const { file } of forms) expect(textOf('.gitea/ISSUE_TEMPLATE', file)).toBe(textOf(FORMS, file));
    const request = textOf('.github/PULL_REQUEST_TEMPLATE.md');
    expect(textOf('.gitea/PULL_REQUEST_TEMPLATE.md')).toBe(request);
    expect(textOf('.gitlab/merge_request_templates/Default.md')).toBe(request);
    const names = readdirSync(join(ROOT, '.gitlab/issue_templates')).map((file) => file.replace('.md', ''));
    expect(names.sort()).toEqual(forms.map(({ form }) => form.name).sort());
  });
});

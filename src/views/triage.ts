import type { Catalogue } from '../catalogue/types.ts';
import type { Triage } from '../schemas/triage.ts';

type Answer = Triage['answers'][number];

/** The tree of plain questions with the titles of the guides it leads to; undefined when a city has none. */
export function triageView({ ways, services }: Catalogue) {
  if (!ways) return undefined;
  const titles = new Map(services.map((doc) => [doc.slug, doc.data.title]));
  const leaf = (answer: Omit<Answer, 'next'>) => ({
    text: answer.text,
    urgent: answer.urgent,
    advice: answer.advice,
    services: (answer.services ?? []).map((slug) => ({ slug, title: titles.get(slug) ?? slug })),
  });
  return {
    question: ways.question,
    note: ways.note,
    answers: ways.answers.map((answer) => ({
      ...leaf(answer),
      next: answer.next && { question: answer.next.question, answers: answer.next.answers.map(leaf) },
    })),
  };
}

export type TriageView = NonNullable<ReturnType<typeof triageView>>;
export type TriageWayView = Omit<TriageView['answers'][number], 'next'>;

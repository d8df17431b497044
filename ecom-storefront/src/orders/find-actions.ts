'use server';

import { lacking, refused } from '@/forms/outcome';
import { textsIn, type FormState } from '@/forms/state';
import { formatDate, formatMoment } from '@/words/dates';
import { words } from '@/words/server';
import type { FoundState } from './find';
import { factKey, reasonKey, stageOf } from './model';
import { findOrder } from './read';
import { rowsOfOrder } from './rows';

const FIELDS = ['orderNumber', 'email'] as const;

export async function find(before: FoundState, form: FormData): Promise<FoundState> {
  const empty: FormState | null = await lacking(before, form, FIELDS);
  if (empty) {
    return empty;
  }
  const { orderNumber, email } = textsIn(form, FIELDS);
  const [t, answer] = await Promise.all([words(), findOrder(orderNumber, email)]);
  if (!answer.ok) {
    return refused(before, form, answer.problem);
  }
  const order = answer.value;
  const stage = stageOf(order.state);
  return {
    turn: before.turn + 1,
    values: {},
    wrong: {},
    found: {
      title: t('order.number', { id: order.number }),
      date: formatDate(order.createdAt, t.language),
      stage,
      status: t(`stage.${stage}`),
      reason: stage === 'ended' ? t(reasonKey(order.cancelReason)) : undefined,
      rows: rowsOfOrder(order, t),
      milestones: order.milestones.flatMap((it) => {
        const key = factKey(it);
        return key ? [{ at: it.at, when: formatMoment(it.at, t.language), what: t(key) }] : [];
      }),
    },
  };
}

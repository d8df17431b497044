'use server';

import { redirect } from 'next/navigation';
import { say } from '@/session/notice';
import { mine } from '@/session/who';

const ID = /^[0-9a-f-]{36}$/;

export async function cancelOrder(form: FormData): Promise<void> {
  const orderId = String(form.get('order'));
  if (!ID.test(orderId)) {
    redirect('/');
  }
  const answer = await mine((shop) => shop.POST('/api/orders/{orderId}/cancel', { params: { path: { orderId } } }));
  await say(answer.ok ? { kind: 'done', key: 'notice.cancelling' } : { kind: 'problem', problem: answer.problem });
  redirect(`/orders/${orderId}`);
}

import { redirect } from 'next/navigation';
import { readCopy } from '@/account/privacy';
import { say } from '@/session/notice';

/** The copy of somebody's data, as a file. Why there is none is said on the page that led here. */
export async function GET(_: Request, { params }: { params: Promise<{ requestId: string }> }): Promise<Response> {
  const { requestId } = await params;
  const answer = /^[0-9a-f-]{36}$/.test(requestId) ? await readCopy(requestId) : null;
  if (!answer?.ok) {
    if (answer) {
      await say({ kind: 'problem', problem: answer.problem });
    }
    redirect('/account/privacy');
  }
  return new Response(JSON.stringify(answer.value, null, 2), {
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Content-Disposition': 'attachment; filename="my-data.json"' },
  });
}

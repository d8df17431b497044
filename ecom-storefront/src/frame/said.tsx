import { noticeOf } from '@/session/notice';
import { NoticeBar } from '@/ui/notice';
import { words } from '@/words/server';

/** What the action before this page has to say. On pages and not in their frame, which stays from one page to the next. */
export async function Said() {
  const [t, notice] = await Promise.all([words(), noticeOf()]);
  return <NoticeBar notice={notice} t={t} />;
}

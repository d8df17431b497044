import type { Problem } from '@/api/answer';
import { lacksContent } from '@/api/outage';
import type { Notice } from '@/session/notice';
import { isKey, type Translate } from '@/words';
import { wordsFor } from '@/words/problems';
import { To } from './link';

export function NoticeBar({ notice, t }: { notice: Notice | null; t: Translate }) {
  if (!notice) {
    return null;
  }
  return notice.kind === 'problem' ? (
    <ProblemNotice problem={notice.problem} t={t} />
  ) : (
    <p className="notice done" role="status">
      {isKey(notice.key) ? t(notice.key, { count: notice.count ?? 1 }) : ''}
    </p>
  );
}

/** In place of what a page is for, if it cannot be had. */
export function MissingContent({ problem, t }: { problem: Problem; t: Translate }) {
  if (problem.status >= 500) {
    lacksContent();
  }
  return <ProblemNotice problem={problem} t={t} />;
}

/** What is wrong in a shopper's words, and the number under which we find it. */
export function ProblemNotice({ problem, t }: { problem: Problem; t: Translate }) {
  return (
    <div className="notice wrong" role="alert">
      <p>{wordsFor(problem, t)}</p>
      {problem.status === 401 && (
        <p>
          <To href="/sign-in">{t('header.sign-in')}</To>
        </p>
      )}
      {problem.correlationId && problem.status >= 500 && (
        <p className="fine">{t('problem.reference', { id: problem.correlationId })}</p>
      )}
    </div>
  );
}

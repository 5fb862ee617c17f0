"use client";

import { useRouter } from "next/navigation";
import { counted } from "@/lib/format/due";
import type { NoticeListView, NoticeView } from "@/lib/notices/schema";
import { refreshBadges } from "../shell/navigation/use-badges";
import { PageBody, PageTitle } from "../shell/page-parts";
import { send } from "../shell/send";
import { useSend } from "../shell/use-send";
import { Button } from "../ui/button";
import { Card, Row, Rows } from "../ui/layout/card";
import { EmptyState } from "../ui/layout/empty-state";
import { Pagination } from "../ui/layout/pagination";
import { PlainLink } from "../ui/link";
import { RagTag } from "../ui/signal/rag-tag";
import { Tag } from "../ui/signal/tag";

function markRead(noticeId: string) {
  void send("POST", "/api/notices/read", { noticeIds: [noticeId] }, { keepalive: true, quiet: true }).then(refreshBadges);
}

function NoticeRow({ notice }: { notice: NoticeView }) {
  return (
    <Row className="grid gap-1">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="flex min-w-0 flex-wrap items-center gap-2">
          {notice.isRead ? null : <Tag tone="act">New</Tag>}
          {notice.isUrgent && !notice.isRead ? <Tag tone="soon">Urgent</Tag> : null}
          <PlainLink href={notice.href} onClick={() => markRead(notice.noticeId)} className={`text-ink underline-offset-2 hover:underline wrap-anywhere ${notice.isRead ? "font-semibold" : "font-bold"}`}>
            {notice.words}
          </PlainLink>
        </p>
        <span className="text-note text-ink-soft">{notice.whenWords}</span>
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-note text-ink-soft">
        {notice.rag ? <RagTag rag={notice.rag} /> : null}
        <span className="wrap-anywhere">{[notice.words.includes(notice.reference) ? "" : notice.reference, notice.detail].filter(Boolean).join(" · ")}</span>
      </div>
    </Row>
  );
}

/** What a member was told of, newest first, in the words that hold now. */
export function Notices({ view }: { view: NoticeListView }) {
  const router = useRouter();
  const reading = useSend<{ read: number }, { upTo: string }>({
    path: "/api/notices/read",
    onSaved: () => {
      refreshBadges();
      router.refresh();
    },
  });
  return (
    <PageBody>
      <PageTitle note={view.unread > 0 ? `${counted(view.unread, "unread notice")}` : undefined} actions={view.unread > 0 ? <Button busy={reading.isSending} onClick={() => void reading.save({ upTo: view.now })}>Mark all as read</Button> : null}>
        Notices
      </PageTitle>
      <Card flush id="notices">
        {view.notices.length === 0 ? (
          <EmptyState title="No notices">When a case is shared with your agency or turns red, or somebody asks or answers you, it is said here.</EmptyState>
        ) : (
          <Rows label="Notices">{view.notices.map((notice) => <NoticeRow key={notice.noticeId} notice={notice} />)}</Rows>
        )}
      </Card>
      <Pagination label="Older notices" nextHref={view.next ? `/notices?after=${view.next}` : null} />
    </PageBody>
  );
}
